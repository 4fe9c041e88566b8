import type { ReactNode } from 'react';

/**
 * What a row of a table folds away: on a phone it unfolds within the row, beside it on a wider screen it lies
 * over the rows below, so that no column is squeezed by a form.
 *
 * @param about which row, for people who do not see where the word stands
 */
export function RowDetails({ label, about, children }: { label: string; about: string; children: ReactNode }) {
  return (
    <details className="row-details">
      <summary>
        {label}
        <span className="visually-hidden"> {about}</span>
      </summary>
      <div className="row-details-sheet">{children}</div>
    </details>
  );
}
