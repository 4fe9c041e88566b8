'use client';

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, useTransition } from 'react';
import { kept } from '#components/ui/use-form-action.ts';
import { type FormAction, idle } from '#lib/action-state.ts';
import type { BulkOutcome } from '#lib/desk/bulk-outcome.ts';
import type { DeskEditor, QueueRow } from '#lib/desk/queue-shapes.ts';
import type { ReasonChoice } from '#lib/newsroom/desk-shapes.ts';
import { BulkOutcomes, type Told } from './bulk-outcomes.tsx';
import { type ChosenActions, type ChosenVerb, ChosenWindow } from './chosen-window.tsx';
import { HandOverWindow } from './hand-over-window.tsx';
import { KeysWindow } from './keys-window.tsx';
import { lineTitleId, QueueLine } from './queue-line.tsx';
import { useQueueKeys } from './use-queue-keys.ts';

export type QueueListProps = {
  rows: readonly QueueRow[];
  timeZone: string;
  /** The one who looks at it. */
  userId: string;
  /** Articles an open alarm is about. */
  alarmed: readonly string[];
  editors: readonly DeskEditor[];
  reasons: readonly ReasonChoice[];
  claim: FormAction;
  handOver: FormAction;
  actions: ChosenActions;
  /** The field that searches titles. */
  searchId: string;
};

type Open = { what: ChosenVerb; rows: readonly QueueRow[] } | { what: 'handOver'; row: QueueRow } | { what: 'keys' };

/** The lines of the queue, to be worked through by thumb, mouse or keyboard. */
export function QueueList(props: QueueListProps) {
  const { rows, timeZone, userId, alarmed, editors, reasons, claim, handOver, actions, searchId } = props;
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [said, setSaid] = useState('');
  const [isClaiming, startClaiming] = useTransition();
  const line = useActiveLine(rows);
  // What has left the list is chosen no longer.
  const chosen = rows.filter((row) => chosenIds.has(row.editionId));
  const choosable = rows.filter(({ may }) => may.assign || may.return);

  function choose(editionId: string, isChosen: boolean): void {
    const next = new Set(chosen.map((row): string => row.editionId));
    if (isChosen) next.add(editionId);
    else next.delete(editionId);
    setChosenIds(next);
    setSaid(next.size === 0 ? 'Tidak ada naskah yang dipilih.' : `${next.size} naskah dipilih.`);
  }

  function claimOne(row: QueueRow): void {
    if (isClaiming || row.next?.does !== 'claim') return;
    const form = new FormData();
    form.set('editionId', row.editionId);
    form.set('version', String(row.version));
    startClaiming(async () => {
      const answer = await kept(claim)(idle, form);
      const refusal = answer.status === 'done' ? null : answer.message;
      setTold(toldOf('diambil; sekarang Anda pegang', [{ editionId: row.editionId, refusal }]));
    });
  }

  /** The chosen lines, whose refusals the answer tells one by one; else the line the keyboard stands on. */
  function ask(what: ChosenVerb): void {
    if (chosen.length > 0) {
      setOpen({ what, rows: chosen });
      return;
    }
    const one = rows.find((row) => row.editionId === line.activeId);
    const isOpen = what === 'return' ? one?.may.return : one?.may.assign;
    if (one !== undefined && isOpen) setOpen({ what, rows: [one] });
    else setSaid('Langkah itu tidak terbuka untuk naskah ini.');
  }

  const toldOf = (done: string, outcomes: readonly BulkOutcome[]): Told => ({
    ...{ done, outcomes },
    titles: new Map(rows.map((row) => [row.editionId, row.title])),
  });
  const active = rows.find((row) => row.editionId === line.activeId);
  const keys = useQueueKeys({
    next: () => line.move(1),
    previous: () => line.move(-1),
    choose: () =>
      active && (active.may.assign || active.may.return) && choose(active.editionId, !chosenIds.has(active.editionId)),
    claim: () => active && claimOne(active),
    assign: () => ask('assign'),
    priority: () => ask('setPriority'),
    return: () => ask('return'),
    search: () => document.getElementById(searchId)?.focus(),
    help: () => setOpen({ what: 'keys' }),
    clear: () => {
      if (chosen.length > 0) setSaid('Tidak ada naskah yang dipilih.');
      setChosenIds(new Set());
    },
  });
  const close = () => setOpen(null);

  return (
    <div className="stack">
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {told && <BulkOutcomes told={told} />}
      <div className="row row-apart">
        {choosable.length > 0 ? (
          <label className="choice">
            <input
              type="checkbox"
              checked={chosen.length > 0 && chosen.length === choosable.length}
              onChange={(event) => {
                const all = event.target.checked ? choosable.map((row): string => row.editionId) : [];
                setChosenIds(new Set(all));
                setSaid(all.length === 0 ? 'Tidak ada naskah yang dipilih.' : `${all.length} naskah dipilih.`);
              }}
            />
            Pilih semua di halaman ini
          </label>
        ) : (
          <span />
        )}
        <p className="queue-hint small muted">
          <kbd>j</kbd> <kbd>k</kbd> pindah · <kbd>x</kbd> pilih · <kbd>c</kbd> ambil · <kbd>a</kbd> tugaskan ·{' '}
          <kbd>r</kbd> kembalikan ·{' '}
          <button type="button" className="button-plain" onClick={() => setOpen({ what: 'keys' })}>
            Semua pintasan
          </button>
        </p>
      </div>
      <ul className="rows queue-lines" onFocus={line.enter} onBlur={line.leave}>
        {rows.map((row) => (
          <QueueLine
            key={row.editionId}
            row={row}
            timeZone={timeZone}
            isChosen={chosenIds.has(row.editionId)}
            isBusy={isClaiming}
            isAlarmed={alarmed.includes(row.articleId)}
            tabIndex={line.tabIndexOf(row.editionId)}
            does={{
              choose,
              enter: line.setActive,
              claim: claimOne,
              handOver: (given) => setOpen({ what: 'handOver', row: given }),
            }}
          />
        ))}
      </ul>
      {chosen.length > 0 && (
        <section className="queue-chosen" aria-label="Naskah yang dipilih">
          <p>
            <strong>{chosen.length} dipilih</strong>
          </p>
          <div className="row">
            <button type="button" onClick={() => ask('assign')}>
              Tugaskan
            </button>
            <button type="button" onClick={() => ask('setPriority')}>
              Prioritas
            </button>
            <button type="button" onClick={() => ask('return')}>
              Kembalikan
            </button>
            <button type="button" className="button-plain" onClick={() => setChosenIds(new Set())}>
              Lepas pilihan
            </button>
          </div>
        </section>
      )}
      {open?.what === 'keys' && <KeysWindow areOn={keys.areOn} onSwitch={keys.switchTo} onClose={close} />}
      {open?.what === 'handOver' && (
        <HandOverWindow
          row={open.row}
          editors={editors.filter(({ id }) => id !== userId)}
          action={handOver}
          onClose={close}
          onDone={() => {
            close();
            setTold(toldOf('diserahkan', [{ editionId: open.row.editionId, refusal: null }]));
          }}
        />
      )}
      {open !== null && open.what !== 'keys' && open.what !== 'handOver' && (
        <ChosenWindow
          verb={open.what}
          rows={open.rows}
          editors={editors}
          timeZone={timeZone}
          reasons={reasons}
          actions={actions}
          onClose={close}
          onDone={(done, outcomes) => {
            close();
            setTold(toldOf(done, outcomes));
            // What was refused stays chosen, to be looked at.
            setChosenIds(new Set(outcomes.flatMap(({ editionId, refusal }) => (refusal === null ? [] : [editionId]))));
          }}
        />
      )}
    </div>
  );
}

/**
 * The one line the keyboard stands on. It stays where it is while the list is read anew; when its item has
 * gone, the one in its place is taken.
 */
function useActiveLine(rows: readonly QueueRow[]) {
  const [activeId, setActive] = useState<string | undefined>(rows[0]?.editionId);
  const [isReady, setIsReady] = useState(false);
  const isInside = useRef(false);
  const place = useRef(0);
  useEffect(() => setIsReady(true), []);

  const found = rows.findIndex((row) => row.editionId === activeId);
  const present = found >= 0 ? activeId : rows[Math.min(place.current, rows.length - 1)]?.editionId;
  const stay = useEffectEvent(() => {
    if (found >= 0) place.current = found;
    // A window that closes gives the focus back while React hears nothing.
    if (hasFocus()) isInside.current = true;
    // A line that was moved or taken away has lost the focus to the page.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isInside.current && isLost && present !== undefined) {
      document.getElementById(lineTitleId(present))?.focus({ preventScroll: true });
    }
  });
  useLayoutEffect(() => stay());

  return {
    activeId: present,
    setActive,
    tabIndexOf: (editionId: string) => (isReady ? (editionId === present ? 0 : -1) : undefined),
    move(by: 1 | -1): void {
      const at = rows.findIndex((row) => row.editionId === present);
      // The first key leads to the first line.
      const next = hasFocus() ? rows[at + by] : rows[Math.max(at, 0)];
      if (next === undefined) return;
      setActive(next.editionId);
      document.getElementById(lineTitleId(next.editionId))?.focus();
    },
    enter(): void {
      isInside.current = true;
    },
    leave(event: { relatedTarget: EventTarget | null; currentTarget: Element }): void {
      // Nothing is focused next when a line vanishes: then the list still has it.
      const to = event.relatedTarget;
      if (to instanceof Node && !event.currentTarget.contains(to)) isInside.current = false;
    },
  };
}

/** Whether the focus stands in the list. */
function hasFocus(): boolean {
  return (document.activeElement?.closest('.queue-lines') ?? null) !== null;
}
