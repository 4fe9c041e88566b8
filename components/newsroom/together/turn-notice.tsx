'use client';

import { useState } from 'react';
import { formatTime } from '#lib/newsroom/labels.ts';
import { strandedPath } from '#lib/urls.ts';
import type { Turn } from './use-turn.ts';

/** Whose turn it is when it is not plainly this person's, and what can be done about it. */
export function TurnNotice({ turn, articleId, timeZone }: { turn: Turn; articleId: string; timeZone: string }) {
  const { view, isMine, hasStranded, trouble } = turn;
  return (
    <>
      {!isMine && <OthersTurn turn={turn} />}
      {hasStranded && view.mayWrite && <StrandedNotice articleId={articleId} />}
      {trouble !== '' && (
        <p className="notice notice-danger" role="alert">
          {trouble}
        </p>
      )}
      <TurnNews turn={turn} timeZone={timeZone} />
    </>
  );
}

/** Words of this person were kept aside, just now or before the page was opened. */
export function StrandedNotice({ articleId }: { articleId: string }) {
  return (
    <p className="notice notice-warn" role="status">
      Ketikan Anda yang belum terkirim tiba sesudah giliran berpindah, jadi disimpan terpisah.{' '}
      <a href={strandedPath(articleId)}>Lihat dan salin ketikan saya</a>
    </p>
  );
}

/** What happens to the turn while somebody writes far down the text: over the page, so that nothing moves under their hands. */
function TurnNews({ turn: { view, isMine, passed, act }, timeZone }: { turn: Turn; timeZone: string }) {
  const [read, setRead] = useState<Turn['passed']>(null);
  const askedBy = isMine ? view.seat?.askedBy : undefined;
  const news = passed !== read ? passed : null;
  return (
    <div className="turn-news" role="status">
      {askedBy && (
        <div className="notice stack-tight">
          <p>{askedBy.name} meminta giliran menulis.</p>
          <p className="row">
            <button type="button" className="button-main" onClick={() => void act('give')}>
              Berikan giliran
            </button>
            <button type="button" onClick={() => void act('keep')}>
              Tetap saya pegang
            </button>
          </p>
        </div>
      )}
      {news !== null && (
        <div className="notice turn-notice">
          <p>{passedWords(news, timeZone)}</p>
          <button type="button" onClick={() => setRead(news)}>
            Mengerti
          </button>
        </div>
      )}
    </div>
  );
}

function OthersTurn({ turn: { view, act } }: { turn: Turn }) {
  const { seat, people } = view;
  if (seat === null) return null;
  const { holder, isClaim, mayTake, hasAsked } = seat;
  const isThere = people.some(({ id }) => id === holder.id);
  return (
    <div className="notice notice-warn turn-notice" role="status">
      <p>
        {isThere && !mayTake ? `${holder.name} sedang menulis.` : `Giliran menulis ada pada ${holder.name}.`} Anda dapat
        membaca, mengomentari, dan mengusulkan perubahan.
      </p>
      {!isClaim && (
        <p className="row">
          {mayTake ? (
            <button type="button" className="button-main" onClick={() => void act('take')}>
              Ambil giliran
            </button>
          ) : hasAsked ? (
            <span>Permintaan Anda sudah disampaikan.</span>
          ) : (
            <button type="button" onClick={() => void act('ask')}>
              Minta giliran menulis
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function passedWords({ name, since, isClaim, wasGiven }: NonNullable<Turn['passed']>, timeZone: string): string {
  const at = formatTime(new Date(since), timeZone);
  if (wasGiven) return `Anda memberikan giliran menulis kepada ${name} pukul ${at}.`;
  return isClaim ? `${name} mengambil naskah ini pukul ${at}.` : `${name} mengambil giliran menulis pukul ${at}.`;
}
