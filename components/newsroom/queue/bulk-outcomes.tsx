import type { BulkOutcome } from '#lib/desk/bulk-outcome.ts';

/** What was asked of several items at once, and what became of each. */
export type Told = {
  /** What was done, as a sentence goes on: `ditugaskan`. */
  done: string;
  outcomes: readonly BulkOutcome[];
  /** How each was called in the list it was chosen from. */
  titles: ReadonlyMap<string, string>;
};

/** Says how many were done, and of each other one why not. */
export function BulkOutcomes({ told }: { told: Told }) {
  const { done, outcomes, titles } = told;
  const refused = outcomes.filter(({ refusal }) => refusal !== null);
  const count = outcomes.length - refused.length;
  return (
    <div role="status" className={`notice ${refused.length === 0 ? 'notice-good' : 'notice-warn'} stack-tight`}>
      <p>
        {count === 0
          ? `Tidak satu pun ${done}.`
          : refused.length === 0
            ? `${count} naskah ${done}.`
            : `${count} dari ${outcomes.length} naskah ${done}. Yang lain tidak:`}
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ editionId, refusal }) => (
            <li key={editionId}>
              <strong>{titles.get(editionId) || 'Tanpa judul'}</strong>: {refusal}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
