'use client';

import { useState } from 'react';
import { onTheWhole } from '#lib/newsroom/conversation-shapes.ts';
import type { CardDesk } from './card-desk.ts';
import { cardId } from './go-to-words.ts';
import type { BegunRemark } from './remark-tools.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import type { Card } from './text-order.ts';
import { ThreadCard } from './thread-card.tsx';

/** Everything said about an article, in the order of its text. */
export function ConversationPanel({
  cards,
  desk,
  onBegin,
}: {
  cards: readonly Card[];
  desk: CardDesk;
  onBegin: (begun: BegunRemark) => void;
}) {
  const [showsOpen, setShowsOpen] = useState(true);
  const openCount = cards.filter(({ isOpen }) => isOpen).length;
  const shown = cards.filter(({ isOpen }) => isOpen === showsOpen);
  return (
    <details className="group" id="percakapan" open>
      <summary>
        <h2>Percakapan{openCount > 0 && ` (${openCount})`}</h2>
      </summary>
      <div className="stack">
        <fieldset className="row remark-filter">
          <legend className="visually-hidden">Yang ditampilkan</legend>
          <button type="button" aria-pressed={showsOpen} onClick={() => setShowsOpen(true)}>
            Terbuka ({openCount})
          </button>
          <button type="button" aria-pressed={!showsOpen} onClick={() => setShowsOpen(false)}>
            Selesai ({cards.length - openCount})
          </button>
        </fieldset>
        {shown.length === 0 ? (
          <p className="muted">
            {showsOpen
              ? 'Belum ada komentar atau usulan. Pilih kata-kata di naskah untuk mengomentari atau mengusulkan perubahan.'
              : 'Belum ada yang selesai.'}
          </p>
        ) : (
          <ul className="remark-cards">
            {shown.map((card) => (
              <li key={card.id} id={cardId(card.id)} tabIndex={-1} className="card stack-tight remark-card">
                {card.kind === 'thread' ? (
                  <ThreadCard thread={card.thread} standing={card.standing} desk={desk} />
                ) : (
                  <SuggestionCard suggestion={card.suggestion} standing={card.standing} desk={desk} />
                )}
              </li>
            ))}
          </ul>
        )}
        {desk.conversation.view.mayRemark && (
          <p>
            <button type="button" onClick={() => onBegin({ kind: 'comment', anchor: onTheWhole })}>
              Tulis komentar
            </button>
          </p>
        )}
      </div>
    </details>
  );
}
