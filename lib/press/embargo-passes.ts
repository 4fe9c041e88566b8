import { and, desc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { database, type Queryable, type Transaction, transaction } from '#db/client.ts';
import { embargoPasses, embargoReadings, memberships, portals, pressContacts, users } from '#db/schema/index.ts';
import { type Actor, actorNow, loadActor } from '#lib/accounts/actor.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { hashOfSecret, randomToken } from '#lib/accounts/secrets.ts';
import { now } from '#lib/clock.ts';
import { conflict, invalid, notAllowed, notFound } from '#lib/errors.ts';
import type { ArticleId, EmbargoPassId, PortalId, PressContactId, UserId } from '#lib/ids.ts';
import { mailIsSetUp, sendMail } from '#lib/mail/outbox.ts';
import { currentEditionId, type EditionRecord } from '#lib/newsroom/edition-record.ts';
import { recordForActor } from '#lib/newsroom/edition-view.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { isEditor, maySee, mayShare, type Person } from '#lib/newsroom/policy.ts';
import { openEdition } from '#lib/newsroom/transition.ts';
import { recordEvent } from '#lib/record/events.ts';
import { canLetIn } from './embargoed-edition.ts';
import { requireDesk } from './press-access.ts';
import type { PressInput } from './press-input.ts';

/** Somebody who was let in, as the newsroom sees it, with every reading. The secret is not among it. */
export type EmbargoPassView = {
  id: EmbargoPassId;
  name: string;
  /** The outlet, or that it is an account of the newsroom. */
  from: string;
  isAccount: boolean;
  by: string;
  createdAt: Date;
  revokedAt: Date | null;
  isOpen: boolean;
  readings: { at: Date; mark: string; device: string }[];
};

/** Who may be let in, who was, and what stands against letting in more. */
export type EmbargoView = {
  portalId: PortalId;
  title: string;
  embargoUntil: Date | null;
  /** Whether this person lets in and revokes. */
  mayLetIn: boolean;
  /** Whether there is an embargo to let anybody into. */
  isEmbargoed: boolean;
  passes: EmbargoPassView[];
  contacts: { id: PressContactId; name: string; outlet: string }[];
  accounts: { id: UserId; name: string }[];
};

/**
 * Lets a journalist in by a personal link.
 *
 * @param addressOf the link of a secret, for the mail
 * @returns the secret, this one time: only its hash is kept
 * @throws invalid for a journalist of another portal or switched off, conflict when they are in already or
 * there is no embargo to let anybody into
 */
export function letInContact(
  actor: Actor,
  { articleId, contactId }: PressInput<'letInContact'>,
  addressOf: (portalId: PortalId, token: string) => Promise<string>,
): Promise<{ address: string; mailed: boolean }> {
  const token = randomToken();
  return transaction(async (tx) => {
    const { record, asked } = await openForDesk(tx, actor, articleId);
    const { portalId } = record.facts;
    const [contact] = await tx
      .select()
      .from(pressContacts)
      .where(and(eq(pressContacts.id, contactId), eq(pressContacts.portalId, portalId), pressContacts.isActive));
    if (contact === undefined) {
      throw invalid([{ field: 'contactId', code: 'unknown_contact', text: 'Pilih wartawan dari daftar yang aktif.' }]);
    }
    const passId = await addPass(tx, asked, record, { contactId, tokenHash: hashOfSecret('embargo', token) });
    const address = await addressOf(portalId, token);
    const mailed = contact.email !== '' && mailIsSetUp() && (await mailLink(tx, record, { passId, contact, address }));
    await tell(tx, asked, record, 'let_in', { detail: { passId, name: contact.name, outlet: contact.outlet } });
    return { address, mailed };
  });
}

/** Lets an account in that could not see the article otherwise: it reads signed in, and needs no link. */
export function letInAccount(actor: Actor, { articleId, userId }: PressInput<'letInAccount'>): Promise<void> {
  return transaction(async (tx) => {
    const { record, asked } = await openForDesk(tx, actor, articleId);
    const [account] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
    if (account === undefined || !(await accountsOf(tx, record.facts.portalId)).some(({ id }) => id === userId)) {
      throw invalid([{ field: 'userId', code: 'unknown_account', text: 'Pilih akun yang bekerja untuk portal ini.' }]);
    }
    const passId = await addPass(tx, asked, record, { userId });
    await tell(tx, asked, record, 'let_in', { subjectId: userId, detail: { passId } });
  });
}

/** Closes a pass at once. */
export function revokePass(actor: Actor, { passId }: PressInput<'revokePass'>): Promise<void> {
  return transaction(async (tx) => {
    const { asked, pass, record } = await openPass(tx, actor, passId);
    if (!(await closePass(tx, asked, passId))) return;
    const subject = pass.userId === null ? {} : { subjectId: pass.userId };
    await tell(tx, asked, record, 'revoke_pass', { ...subject, detail: { passId } });
  });
}

/**
 * Lets another editor answer for a pass whose giver leaves. Its holder keeps reading by the same link; what was
 * read until now stays under the name of who gave it.
 *
 * @throws conflict when it was closed meanwhile, not_allowed for somebody who may not give this pass
 */
export function handPassOn(actor: Actor, { passId, to }: { passId: EmbargoPassId; to: UserId }): Promise<void> {
  return transaction(async (tx) => {
    const { asked, pass, record } = await openPass(tx, actor, passId);
    if (!mayAnswerFor(await loadActor(to, tx), record)) {
      throw notAllowed('Izin baca embargo hanya dapat diserahkan kepada redaktur yang melihat naskahnya.');
    }
    if (!(await closePass(tx, asked, passId))) throw conflict('Izin ini sudah dicabut. Muat ulang halaman.');
    const { articleId, userId, contactId, tokenHash } = pass;
    await tx.insert(embargoPasses).values({ articleId, userId, contactId, tokenHash, createdBy: to, createdAt: now() });
    await tell(tx, asked, record, 'hand_pass_on', { subjectId: to, detail: { passId, from: pass.createdBy } });
  });
}

/** Whether somebody may answer for passes to an article. */
export function mayAnswerFor(person: Person, { facts }: EditionRecord): boolean {
  return isEditor(person, facts.portalId) && maySee(person, facts);
}

/** Locks the article of a pass, for the desk. */
async function openPass(tx: Transaction, actor: Actor, passId: EmbargoPassId) {
  const asked = await actorNow(tx, actor);
  const [found] = await tx.select().from(embargoPasses).where(eq(embargoPasses.id, passId));
  const edition = found === undefined ? undefined : await currentEditionId(tx, found.articleId);
  if (found === undefined || edition === undefined) throw notFound('embargo_pass');
  const record = await openEdition(tx, edition, asked);
  requireDesk(asked, record.facts.portalId);
  return { asked, pass: found, record };
}

/** @returns whether it was open until now; its secret no longer belongs to it */
async function closePass(tx: Transaction, actor: Actor, passId: EmbargoPassId): Promise<boolean> {
  const closed = await tx
    .update(embargoPasses)
    .set({ revokedAt: now(), revokedBy: actor.userId, tokenHash: null })
    .where(and(eq(embargoPasses.id, passId), isNull(embargoPasses.revokedAt)))
    .returning({ id: embargoPasses.id });
  return closed.length > 0;
}

/**
 * Who was let in and who has read, for those who write the article, the desk and the auditor.
 *
 * @throws not_found for everyone else
 */
export async function embargoView(actor: Actor, articleId: ArticleId): Promise<EmbargoView> {
  const record = await recordForActor(actor, articleId);
  const { facts, article, edition } = record;
  const isAuditor = actor.roles.some(({ role, portalId }) => role === 'auditor' && portalId === article.portalId);
  if (!mayShare(actor, facts) && !isAuditor) throw notFound('embargo');
  const mayLetIn = isEditor(actor, article.portalId);
  const passes = await passesOf(articleId);
  const kept = passes.filter(({ revokedAt }) => revokedAt === null);
  const contacts = mayLetIn ? await activeContacts(article.portalId) : [];
  const accounts = mayLetIn ? await accountsOf(database(), article.portalId) : [];
  return {
    ...{ portalId: article.portalId, title: edition.title, embargoUntil: edition.embargoUntil, mayLetIn },
    isEmbargoed: canLetIn(record, now()),
    passes: passes.map(({ holder: _holder, ...pass }) => pass),
    contacts: contacts.filter(({ id }) => !kept.some(({ holder }) => holder === id)),
    accounts: accounts.filter(({ id }) => !kept.some(({ holder }) => holder === id)),
  };
}

async function passesOf(articleId: ArticleId): Promise<(EmbargoPassView & { holder: string })[]> {
  const rows = await database()
    .select({ pass: embargoPasses, contact: pressContacts, account: users.name, suspendedAt: users.suspendedAt })
    .from(embargoPasses)
    .leftJoin(pressContacts, eq(pressContacts.id, embargoPasses.contactId))
    .leftJoin(users, eq(users.id, embargoPasses.userId))
    .where(eq(embargoPasses.articleId, articleId))
    .orderBy(desc(embargoPasses.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ pass }) => pass.id);
  const [readings, makers] = await Promise.all([
    database()
      .select()
      .from(embargoReadings)
      .where(inArray(embargoReadings.passId, ids))
      .orderBy(desc(embargoReadings.id))
      .limit(500),
    database()
      .select({ id: users.id, name: users.name, suspendedAt: users.suspendedAt })
      .from(users)
      .where(inArray(users.id, [...new Set(rows.map(({ pass }) => pass.createdBy))])),
  ]);
  const makerOf = ({ createdBy }: typeof embargoPasses.$inferSelect) => makers.find(({ id }) => id === createdBy);
  return rows.map(({ pass, contact, account, suspendedAt }) => ({
    id: pass.id,
    holder: pass.contactId ?? pass.userId ?? '',
    name: contact?.name ?? account ?? '',
    from: contact?.outlet ?? 'Akun ruang redaksi',
    isAccount: pass.userId !== null,
    by: makerOf(pass)?.name ?? '',
    createdAt: pass.createdAt,
    revokedAt: pass.revokedAt,
    isOpen:
      pass.revokedAt === null &&
      contact?.isActive !== false &&
      suspendedAt === null &&
      makerOf(pass)?.suspendedAt === null,
    readings: readings.filter(({ passId }) => passId === pass.id).map(({ at, mark, device }) => ({ at, mark, device })),
  }));
}

function activeContacts(portalId: PortalId) {
  return database()
    .select({ id: pressContacts.id, name: pressContacts.name, outlet: pressContacts.outlet })
    .from(pressContacts)
    .where(and(eq(pressContacts.portalId, portalId), pressContacts.isActive))
    .orderBy(pressContacts.name);
}

/** The accounts that work for a portal, but for its desk, which sees everything that is under way. */
async function accountsOf(queryable: Queryable, portalId: PortalId): Promise<{ id: UserId; name: string }[]> {
  return queryable
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.portalId, portalId),
        notInArray(memberships.role, ['editor', 'managing_editor']),
        inForceAt(now()),
        isNull(users.suspendedAt),
      ),
    )
    .orderBy(users.name);
}

/** Locks the edition people mean, for an editor who may see it and lets people in. */
async function openForDesk(tx: Transaction, actor: Actor, articleId: ArticleId) {
  const asked = await actorNow(tx, actor);
  const edition = await currentEditionId(tx, articleId);
  if (edition === undefined) throw notFound('article');
  const record = await openEdition(tx, edition, asked);
  if (!isEditor(asked, record.facts.portalId)) throw notAllowed('Hanya redaktur yang dapat memberi akses embargo.');
  if (!canLetIn(record, now())) {
    throw conflict('Naskah ini tidak sedang diembargo. Isi waktu embargonya dulu, atau muat ulang halaman.');
  }
  return { record, asked };
}

async function addPass(
  tx: Transaction,
  actor: Actor,
  { article }: EditionRecord,
  holder: { contactId: PressContactId; tokenHash: string } | { userId: UserId },
): Promise<EmbargoPassId> {
  const isSame =
    'userId' in holder ? eq(embargoPasses.userId, holder.userId) : eq(embargoPasses.contactId, holder.contactId);
  const [open] = await tx
    .select({ id: embargoPasses.id })
    .from(embargoPasses)
    .where(and(eq(embargoPasses.articleId, article.id), isSame, isNull(embargoPasses.revokedAt)));
  if (open !== undefined) {
    throw conflict('Orang ini sudah diberi akses. Untuk membuat tautan baru, cabut dulu yang lama.');
  }
  const [row] = await tx
    .insert(embargoPasses)
    .values({ ...holder, articleId: article.id, createdBy: actor.userId, createdAt: now() })
    .returning({ id: embargoPasses.id });
  if (row === undefined) throw new Error('A pass was not written.');
  return row.id;
}

/** No title and no words: a mail lies about in places we do not know. */
async function mailLink(
  tx: Transaction,
  { facts }: EditionRecord,
  link: { passId: EmbargoPassId; contact: { name: string; email: string }; address: string },
): Promise<boolean> {
  const [portal] = await tx.select().from(portals).where(eq(portals.id, facts.portalId));
  if (portal === undefined || facts.embargoUntil === null) return false;
  return sendMail(tx, {
    kind: 'embargo_link',
    onceKey: `embargo:${link.passId}`,
    userId: null,
    recipient: link.contact.email,
    subject: `Naskah di bawah embargo dari ${portal.name}`,
    body: [
      `Yth. ${link.contact.name},`,
      '',
      `${portal.name} memberi Anda akses baca ke naskah yang diembargo hingga ${formatMoment(facts.embargoUntil, portal.timeZone)}.`,
      '',
      link.address,
      '',
      'Tautan ini hanya untuk Anda. Setiap halaman ditandai dengan nama Anda, dan setiap pembacaan dicatat. Mohon tidak menyebarkan isinya sebelum embargo berakhir.',
    ].join('\n'),
  });
}

async function tell(
  tx: Transaction,
  actor: Actor,
  { article, edition }: EditionRecord,
  verb: 'let_in' | 'revoke_pass' | 'hand_pass_on',
  about: { subjectId?: UserId; detail: Record<string, unknown> },
): Promise<void> {
  await recordEvent(tx, {
    ...{ portalId: article.portalId, actorId: actor.userId, actorRole: requireDesk(actor, article.portalId), verb },
    ...{ articleId: article.id, editionId: edition.id, agencyId: article.agencyId, ...about },
  });
}
