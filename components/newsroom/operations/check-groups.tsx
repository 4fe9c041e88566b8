import type { Check, Standing } from '#lib/operations/system-checks.ts';

const groups: readonly { standing: Standing; title: string; mark: string }[] = [
  { standing: 'wrong', title: 'Perlu ditangani', mark: '✗' },
  { standing: 'watch', title: 'Perlu diperhatikan', mark: '!' },
  { standing: 'well', title: 'Berjalan baik', mark: '✓' },
  { standing: 'absent', title: 'Tidak dipasang', mark: '–' },
];

/** What was looked at, the worst first: a sentence for all of it, then each with what to do about it. */
export function CheckGroups({ checks, openAlarms }: { checks: readonly Check[]; openAlarms: number }) {
  const wrong = checks.filter(({ standing }) => standing === 'wrong').length;
  const watched = checks.filter(({ standing }) => standing === 'watch').length;
  const isWell = wrong === 0 && openAlarms === 0;
  return (
    <>
      {isWell && (
        <p className="notice notice-good">
          <strong>Semuanya berjalan.</strong>{' '}
          {watched === 0 ? 'Tidak ada yang perlu Anda lakukan.' : `${watched} hal sebaiknya diperhatikan.`}
        </p>
      )}
      {groups.map(({ standing, title, mark }) => {
        const shown = checks.filter((check) => check.standing === standing);
        if (shown.length === 0) return null;
        return (
          <section key={standing} className="stack-tight" aria-labelledby={`keadaan-${standing}`}>
            <h2 id={`keadaan-${standing}`}>
              {title} ({shown.length})
            </h2>
            <dl className={`check-list check-list-${standing}`}>
              {shown.map(({ name, title: about, text, todo }) => (
                <div key={name}>
                  <dt>
                    <span className="check-mark" aria-hidden="true">
                      {mark}
                    </span>
                    {about}
                  </dt>
                  <dd>
                    {text}
                    {todo !== undefined && <span className="check-todo">{todo}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </>
  );
}
