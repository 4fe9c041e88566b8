'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { remarkLimits } from '#lib/newsroom/conversation-shapes.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import type { PreviewLinkView } from '#lib/newsroom/preview-links.ts';

type PreviewLinksProps = {
  editionId: string;
  /** Whether the edition may still be shown beforehand. */
  canMake: boolean;
  links: readonly PreviewLinkView[];
  timeZone: string;
  actions: { create: FormAction<{ address: string }>; revoke: FormAction };
};

/** Secret addresses for people without an account: to make, to see who opened them, to close. */
export function PreviewLinks({ editionId, canMake, links, timeZone, actions }: PreviewLinksProps) {
  return (
    <section className="stack" aria-labelledby="tautan-pratinjau">
      <div className="stack-tight">
        <h2 id="tautan-pratinjau">Tautan pratinjau</h2>
        <p className="muted">
          Untuk orang tanpa akun, misalnya narasumber yang memeriksa kutipannya. Siapa pun yang memegang tautan dapat
          membaca naskah ini sampai tautannya berakhir atau dicabut.
        </p>
      </div>
      {canMake ? (
        <ActionForm
          action={actions.create}
          submit="Buat tautan"
          hidden={{ editionId }}
          label="Buat tautan pratinjau"
          outcome={({ address }) => <NewLink address={address} />}
        >
          <TextField
            name="guestName"
            label="Untuk siapa"
            note="Tampil di halaman itu dan pada komentarnya."
            maxLength={remarkLimits.guestName}
          />
          <SelectField name="days" label="Berlaku selama" initial="3" choices={durations} />
          <TickField name="mayComment" label="Beri kotak komentar" />
        </ActionForm>
      ) : (
        <p className="muted">Naskah ini tidak lagi menunggu terbit, jadi tautan pratinjau tidak dapat dibuat.</p>
      )}
      {links.length > 0 && (
        <ul className="rows">
          {links.map((link) => (
            <li key={link.id} className="edition-row">
              <LinkFacts link={link} timeZone={timeZone} />
              {link.isOpen && (
                <div className="row">
                  <ActionForm
                    action={actions.revoke}
                    submit="Cabut"
                    tone="danger"
                    hidden={{ linkId: link.id }}
                    label={`Cabut tautan untuk ${link.guestName}`}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const durations = [
  { value: '1', label: '1 hari' },
  { value: '3', label: '3 hari' },
  { value: '7', label: '7 hari' },
  { value: '14', label: '14 hari' },
];

function NewLink({ address }: { address: string }) {
  return (
    <div className="notice notice-good stack-tight" role="status">
      <p>
        <strong>Tautan sudah dibuat.</strong> Salin sekarang, karena tidak ditampilkan lagi.
      </p>
      <p>
        <code>{address}</code>
      </p>
      <CopyButton text={address} label="Salin tautan" />
    </div>
  );
}

function LinkFacts({ link, timeZone }: { link: PreviewLinkView; timeZone: string }) {
  const { guestName, by, createdAt, expiresAt, revokedAt, openings, comments, isOpen } = link;
  const ended =
    revokedAt === null
      ? `Berakhir ${formatMoment(expiresAt, timeZone)}`
      : `Dicabut ${formatMoment(revokedAt, timeZone)}`;
  return (
    <div className="stack-tight">
      <p>
        <strong>{guestName}</strong> {!isOpen && <span className="muted">(tidak berlaku lagi)</span>}
      </p>
      <p className="muted small">
        Dibuat {by}, {formatMoment(createdAt, timeZone)}. {ended}. Dibuka {openings} kali
        {comments > 0 && `, ${comments} komentar`}.
      </p>
    </div>
  );
}
