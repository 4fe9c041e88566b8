'use client';

import { useState } from 'react';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';

/** Words kept aside. Their comparison with the article as it is stands for those only who may still see it. */
export type Stranded = { revisionId: string; at: Date; text: string; comparison: string | null };

/** Words that came too late, each to be copied and then put aside. */
export function StrandedList({
  stranded,
  timeZone,
  settle,
}: {
  stranded: readonly Stranded[];
  timeZone: string;
  settle: FormAction;
}) {
  if (stranded.length === 0) return <p className="empty">Tidak ada ketikan yang tertinggal pada naskah ini.</p>;
  return (
    <ul className="stack">
      {stranded.map((one) => (
        <li key={one.revisionId} className="card stack">
          <h2>{formatMoment(one.at, timeZone)}</h2>
          <p className="merge-text">{one.text}</p>
          <StrandedForm stranded={one} settle={settle} />
        </li>
      ))}
    </ul>
  );
}

function StrandedForm({ stranded, settle }: { stranded: Stranded; settle: FormAction }) {
  const [state, act, isActing] = useFormAction(settle);
  const [isCopied, setIsCopied] = useState(false);
  return (
    <form action={act} className="row">
      <input type="hidden" name="revisionId" value={stranded.revisionId} />
      <button
        type="button"
        className="button-main"
        onClick={() => void navigator.clipboard.writeText(stranded.text).then(() => setIsCopied(true))}
      >
        {isCopied ? 'Tersalin' : 'Salin teks'}
      </button>
      <button type="submit" aria-disabled={isActing}>
        {isActing ? 'Sebentar…' : 'Tandai selesai'}
      </button>
      {stranded.comparison !== null && <a href={stranded.comparison}>Bandingkan dengan naskah sekarang</a>}
      {state.message !== '' && <p className="field-error">{state.message}</p>}
    </form>
  );
}
