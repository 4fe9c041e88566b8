import type { Readiness } from '#lib/newsroom/readiness.ts';

/** The checks of an edition as the server sees them, for whoever reviews it. */
export function IssueList({ readiness: { blocking, pending, advisory } }: { readiness: Readiness }) {
  const parts = [
    { title: 'Harus dibereskan', sign: '■', issues: blocking },
    { title: 'Ditunggu', sign: '◷', issues: pending },
    { title: 'Anjuran', sign: '○', issues: advisory },
  ].filter(({ issues }) => issues.length > 0);
  return (
    <section className="stack-tight" aria-labelledby="pemeriksaan">
      <h2 id="pemeriksaan">Pemeriksaan naskah</h2>
      {blocking.length + pending.length === 0 && (
        <p>
          <span aria-hidden="true">✓ </span>Tidak ada yang menghalangi.
        </p>
      )}
      {parts.map(({ title, sign, issues }) => (
        <div key={title}>
          <h3>
            <span aria-hidden="true">{sign} </span>
            {title} ({issues.length})
          </h3>
          <ul>
            {issues.map((issue) => (
              <li key={`${issue.field}/${issue.code}`}>{issue.text}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
