import { ActionForm } from '#components/ui/action-form.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { FrontPlace } from '#lib/newsroom/desk-shapes.ts';
import { formatMoment, frontSlotLabels } from '#lib/newsroom/labels.ts';

/** What stands at the top of the front page, place by place, and why. */
export function FrontPlaces({
  places,
  portalId,
  timeZone,
  clear,
}: {
  places: readonly FrontPlace[];
  portalId: string;
  timeZone: string;
  clear: FormAction;
}) {
  return (
    <ul className="front-places">
      {places.map(({ slot, shown, unchosen, choice }) => (
        <li key={slot} className="card stack-tight">
          <h2>{frontSlotLabels[slot]}</h2>
          <p>
            <strong>{shown?.title ?? 'Belum ada artikel untuk tempat ini.'}</strong>
          </p>
          {choice === null ? (
            shown && <p className="muted small">Terisi sendiri menurut kebaruan.</p>
          ) : (
            <>
              {choice.isShown ? (
                <p className="small">
                  Dipilih {choice.by}, sampai {formatMoment(choice.until, timeZone)}.
                </p>
              ) : (
                <p className="field-error">
                  Pilihan {choice.by} tidak tampil karena artikelnya tidak lagi terbit
                  {choice.article.title && `: ${choice.article.title}`}. Kosongkan, atau pilih artikel lain.
                </p>
              )}
              {unchosen && unchosen.id !== shown?.id && (
                <p className="muted small">Tanpa pilihan redaksi, di sini akan tampil: {unchosen.title}</p>
              )}
              <ActionForm
                action={clear}
                tone="usual"
                className=""
                label={`Kosongkan ${frontSlotLabels[slot].toLowerCase()}`}
                hidden={{ portalId, slot }}
                submit={
                  <>
                    Kosongkan<span className="visually-hidden"> {frontSlotLabels[slot].toLowerCase()}</span>
                  </>
                }
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
