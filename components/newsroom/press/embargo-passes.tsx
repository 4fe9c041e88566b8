'use client';

import { useState } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import type { EmbargoPassView, EmbargoView } from '#lib/press/embargo-passes.ts';
import { pressContactsPath } from '#lib/urls.ts';

type MadeLink = { address: string; mailed: boolean };

type EmbargoPassesProps = {
  articleId: string;
  view: EmbargoView;
  timeZone: string;
  actions: {
    letInContact: FormAction<MadeLink>;
    letInAccount: FormAction;
    revoke: FormAction;
  };
};

/** Who may read before the embargo ends: to let in, to see every reading, to close. */
export function EmbargoPasses({ articleId, view, timeZone, actions }: EmbargoPassesProps) {
  const { passes, mayLetIn, isEmbargoed, contacts, accounts } = view;
  // Kept here: with the last journalist of the list their form goes, and the link is shown this one time.
  const [made, setMade] = useState<MadeLink | null>(null);
  const letIn: FormAction<MadeLink> = async (before, form) => {
    const answer = await actions.letInContact(before, form);
    if (answer.result !== undefined) setMade(answer.result);
    return answer;
  };
  return (
    <>
      {mayLetIn && isEmbargoed && (
        <section className="stack" aria-labelledby="beri-akses">
          <h2 id="beri-akses">Beri akses</h2>
          {made && <NewLink {...made} />}
          {contacts.length === 0 ? (
            <p className="muted">
              Tidak ada wartawan lain yang dapat diberi akses.{' '}
              <a href={pressContactsPath}>Tambahkan di daftar wartawan</a>.
            </p>
          ) : (
            <ActionForm
              action={letIn}
              submit="Buat tautan pribadi"
              hidden={{ articleId }}
              label="Beri akses kepada wartawan"
            >
              <SelectField
                name="contactId"
                label="Wartawan"
                empty="Pilih…"
                choices={contacts.map(({ id, name, outlet }) => ({ value: id, label: `${name}, ${outlet}` }))}
              />
            </ActionForm>
          )}
          {accounts.length > 0 && (
            <ActionForm
              action={actions.letInAccount}
              submit="Beri akses"
              tone="usual"
              hidden={{ articleId }}
              label="Beri akses kepada akun"
            >
              <SelectField
                name="userId"
                label="Akun ruang redaksi"
                note="Membaca sesudah masuk, tanpa tautan."
                empty="Pilih…"
                choices={accounts.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </ActionForm>
          )}
        </section>
      )}
      <section className="stack" aria-labelledby="yang-diberi-akses">
        <h2 id="yang-diberi-akses">Yang diberi akses</h2>
        {passes.length === 0 ? (
          <p className="muted">
            Belum ada yang diberi akses. Sampai embargo berakhir hanya ruang redaksi yang membaca.
          </p>
        ) : (
          <ul className="rows">
            {passes.map((pass) => (
              <li key={pass.id} className="edition-row">
                <PassFacts pass={pass} timeZone={timeZone} />
                {mayLetIn && pass.revokedAt === null && (
                  <div className="row">
                    <ActionForm
                      action={actions.revoke}
                      submit="Cabut"
                      tone="danger"
                      hidden={{ passId: pass.id }}
                      label={`Cabut akses ${pass.name}`}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function NewLink({ address, mailed }: MadeLink) {
  return (
    <div className="notice notice-good stack-tight" role="status">
      <p>
        <strong>Tautan pribadi sudah dibuat.</strong>{' '}
        {mailed
          ? 'Tautan ini juga dikirim ke surelnya. Salin sekarang bila perlu, karena tidak ditampilkan lagi.'
          : 'Salin dan kirimkan sendiri sekarang, karena tidak ditampilkan lagi.'}
      </p>
      <p>
        <code>{address}</code>
      </p>
      <CopyButton text={address} label="Salin tautan" />
    </div>
  );
}

function PassFacts({ pass, timeZone }: { pass: EmbargoPassView; timeZone: string }) {
  const { name, from, by, createdAt, revokedAt, isOpen, readings } = pass;
  const latest = readings[0];
  return (
    <div className="stack-tight">
      <p>
        <strong>{name}</strong>, {from} {!isOpen && <span className="muted">(tidak berlaku lagi)</span>}
      </p>
      <p className="muted small">
        Diberi akses oleh {by}, {formatMoment(createdAt, timeZone)}.
        {revokedAt !== null && ` Dicabut ${formatMoment(revokedAt, timeZone)}.`}
      </p>
      {latest === undefined ? (
        <p className="small">Belum dibaca.</p>
      ) : (
        <details>
          <summary>
            Dibaca {readings.length} kali, terakhir {formatMoment(latest.at, timeZone)}
          </summary>
          <ul className="small">
            {readings.map(({ at, mark, device }) => (
              <li key={mark + at.toISOString()}>
                {formatMoment(at, timeZone)}, tanda <code>{mark}</code>, {device}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
