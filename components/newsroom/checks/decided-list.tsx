import type { Override } from '#lib/newsroom/judgement.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';

/** What editors let pass in this article, and why. */
export function DecidedList({ overrides, timeZone }: { overrides: readonly Override[]; timeZone: string }) {
  if (overrides.length === 0) return null;
  return (
    <details className="finding-group">
      <summary>
        <h3>Diloloskan redaktur ({overrides.length})</h3>
      </summary>
      <ul className="stack-tight">
        {overrides.map(({ rule, subject, reason, by, at }) => (
          <li key={`${rule}/${subject}/${at.toISOString()}`}>
            {/^(body|cover|title|lead)(\.|$)/.test(subject) ? null : <span className="finding-text">{subject}</span>}{' '}
            {reason}{' '}
            <span className="muted small">
              {by}, {formatMoment(at, timeZone)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
