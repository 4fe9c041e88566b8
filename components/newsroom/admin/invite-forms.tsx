'use client';

import { QrCode } from '#components/article/qr-code.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import type { InviteSlip } from '#lib/accounts/invites.ts';
import type { FormAction } from '#lib/action-state.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { PrintButton } from './handover-sheet.tsx';

export type InviteeLine = { userId: string; name: string; email: string; roles: string; openUntil: Date | null };

/** Chooses who is invited, and makes slips to print. */
export function SlipForm({
  action,
  people,
  address,
  timeZone,
}: {
  action: FormAction<InviteSlip[]>;
  people: readonly InviteeLine[];
  address: string;
  timeZone: string;
}) {
  return (
    <ActionForm
      action={action}
      submit="Buat lembar undangan"
      className="stack no-print"
      label="Cetak undangan"
      outcome={(slips) => <Slips slips={slips} address={address} timeZone={timeZone} />}
    >
      <Choices people={people} timeZone={timeZone} />
    </ActionForm>
  );
}

/** Chooses who is invited, and sends the codes by mail. */
export function MailForm({
  action,
  people,
  timeZone,
}: {
  action: FormAction;
  people: readonly InviteeLine[];
  timeZone: string;
}) {
  return (
    <ActionForm action={action} submit="Kirim lewat surel" tone="usual" label="Kirim undangan lewat surel">
      <Choices people={people} timeZone={timeZone} />
    </ActionForm>
  );
}

function Choices({ people, timeZone }: { people: readonly InviteeLine[]; timeZone: string }) {
  return (
    <fieldset className="stack-tight">
      <legend>Siapa yang diundang</legend>
      {people.map((person) => (
        <label key={person.userId} className="choice">
          <input type="checkbox" name="userIds" value={person.userId} />
          <span>
            {person.name} <span className="muted small">{person.email}</span>
            <br />
            <span className="muted small">
              {person.roles}
              {person.openUntil && `. Kodenya berlaku sampai ${formatMoment(person.openUntil, timeZone)}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The slips: shown this one time, four on a sheet. */
function Slips({ slips, address, timeZone }: { slips: readonly InviteSlip[]; address: string; timeZone: string }) {
  return (
    <section className="stack" aria-labelledby="lembar-undangan">
      <div className="row row-apart no-print">
        <h3 id="lembar-undangan">{slips.length} lembar undangan</h3>
        <PrintButton label="Cetak lembar" />
      </div>
      <p className="no-print">
        Kode hanya ditampilkan sekali, di sini. Cetak sekarang, gunting, dan serahkan langsung kepada orangnya.
      </p>
      <ul className="slips">
        {slips.map((slip) => (
          <li key={slip.userId} className="slip">
            <div className="slip-head">
              <div>
                <p className="small">Undangan Ruang Warta untuk</p>
                <p>
                  <strong>{slip.name}</strong>
                  <br />
                  <span className="small">{slip.email}</span>
                </p>
              </div>
              <QrCode text={slip.link} label={`Kode QR undangan ${slip.name}`} />
            </div>
            <p className="secret">{slip.code}</p>
            <ol className="small">
              <li>Pindai kode QR ini, atau buka {address}.</li>
              <li>Ketik kodenya dan tentukan kata sandi, paling sedikit 12 karakter.</li>
              <li>Masuk dengan surel di atas, lalu sobek lembar ini.</li>
            </ol>
            <p className="small">
              Berlaku sampai {formatMoment(slip.expiresAt, timeZone)}, hanya sekali. Jangan difoto atau diteruskan.
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
