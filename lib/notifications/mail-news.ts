import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { editions, events, mailTimes, notifications, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { newsroomOrigin } from '#lib/config.ts';
import type { UserId } from '#lib/ids.ts';
import { sendMail } from '#lib/mail/outbox.ts';
import { type EditionRecord, readEditions } from '#lib/newsroom/edition-record.ts';
import { maySee } from '#lib/newsroom/policy.ts';
import { absolute, notificationSettingsPath, notificationsPath } from '#lib/urls.ts';
import { askForMail } from './ask-for-mail.ts';
import { breaksQuiet, isNewsKind, type NewsKind, newsKinds } from './kinds.ts';
import { newsPlace } from './news-place.ts';
import { newsSentence } from './news-text.ts';
import { membersNamed, peopleOfMail } from './people-of-mail.ts';
import { localTime, quietMinutes, usualTimes } from './quiet-hours.ts';

type Row = typeof notifications.$inferSelect;

/** News of one mail at most; the rest is a number, and a link. */
const mostInMail = 20;

/**
 * Mails somebody the news they want at once; a job. What they have read meanwhile is not mailed, and
 * in quiet hours only what may break them is.
 */
export async function mailNews(userId: UserId): Promise<void> {
  await transaction(async (tx) => {
    // Two jobs of one person (an urgent one and a patient one) come one after the other.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
    const [person] = await peopleOfMail(tx, [userId]);
    const waiting = await waitingNews(tx, userId);
    const unread = waiting.filter(({ readAt }) => readAt === null);
    if (person === undefined || unread.length === 0) return markMailed(tx, waiting);
    const [own = usualTimes] = await tx.select().from(mailTimes).where(eq(mailTimes.userId, userId));
    const isQuiet = quietMinutes(own, localTime(now(), person.timeZone).minute) > 0;
    const due = unread.filter(({ kind }) => !isQuiet || (isNewsKind(kind) && breaksQuiet(kind, person.roles)));
    await markMailed(tx, [...waiting.filter(({ readAt }) => readAt !== null), ...due]);
    const left = unread.filter((row) => !due.includes(row));
    // Somebody may have changed their quiet hours after the job was asked for.
    if (due.length === 0) return askForMail(tx, left);
    const lines = await linesOf(tx, userId, due);
    const [first] = due;
    if (lines.length === 0 || first === undefined) return;
    await sendMail(tx, {
      kind: 'notification',
      onceKey: `notification:${first.id}`,
      userId,
      recipient: person.email,
      subject: lines.length === 1 ? subjectOf(first.kind) : `${lines.length} pemberitahuan`,
      body: bodyOf(person.portalName, lines),
    });
  });
}

async function waitingNews(tx: Transaction, userId: UserId): Promise<Row[]> {
  return tx
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.mail, 'immediate'), isNull(notifications.mailedAt)))
    .orderBy(asc(notifications.id))
    .limit(500);
}

async function markMailed(tx: Transaction, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await tx.update(notifications).set({ mailedAt: now() }).where(inArray(notifications.id, ids));
}

type Line = { sentence: string; address: string };

/** Only what its person may see at this moment. */
async function linesOf(tx: Transaction, userId: UserId, rows: readonly Row[]): Promise<Line[]> {
  const editionIds = [...new Set(rows.flatMap(({ editionId }) => (editionId === null ? [] : [editionId])))];
  const records =
    editionIds.length === 0
      ? []
      : await readEditions(tx, inArray(editions.id, editionIds), asc(editions.id), editionIds.length);
  const byId = new Map(records.map((record) => [record.edition.id, record]));
  const told = await tx
    .select({ seq: events.seq, verb: events.verb, detail: events.detail, actor: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(
      inArray(
        events.seq,
        rows.map(({ eventSeq }) => eventSeq),
      ),
    );
  const byNumber = new Map(told.map((event) => [event.seq, event]));
  const member = await membersNamed(tx, userId);
  return rows.flatMap((row) => {
    const event = byNumber.get(row.eventSeq);
    const record = row.editionId === null ? undefined : byId.get(row.editionId);
    if (event === undefined || !isNewsKind(row.kind)) return [];
    if (row.articleId !== null && (record === undefined || !maySee(member, record.facts))) return [];
    const actor = record?.article.isConfidential === true ? 'seorang rekan' : (event.actor ?? 'sistem');
    const subject = record === undefined ? null : subjectFor(row.kind, record);
    return [
      {
        sentence: newsSentence({ kind: row.kind, verb: event.verb, actor }, subject),
        address: absolute(newsroomOrigin(), newsPlace(row.kind, row.articleId)),
      },
    ];
  });
}

/** What a mail may call an article whose words readers have: mails go through many hands. */
const tellsTitle: readonly NewsKind[] = ['published', 'second_review', 'second_review_late', 'fast_lane'];

/**
 * How a mail names an article: by its title only where readers have it, by its agency otherwise, and
 * by nothing at all where it is confidential.
 */
export function subjectFor(kind: NewsKind, { edition, article, agency }: EditionRecord): string {
  if (article.isConfidential) return 'Sebuah naskah';
  const isPublic = edition.state === 'published' && edition.title !== '';
  return isPublic && tellsTitle.includes(kind) ? `“${edition.title}”` : `Sebuah naskah ${agency.shortName}`;
}

function subjectOf(kind: string): string {
  return isNewsKind(kind) ? newsKinds[kind].label : 'Pemberitahuan';
}

function bodyOf(portalName: string, lines: readonly Line[]): string {
  const origin = newsroomOrigin();
  const shown = lines.slice(0, mostInMail);
  const more = lines.length - shown.length;
  return [
    ...shown.flatMap(({ sentence, address }) => [sentence, address, '']),
    ...(more > 0 ? [`Dan ${more} pemberitahuan lain:`, absolute(origin, notificationsPath), ''] : []),
    `Surel ini dikirim oleh ruang redaksi ${portalName}. Judul dan isi naskah hanya tampil setelah Anda masuk.`,
    'Atur surel yang Anda terima:',
    absolute(origin, notificationSettingsPath),
  ].join('\n');
}
