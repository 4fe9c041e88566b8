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

/** Tells open desks of an event, when this transaction commits. */
export async function announceEvent(tx: Queryable, event: AnnouncedEvent): Promise<void> {
  const { portalId, editionId, subjectId, verb } = event;
  await announce(tx, { event: { portalId, editionId, subjectId, verb } });
}

/** Tells people's open pages that they have news, or have read some; when this transaction commits. */
export async function announceNews(tx: Queryable, userIds: readonly UserId[]): Promise<void> {
  const all = [...new Set(userIds)];
  for (let at = 0; at < all.length; at += mostAtOnce) await announce(tx, { news: all.slice(at, at + mostAtOnce) });
}

/** A notice holds at most 8,000 bytes. */
const mostAtOnce = 150;

async function announce(tx: Queryable, notice: object): Promise<void> {
  await tx.execute(sql`select pg_notify(${liveChannel}, ${JSON.stringify(notice)})`);
}
