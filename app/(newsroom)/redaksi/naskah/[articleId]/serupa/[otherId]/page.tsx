import type { Metadata } from 'next';
import { Comparison } from '#components/newsroom/review/comparison.tsx';
import { LeadOnForm } from '#components/newsroom/review/lead-on-form.tsx';
import { StateBadge } from '#components/newsroom/state-badge.tsx';
import { articleId } from '#lib/ids.ts';
import { compareFields } from '#lib/newsroom/compare.ts';
import { compareBodies } from '#lib/newsroom/compare-bodies.ts';
import { recordForActor } from '#lib/newsroom/edition-view.ts';
import { kindLabels } from '#lib/newsroom/labels.ts';
import { mergeRefusal } from '#lib/newsroom/merge-editions.ts';
import { isEditor } from '#lib/newsroom/policy.ts';
import { reviewPath, similarComparePath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { merge } from '../../actions.ts';

export const metadata: Metadata = { title: 'Bandingkan naskah' };

type Props = { params: Promise<{ articleId: string; otherId: string }> };

export default async function SimilarComparePage({ params }: Props) {
  const { articleId: first, otherId } = await params;
  const [id, other] = [partOfPath(articleId, first), partOfPath(articleId, otherId)];
  const actor = await requireActor(similarComparePath(id, other));
  const [own, theirs] = await Promise.all([
    orNotFound(recordForActor(actor, id)),
    orNotFound(recordForActor(actor, other)),
  ]);
  const refusal = mergeRefusal(actor, own, theirs);
  const sides = [
    { name: 'Naskah ini', record: own },
    { name: 'Naskah lain', record: theirs },
  ];
  return (
    <div className="page page-wide stack">
      <header className="stack-tight">
        <p>
          <a href={reviewPath(id)}>← Tinjau naskah</a>
        </p>
        <h1>Bandingkan dua naskah</h1>
      </header>
      <dl className="facts facts-apart">
        {sides.map(({ name, record: { edition, agency } }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <a href={reviewPath(edition.articleId)}>{edition.title === '' ? 'Tanpa judul' : edition.title}</a>
              <span className="row small">
                <StateBadge state={edition.state} />
                {kindLabels[edition.kind]}, {agency.name}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {isEditor(actor, own.article.portalId) && (
        <section className="card stack-tight" aria-labelledby="gabungkan">
          <h2 id="gabungkan">Gabungkan</h2>
          {refusal === undefined ? (
            <>
              <p>
                Naskah lain ditutup sebagai duplikat. Perangkat daerah, kredit, dan sumbernya ditambahkan ke naskah ini,
                dan penulisnya ikut menulis. Kata-katanya tetap dapat dibaca di naskah itu; pindahkan sendiri yang masih
                perlu.
              </p>
              <LeadOnForm
                action={merge}
                submit="Gabungkan ke naskah ini"
                label="Gabungkan naskah"
                hidden={{
                  editionId: own.edition.id,
                  version: own.edition.version,
                  otherId: theirs.edition.id,
                  otherVersion: theirs.edition.version,
                }}
                told="Naskah sudah digabungkan. Penulis naskah yang lain ikut menjadi penulis."
                leadTo={reviewPath(id)}
              />
            </>
          ) : (
            <p className="muted">{refusal.text}</p>
          )}
        </section>
      )}
      <Comparison
        fields={compareFields(own.words, theirs.words)}
        blocks={compareBodies(own.words.body, theirs.words.body)}
        view="side"
        of="stories"
        names={['Naskah ini', 'Naskah lain']}
      />
    </div>
  );
}
