/** The days of a post, both included; null where open. */
type PostDays = { fromDay: string | null; untilDay: string | null };

/** Whether a post is held on a day (`2026-01-14`). */
export function isHeldOn({ fromDay, untilDay }: PostDays, day: string): boolean {
  return (fromDay === null || fromDay <= day) && (untilDay === null || day <= untilDay);
}

/** A post as it stands before a name: “Plt. Kepala Dinas Kesehatan”. */
export const postName = ({ title, isActing }: { title: string; isActing: boolean }) =>
  isActing ? `Plt. ${title}` : title;
