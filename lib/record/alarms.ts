import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import { type AlarmKind, alarmKinds, type Role } from '#db/schema/enums.ts';
import { alarms, editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { AlarmId, ArticleId, EditionId, PortalId } from '#lib/ids.ts';
import { recordEvent } from './events.ts';

/** What an alarm is about. One stands open per kind and subject. */
export type AlarmSubject = { kind: AlarmKind; subject: string };

export type AlarmEntry = AlarmSubject & {
  /** Null when it concerns the whole install. */
  portalId: PortalId | null;
  editionId?: EditionId;
  /** What is wrong and what to do. No words of an article: an alarm is read by people who may not see it. */
  text: string;
  detail?: Record<string, unknown>;
};

/** An alarm that nobody has settled and that has not ended by itself. */
export type OpenAlarm = {
  id: AlarmId;
  kind: AlarmKind;
  subject: string;
  portalId: PortalId | null;
  articleId: ArticleId | null;
  text: string;
  detail: Record<string, unknown>;
  raisedAt: Date;
};

/** Who is shown each kind: the desk what it can mend, those who run the install the rest. An auditor sees all. */
const audience: Readonly<Record<AlarmKind, readonly Role[]>> = {
  schedule_failed: ['editor', 'managing_editor', 'auditor'],
  audit_chain_broken: ['managing_editor', 'admin', 'auditor'],
  witness_failed: ['managing_editor', 'admin', 'auditor'],
  job_failed: ['managing_editor', 'admin', 'auditor'],
  build_changed: ['managing_editor', 'admin', 'auditor'],
  site_integrity: ['managing_editor', 'admin', 'auditor'],
  backup_failed: ['managing_editor', 'admin', 'auditor'],
};

/**
 * Raises an alarm inside the caller's transaction. Raising one that stands open only renews what it says.
 * It writes to the audit log: call it last, as `recordEvent`.
 */
export async function raiseAlarm(tx: Transaction, entry: AlarmEntry): Promise<void> {
  const { kind, subject, portalId, editionId, text, detail = {} } = entry;
  const [raised] = await tx
    .insert(alarms)
    .values({ kind, subject, portalId, text, detail, raisedAt: now(), editionId: editionId ?? null })
    .onConflictDoNothing({ target: [alarms.kind, alarms.subject], where: sql`settled_at is null` })
    .returning({ id: alarms.id });
  if (raised === undefined) {
    await tx.update(alarms).set({ text, detail }).where(isOpen(entry));
    return;
  }
  const about = await articleOf(tx, editionId ?? null);
  await recordEvent(tx, {
    ...{ portalId, actorId: null, actorRole: null, verb: 'raise_alarm', detail: { kind, subject } },
    ...about,
  });
}

/**
 * Settles an alarm, if it stands open, inside the caller's transaction; call it last, as `recordEvent`.
 *
 * @param by null when what was wrong has ended by itself
 * @returns whether there was one to settle
 */
export async function settleAlarm(tx: Transaction, about: AlarmSubject, by: Actor | null): Promise<boolean> {
  const { kind, subject } = about;
  const [settled] = await tx
    .update(alarms)
    .set({ settledAt: now(), settledBy: by?.userId ?? null })
    .where(isOpen(about))
    .returning({ portalId: alarms.portalId, editionId: alarms.editionId });
  if (settled === undefined) return false;
  const article = await articleOf(tx, settled.editionId);
  await recordEvent(tx, {
    ...{ portalId: settled.portalId, verb: 'settle_alarm', detail: { kind, subject }, ...article },
    actorId: by?.userId ?? null,
    actorRole: by === null ? null : (roleFor(by, kind, settled.portalId) ?? null),
  });
  return true;
}

/** The alarms this person is shown, the newest first. */
export async function openAlarms(actor: Actor): Promise<OpenAlarm[]> {
  const shown = alarmKinds.flatMap((kind) => shownTo(actor, kind));
  if (shown.length === 0) return [];
  return database()
    .select({
      ...{ id: alarms.id, kind: alarms.kind, subject: alarms.subject, portalId: alarms.portalId },
      ...{ articleId: editions.articleId, text: alarms.text, detail: alarms.detail, raisedAt: alarms.raisedAt },
    })
    .from(alarms)
    .leftJoin(editions, eq(editions.id, alarms.editionId))
    .where(and(isNull(alarms.settledAt), or(...shown)))
    .orderBy(sql`${alarms.raisedAt} desc`, sql`${alarms.id} desc`);
}

/** The alarms of one kind in this person's portals; those of the whole install belong to whoever holds such a role anywhere. */
function shownTo(actor: Actor, kind: AlarmKind): SQL[] {
  const portals = actor.roles.filter(({ role }) => audience[kind].includes(role)).map(({ portalId }) => portalId);
  if (portals.length === 0) return [];
  const theirs = and(eq(alarms.kind, kind), or(isNull(alarms.portalId), inArray(alarms.portalId, portals)));
  return theirs === undefined ? [] : [theirs];
}

function roleFor(actor: Actor, kind: AlarmKind, portal: PortalId | null): Role | undefined {
  const here = actor.roles.filter(({ portalId }) => portal === null || portalId === portal).map(({ role }) => role);
  return audience[kind].find((role) => here.includes(role)) ?? here[0];
}

function isOpen({ kind, subject }: AlarmSubject): SQL | undefined {
  return and(eq(alarms.kind, kind), eq(alarms.subject, subject), isNull(alarms.settledAt));
}

async function articleOf(tx: Transaction, id: EditionId | null) {
  if (id === null) return {};
  const [edition] = await tx.select({ articleId: editions.articleId }).from(editions).where(eq(editions.id, id));
  return edition === undefined ? {} : { articleId: edition.articleId, editionId: id };
}
