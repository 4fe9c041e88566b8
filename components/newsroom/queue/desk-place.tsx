'use client';

import { useState } from 'react';
import type { Settle } from '#components/newsroom/verbs/verb-window.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { BulkOutcome } from '#lib/desk/bulk-outcome.ts';
import type { DeskPlace, QueueRow } from '#lib/desk/queue-shapes.ts';
import { reviewPath } from '#lib/urls.ts';
import { tellNext } from '../next-message.ts';
import { BulkOutcomes, type Told } from './bulk-outcomes.tsx';
import { type ChosenActions, ChosenWindow } from './chosen-window.tsx';
import { HandOverWindow } from './hand-over-window.tsx';
import { Assignment, Urgency } from './queue-line.tsx';

export type DeskPlaceActions = ChosenActions & { handOver: FormAction };

/** The line as it was when its window was opened: what comes in meanwhile must not change what was decided. */
type Open = { what: 'assign' | 'setPriority' | 'handOver'; row: QueueRow };

/** Who sees to an edition, by when and how soon, on its own pages: what its line in the queue offers, too. */
export function DeskPlaceBox({
  place: { row, editors, timeZone, userId },
  actions,
  settle,
  onHandedOver,
}: {
  place: DeskPlace;
  actions: DeskPlaceActions;
  /** In the editor: unsent words go first. */
  settle?: Settle;
  /** In the editor: called once it is in other hands, before the page is left. */
  onHandedOver?: () => void;
}) {
  const [open, setOpen] = useState<Open | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const close = () => setOpen(null);
  const tell = (done: string, outcomes: readonly BulkOutcome[]) => {
    close();
    setTold({ done, outcomes, titles: new Map([[row.editionId, row.title]]) });
  };
  return (
    <section className="stack-tight" aria-labelledby="di-meja">
      <h2 id="di-meja">Di meja redaksi</h2>
      {told && <BulkOutcomes told={told} />}
      {row.assignee === null && row.priority === 'normal' && <p className="muted small">Belum ditugaskan.</p>}
      {row.priority !== 'normal' && (
        <p className="small">
          <Urgency priority={row.priority} />
        </p>
      )}
      <Assignment row={row} timeZone={timeZone} />
      <div className="row">
        {row.may.assign && (
          <>
            <button type="button" onClick={() => setOpen({ what: 'assign', row })}>
              Tugaskan
            </button>
            <button type="button" onClick={() => setOpen({ what: 'setPriority', row })}>
              Prioritas
            </button>
          </>
        )}
        {row.may.handOver && (
          <button type="button" onClick={() => setOpen({ what: 'handOver', row })}>
            Serahkan
          </button>
        )}
      </div>
      {open?.what === 'handOver' && (
        <HandOverWindow
          row={open.row}
          editors={editors.filter(({ id }) => id !== userId)}
          action={actions.handOver}
          settle={settle}
          onClose={close}
          onDone={() => {
            // As soon as the answer is there: the page behind is read anew, and may leave by itself.
            onHandedOver?.();
            tellNext('Naskah sudah diserahkan.');
            window.location.assign(reviewPath(row.articleId));
          }}
        />
      )}
      {open !== null && open.what !== 'handOver' && (
        <ChosenWindow
          verb={open.what}
          rows={[open.row]}
          editors={editors}
          timeZone={timeZone}
          reasons={[]}
          actions={actions}
          onClose={close}
          onDone={tell}
        />
      )}
    </section>
  );
}
