import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { EditionId, PortalId, UserId } from '#lib/ids.ts';

/** Where instances hear of each other's commits. */
export const liveChannel = 'ruang_warta_kabar';

/** What is announced with an event. No words: whoever hears it reads what they may see. */
export type AnnouncedEvent = {
  portalId: PortalId | null;
  editionId: EditionId | null;
  /** The person it is about: what they may see may have changed. */
  subjectId: UserId | null;
  verb: string;
};

/** Tells open desks of events, when this transaction commits. */
export async function announceEvents(tx: Queryable, events: readonly AnnouncedEvent[]): Promise<void> {
  const notices = events.map(({ portalId, editionId, subjectId, verb }) => ({
    event: { portalId, editionId, subjectId, verb },
  }));
  await announce(tx, notices);
}

/** Tells people's open pages that they have news, or have read some; when this transaction commits. */
export async function announceNews(tx: Queryable, userIds: readonly UserId[]): Promise<void> {
  const all = [...new Set(userIds)];
  const notices: { news: UserId[] }[] = [];
  for (let at = 0; at < all.length; at += mostAtOnce) notices.push({ news: all.slice(at, at + mostAtOnce) });
  await announce(tx, notices);
}

/** A notice holds at most 8,000 bytes. */
const mostAtOnce = 150;

async function announce(tx: Queryable, notices: readonly object[]): Promise<void> {
  if (notices.length === 0) return;
  const texts = JSON.stringify(notices.map((notice) => JSON.stringify(notice)));
  await tx.execute(
    sql`select pg_notify(${liveChannel}, notice) from jsonb_array_elements_text(${texts}::jsonb) as notice`,
  );
}
