'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import type { Issue } from '#lib/errors.ts';

/**
 * What is wrong, at the head of a form: takes the focus when it appears, and each line
 * leads to its field.
 *
 * @param idOf the id of the element that holds a field; undefined where a line leads nowhere by itself
 * @param onGo leads to what lies outside the form, for lines without an element here
 */
export function ErrorSummary({
  title,
  issues,
  idOf = (field) => field,
  onGo,
}: {
  title: string;
  issues: readonly Issue[];
  idOf?: (field: string) => string | undefined;
  onGo?: ((issue: Issue) => void) | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  const told = issues.map((issue) => issue.text).join(' ');
  useEffect(() => {
    // A second try with other faults is announced like the first.
    if (told !== '' || title !== '') box.current?.focus();
  }, [told, title]);

  const line = (issue: Issue): ReactNode => {
    const id = issue.field === '' ? undefined : idOf(issue.field);
    if (id) return <a href={`#${id}`}>{issue.text}</a>;
    if (onGo === undefined || issue.field === '') return issue.text;
    return (
      <button type="button" className="issue" onClick={() => onGo(issue)}>
        {issue.text}
      </button>
    );
  };

  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <strong>{title}</strong>
      {issues.length > 0 && (
        <ul>
          {issues.map((issue) => (
            <li key={`${issue.field}/${issue.code}/${issue.text}`}>
              {line(issue)}
              {issue.page && (
                <>
                  {' '}
                  <a href={issue.page.path} target="_blank" rel="noreferrer">
                    {issue.page.label}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
