'use client';

import { useState } from 'react';
import type { SuggestionView } from '#lib/newsroom/conversation-shapes.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import type { CardDesk } from './card-desk.ts';
import { goToWords } from './go-to-words.ts';
import type { Standing } from './text-order.ts';

const stateWords = { open: '', accepted: 'Diterima', refused: 'Tidak diterima' } as const;

/** A proposed change, old words beside new ones, decided one by one by whoever writes. */
export function SuggestionCard({
  suggestion,
  standing,
  desk,
}: {
  suggestion: SuggestionView;
  standing: Standing;
  desk: CardDesk;
}) {
  const { conversation, timeZone, deciding, editor } = desk;
  const { id, quote, replacement, note, by, at, isMine, decided } = suggestion;
  const [trouble, setTrouble] = useState('');
  const isTaken = deciding?.taken.has(id) ?? false;
  const isOpen = suggestion.state === 'open' && !isTaken;
  const accept = () => {
    const isDone = deciding?.accept(suggestion) ?? false;
    setTrouble(isDone ? '' : 'Kata-katanya sudah berubah, jadi usulan ini tidak dapat dipasang.');
  };
  const refuse = async () => setTrouble((await conversation.say({ act: 'refuse', suggestionId: id })) ?? '');

  return (
    <>
      <p className="remark-change">
        <span className="visually-hidden">Semula: </span>
        <del>{quote}</del> {replacement !== '' && <span className="visually-hidden">menjadi: </span>}
        {replacement === '' ? <span className="muted small">(dihapus)</span> : <ins>{replacement}</ins>}
      </p>
      {note !== '' && <p className="remark-text">{note}</p>}
      <p className="small">
        <strong>{by}</strong> <span className="muted">{formatMoment(new Date(at), timeZone)}</span>
      </p>
      {isTaken && suggestion.state === 'open' && <p className="muted small">✓ Dipasang, sedang disimpan…</p>}
      {decided !== null && (
        <p className="muted small">
          {stateWords[suggestion.state]}, {decided.by}, {formatMoment(new Date(decided.at), timeZone)}
        </p>
      )}
      {isOpen && standing !== 'there' && <p className="muted small">Kata-katanya sudah berubah.</p>}
      {isOpen && (
        <p className="row">
          {deciding && standing === 'there' && (
            <button type="button" className="button-main" onClick={accept}>
              Terima
            </button>
          )}
          {(deciding || isMine) && (
            <button type="button" onClick={() => void refuse()}>
              {deciding ? 'Tidak terima' : 'Tarik usulan'}
            </button>
          )}
          {standing !== 'gone' && (
            <button type="button" onClick={() => goToWords(id, suggestion, editor)}>
              Lihat di naskah
            </button>
          )}
        </p>
      )}
      {trouble !== '' && (
        <p className="field-error" role="alert">
          {trouble}
        </p>
      )}
    </>
  );
}
