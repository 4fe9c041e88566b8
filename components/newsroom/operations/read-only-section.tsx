import { ActionForm } from '#components/ui/action-form.tsx';
import { OutcomePlace } from '#components/ui/outcome-place.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { accountLimits } from '#lib/accounts/account-limits.ts';
import type { FormAction } from '#lib/action-state.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';

type Mode = { reason: string; since: Date; by: string | null };

/** The brake for an incident: whether it is on, since when, by whom and why, and for an admin the way on and off. */
export function ReadOnlySection({
  mode,
  timeZone,
  actions,
}: {
  mode: Mode | null;
  timeZone: string;
  /** Undefined for whoever may only look. */
  actions: { begin: FormAction; end: FormAction } | undefined;
}) {
  return (
    <section className="card stack" aria-labelledby="baca-saja">
      <h2 id="baca-saja">Mode baca saja: {mode === null ? 'tidak berlaku' : 'berlaku'}</h2>
      <OutcomePlace>
        <p className="muted">
          Untuk saat darurat, misalnya ada akun yang diduga dibobol. Tidak ada yang terbit, ditarik, atau berubah bagi
          pembaca di semua portal; menulis dan mengajukan tetap bisa.
        </p>
        {mode !== null && (
          <dl className="facts">
            <div>
              <dt>Alasan</dt>
              <dd>{mode.reason}</dd>
            </div>
            <div>
              <dt>Sejak</dt>
              <dd>{formatMoment(mode.since, timeZone)}</dd>
            </div>
            <div>
              <dt>Oleh</dt>
              <dd>{mode.by ?? 'Pengelola peladen'}</dd>
            </div>
          </dl>
        )}
        {mode !== null && mode.by === null && (
          <p>
            Dimulai dari peladen, jadi hanya diakhiri di sana: <code>npm run site:freeze -- --buka</code>. Akun mana pun
            di ruang redaksi tidak dapat membukanya.
          </p>
        )}
        {actions !== undefined && mode === null && (
          <details>
            <summary>Mulai mode baca saja</summary>
            <ActionForm action={actions.begin} submit="Mulai mode baca saja" tone="danger" className="stack narrow">
              <TextField
                name="reason"
                label="Alasan"
                note="Dibaca semua orang di ruang redaksi dan dicatat di jejak audit."
                maxLength={accountLimits.reason}
              />
            </ActionForm>
          </details>
        )}
        {actions !== undefined && mode !== null && mode.by !== null && (
          <ActionForm action={actions.end} submit="Akhiri mode baca saja" tone="usual" />
        )}
      </OutcomePlace>
    </section>
  );
}
