'use client';

import type { KeyboardEvent } from 'react';
import type { Insert } from './inserts.ts';
import { slashOptionId } from './slash-trigger.ts';

/** What can be inserted, as a list of choices; the text or field above it keeps the focus. */
export function InsertOptions({
  id,
  offered,
  marked,
  onChoose,
  onKey,
}: {
  id: string;
  offered: readonly Insert[];
  /** Id of the element that Enter would choose. */
  marked: string | undefined;
  onChoose: (insert: Insert) => void;
  /** Where the list itself has the focus: a window gives it that when it opens. */
  onKey?: ((event: KeyboardEvent) => void) | undefined;
}) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Yang dapat disisipkan"
      className="insert-options"
      tabIndex={-1}
      data-first={onKey ? '' : undefined}
      aria-activedescendant={onKey ? marked : undefined}
      onKeyDown={onKey}
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
