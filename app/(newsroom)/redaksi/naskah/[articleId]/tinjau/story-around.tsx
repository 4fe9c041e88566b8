import { LeadOnForm } from '#components/newsroom/review/lead-on-form.tsx';
import { SimilarList } from '#components/newsroom/review/similar-list.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import type { Actor } from '#lib/accounts/actor.ts';
import type { EditionView } from '#lib/newsroom/desk-shapes.ts';
import type { Merged } from '#lib/newsroom/merge-editions.ts';
import { agenciesToMoveTo } from '#lib/newsroom/move-to-agency.ts';
import type { SimilarView } from '#lib/similar/similar-shapes.ts';
import { reviewPath } from '#lib/urls.ts';
import { moveAgency } from '../actions.ts';

/** Who else tells this story, and what became of versions that were merged. */
export function StoryAround({
  similar,
  merged,
  articleId,
  timeZone,
}: {
  similar: readonly SimilarView[];
  merged: Merged;
  articleId: string;
  timeZone: string;
}) {
  const { into, taken } = merged;
  return (
    <>
      {into && (
        <p className="notice">
          Naskah ini digabungkan ke <a href={reviewPath(into.articleId)}>{into.title}</a>. Kata-katanya tetap ada di
          sini.
        </p>
      )}
      {taken.length > 0 && (
        <section className="stack-tight" aria-labelledby="digabungkan">
          <h2 id="digabungkan">Digabungkan ke sini ({taken.length})</h2>
          <ul>
            {taken.map((one) => (
              <li key={one.editionId}>
                {one.isReadable ? <a href={reviewPath(one.articleId)}>{one.title}</a> : 'Naskah'}, {one.agencyName}
              </li>
            ))}
          </ul>
        </section>
      )}
      {similar.length > 0 && (
        <section className="stack-tight" aria-labelledby="serupa">
          <h2 id="serupa">Naskah serupa ({similar.length})</h2>
          <SimilarList similar={similar} articleId={articleId} timeZone={timeZone} />
        </section>
      )}
    </>
  );
}

/** Moves the edition, and with it the article, to another agency; nothing where that is not this person's to do. */
export async function MoveAgency({ actor, edition }: { actor: Actor; edition: EditionView }) {
  const { articleId, editionId, version, agency } = edition;
  const choices = await agenciesToMoveTo(actor, articleId);
  if (choices.length === 0) return null;
  return (
    <details className="group">
      <summary>
        <h2>Pindahkan ke perangkat daerah lain</h2>
      </summary>
      <div className="stack">
        <p className="small">
          Sekarang milik {agency.name}. Tanda tangan yang sudah ada tidak berlaku lagi sesudah dipindahkan, dan
          penulisnya tetap ikut menulis. Artikel yang sudah terbit baru berpindah saat edisi ini terbit.
        </p>
        <LeadOnForm
          action={moveAgency}
          submit="Pindahkan"
          label="Pindahkan naskah"
          hidden={{ editionId, version }}
          told="Naskah sudah dipindahkan."
          leadTo={reviewPath(articleId)}
        >
          <SelectField
            name="agencyId"
            label="Perangkat daerah"
            empty="Pilih…"
            choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </LeadOnForm>
      </div>
    </details>
  );
}
