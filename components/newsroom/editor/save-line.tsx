'use client';

import { formatTime } from '#lib/newsroom/labels.ts';
import type { Autosave } from './autosave.ts';
import { saveStateOf } from './save-state.ts';
import { useIsOnline } from './use-draft.ts';

const signs = { good: '✓', busy: '…', warn: '◷', bad: '⚠' } as const;

/** Where the notices about saving stand in the page. */
export const noticesId = 'kabar-naskah';

/** Always in sight: where the words are. Troubles are announced; ordinary saving is not, it would talk all day. */
export function SaveLine<W>({
  state,
  photos,
  timeZone,
}: {
  state: Autosave<W>;
  /** Photos that the server does not have yet. */
  photos: number;
  timeZone: string;
}) {
  const isOnline = useIsOnline();
  const words = saveStateOf(state, isOnline, (at) => formatTime(new Date(at), timeZone));
  const text = photos === 0 ? words.text : `${words.text}, ${photos} foto belum terkirim`;
  const { tone } = words;
  return (
    <p className={`save-line save-${tone}`}>
      <span aria-hidden="true">{signs[tone]} </span>
      {state.halt === null ? <span>{text}</span> : <a href={`#${noticesId}`}>{text}</a>}
      <span className="visually-hidden" role="status">
        {tone === 'warn' || tone === 'bad' ? text : ''}
      </span>
    </p>
  );
}
