'use client';

import { useEffect, useRef } from 'react';
import type { Issue } from '#lib/errors.ts';

/**
 * What is wrong, at the head of a form: takes the focus when it appears, and each line
 * leads to its field.
 *
 * @param idOf the id of the element that holds a field; undefined where a line leads nowhere
 */
export function ErrorSummary({
  title,
  issues,
  idOf = (field) => field,
}: {
  title: string;
  issues: readonly Issue[];
  idOf?: (field: string) => string | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  const told = issues.map((issue) => issue.text).join(' ');
  useEffect(() => {
    // A second try with other faults is announced like the first.
    if (told !== '' || title !== '') box.current?.focus();
  }, [told, title]);

  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <strong>{title}</strong>
      {issues.length > 0 && (
        <ul>
          {issues.map((issue) => {
            const id = issue.field === '' ? undefined : idOf(issue.field);
            return (
              <li key={`${issue.field}/${issue.code}/${issue.text}`}>
                {id ? <a href={`#${id}`}>{issue.text}</a> : issue.text}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
