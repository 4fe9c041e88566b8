'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { ChangeView } from '#lib/administration/changes.ts';
import { Moment } from '../moment.tsx';

type HistoryProps = {
  changes: readonly ChangeView[];
  undo: FormAction;
  timeZone: string;
  /** What each thing is called, where a list tells of several. */
  names?: Readonly<Record<string, string>> | undefined;
};

/** What is not asked for every day stays folded. */
const shownAtOnce = 5;

/** Who changed what, from what to what, when; and the way back, which is a change of its own. */
export function ChangeHistory({ changes, undo, timeZone, names }: HistoryProps) {
  return (
    <section className="card stack" aria-labelledby="riwayat-perubahan">
      <h2 id="riwayat-perubahan">Riwayat perubahan</h2>
      {changes.length === 0 ? (
        <p className="muted">
          Belum ada perubahan. Setiap perubahan di halaman ini tercatat di sini, dan nilainya yang lama dapat
          dikembalikan.
        </p>
      ) : (
        <>
          <ChangeList changes={changes.slice(0, shownAtOnce)} undo={undo} timeZone={timeZone} names={names} />
          {changes.length > shownAtOnce && (
            <details>
              <summary>Yang lebih lama ({changes.length - shownAtOnce})</summary>
              <ChangeList changes={changes.slice(shownAtOnce)} undo={undo} timeZone={timeZone} names={names} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function ChangeList({ changes, undo, timeZone, names }: HistoryProps) {
  return (
    <ol className="changes">
      {changes.map((change) => (
        <li key={change.seq} className="stack-tight">
          <p>
            <strong>{change.what}</strong>
            {names?.[change.about] !== undefined && `: ${names[change.about]}`}{' '}
            <span className="muted small">
              {change.by}, <Moment at={change.at} timeZone={timeZone} />
            </span>
          </p>
          <ul className="plain-list small">
            {change.lines.map((line) => (
              <li key={line.label}>
                {line.label}:{' '}
                {'isUntold' in line ? (
                  <span className="muted">diganti; isinya tidak dicatat</span>
                ) : line.before === null ? (
                  line.after
                ) : (
                  <>
                    <del>{line.before}</del> <span aria-hidden="true">→</span>{' '}
                    <span className="visually-hidden">menjadi</span> <ins>{line.after}</ins>
                  </>
                )}
              </li>
            ))}
          </ul>
          {change.mayUndo && (
            <ActionForm
              action={undo}
              tone="usual"
              submit="Kembalikan ke nilai sebelumnya"
              label={`Kembalikan nilai sebelum ${change.what.toLowerCase()}, perubahan ${change.seq}`}
              hidden={{ seq: change.seq }}
              className=""
            />
          )}
        </li>
      ))}
    </ol>
  );
}
