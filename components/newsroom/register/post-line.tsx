import { isHeldOn, postName } from '#lib/register/post-text.ts';

export type Post = {
  title: string;
  agencyName: string;
  isActing: boolean;
  fromDay: string | null;
  untilDay: string | null;
};

/** A post with its agency and days; one that has ended or has not begun says so. */
export function PostLine({ post, today }: { post: Post; today: string }) {
  const { agencyName, isActing, fromDay, untilDay } = post;
  const isHeld = isHeldOn(post, today);
  return (
    <>
      <span className={isHeld ? undefined : 'muted'}>
        {postName(post)}
        {agencyName !== '' && ` (${agencyName})`}
      </span>
      {days(fromDay, untilDay) !== '' && <span className="muted small history-small">{days(fromDay, untilDay)}</span>}
      {!isHeld && (
        <span className="badge">{untilDay !== null && untilDay < today ? 'Sudah berakhir' : 'Belum mulai'}</span>
      )}
      {isActing && untilDay === null && <span className="badge badge-warn">Isi tanggal akhir Plt.</span>}
    </>
  );
}

function days(from: string | null, until: string | null): string {
  if (from !== null && until !== null) return `${dayText(from)} sampai ${dayText(until)}`;
  if (from !== null) return `sejak ${dayText(from)}`;
  return until === null ? '' : `sampai ${dayText(until)}`;
}

/** `2026-01-14` as `14 Januari 2026`. */
export function dayText(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('id-ID', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
