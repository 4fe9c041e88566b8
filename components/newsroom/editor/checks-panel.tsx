'use client';

import type { Issue } from '#lib/errors.ts';
import type { Readiness } from '#lib/newsroom/readiness.ts';
import { placeWord } from '../note-list.tsx';

/** What stands in the way and what is advised, in words, each leading to its place. */
export function ChecksPanel({ checks, goTo }: { checks: Readiness; goTo: (field: string, code: string) => void }) {
  const { blocking, pending, advisory } = checks;
  return (
    <section className="checks" aria-labelledby="pemeriksaan">
      <h2 id="pemeriksaan">Pemeriksaan naskah</h2>
      {blocking.length === 0 ? (
        <p>
          <span aria-hidden="true">✓ </span>
          Tidak ada yang menghalangi pengajuan.
        </p>
      ) : (
        <Issues title={`Harus dibereskan (${blocking.length})`} sign="■" issues={blocking} goTo={goTo} />
      )}
      {pending.length > 0 && <Issues title={`Ditunggu (${pending.length})`} sign="◷" issues={pending} goTo={goTo} />}
      {advisory.length > 0 && <Issues title={`Anjuran (${advisory.length})`} sign="○" issues={advisory} goTo={goTo} />}
    </section>
  );
}

function Issues({
  title,
  sign,
  issues,
  goTo,
}: {
  title: string;
  sign: string;
  issues: readonly Issue[];
  goTo: (field: string, code: string) => void;
}) {
  return (
    <div>
      <h3>
        <span aria-hidden="true">{sign} </span>
        {title}
      </h3>
      <ul className="issue-list">
        {issues.map((issue) => (
          <li key={`${issue.field}/${issue.code}`}>
            <button type="button" className="issue" onClick={() => goTo(issue.field, issue.code)}>
              <span>
                {issue.text}
                {issue.field.startsWith('body.') && <span className="muted"> ({placeWord(issue.field)})</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
