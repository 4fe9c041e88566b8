'use client';

import type { Insert } from './inserts.ts';
import { slashOptionId } from './slash-trigger.ts';

/** What can be inserted, as a list of choices; the text or field above it keeps the focus. */
export function InsertOptions({
  id,
  offered,
  marked,
  onChoose,
  isFirst = false,
}: {
  id: string;
  offered: readonly Insert[];
  /** Id of the element that Enter would choose. */
  marked: string | undefined;
  onChoose: (insert: Insert) => void;
  /** Whether a window gives it the focus when it opens. */
  isFirst?: boolean;
}) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Yang dapat disisipkan"
      className="insert-options"
      tabIndex={-1}
      data-first={isFirst ? '' : undefined}
    >
      {offered.map((insert) => {
        const optionId = slashOptionId(insert.id);
        return (
          <div
            key={insert.id}
            id={optionId}
            role="option"
            tabIndex={-1}
            aria-selected={optionId === marked}
            className="insert-option"
            // The caret stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(insert)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onChoose(insert);
            }}
          >
            <span className="insert-sign" aria-hidden="true">
              {insert.sign}
            </span>
            <span>
              <b>{insert.name}</b> <span className="muted small insert-hint">{insert.hint}</span>
            </span>
          </div>
        );
      })}
    </div>
  );
}
