import { desc, eq, getTableColumns, or, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { database, transaction } from '#db/client.ts';
import * as tables from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { personToChange } from '#lib/accounts/administration.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';

/** Rows of one kind that a file holds; the newest ones when there are more. */
const mostRows = 10_000;

/** Everything kept about one account, by the names of our tables. */
export type AccountData = {
  madeAt: string;
  account: Record<string, unknown>;
  rows: Record<string, { count: number; isWhole: boolean; entries: Record<string, unknown>[] }>;
};

type Kept = {
  table: PgTable;
  of: readonly PgColumn[];
  newest: PgColumn;
  /** Columns that nobody gets. */
  without: readonly string[];
  /** Columns with words of the desk, which the person gets and an admin, who may not read unpublished texts, does not. */
  ownOnly: readonly string[];
};

const anchor = ['quote', 'prefix', 'suffix'] as const;
const wordsOfPhotos = ['fileName', 'caption', 'alt', 'credit', 'withdrawReason'] as const;

/**
 * Where something about an account is kept, by the columns that name it. Left out are secrets (hashes of tokens,
 * seals) and words of articles, which are the office's and not the person's.
 */
export const keptAboutAccounts: Readonly<Record<string, Kept>> = {
  sessions: about(tables.sessions, ['userId'], 'createdAt', ['tokenHash']),
  secondFactors: about(tables.secondFactors, ['userId'], 'createdAt', ['secret', 'publicKey', 'credentialId']),
  recoveryCodes: about(tables.recoveryCodes, ['userId'], 'createdAt', ['codeHash']),
  accountCodes: about(tables.accountCodes, ['userId', 'createdBy'], 'createdAt', ['codeHash']),
  memberships: about(tables.memberships, ['userId', 'grantedBy', 'acceptedBy', 'inPlaceOf', 'endedBy'], 'grantedAt'),
  absences: about(tables.absences, ['userId', 'createdBy'], 'createdAt'),
  notifications: about(tables.notifications, ['userId'], 'at'),
  notificationChoices: about(tables.notificationChoices, ['userId'], 'kind'),
  mailTimes: about(tables.mailTimes, ['userId'], 'userId'),
  mails: about(tables.mails, ['userId'], 'createdAt', ['body', 'headers'], ['subject']),
  savedViews: about(tables.savedViews, ['userId'], 'id', [], ['name', 'query']),
  presences: about(tables.presences, ['userId'], 'seenAt'),
  seats: about(tables.seats, ['holderId', 'askedBy'], 'seenAt'),
  comments: about(tables.comments, ['userId', 'resolvedBy'], 'at', anchor, ['text', 'guestName']),
  commentMentions: about(tables.commentMentions, ['userId'], 'commentId'),
  suggestions: about(tables.suggestions, ['userId', 'decidedBy'], 'at', anchor, ['replacement', 'note']),
  decisionNotes: about(tables.decisionNotes, ['by'], 'at', [], ['text', 'place']),
  signatures: about(tables.signatures, ['userId'], 'at', ['mac', 'keyId']),
  signatureVoids: about(tables.signatureVoids, ['by'], 'at'),
  events: about(tables.events, ['actorId', 'subjectId'], 'seq', ['previousHash', 'hash'], ['detail']),
  articles: about(tables.articles, ['createdBy'], 'createdAt', [], ['slug']),
  coWriters: about(tables.coWriters, ['userId', 'addedBy'], 'addedAt'),
  namedPeople: about(tables.namedPeople, ['userId'], 'articleId'),
  revisions: about(tables.revisions, ['by'], 'at', ['words']),
  assets: about(
    tables.assets,
    ['uploadedBy', 'withdrawnBy'],
    'uploadedAt',
    ['placeholder', 'searchWords'],
    wordsOfPhotos,
  ),
  articleImports: about(tables.articleImports, ['by'], 'at', ['report'], ['fileName']),
  previewLinks: about(tables.previewLinks, ['createdBy', 'revokedBy'], 'createdAt', ['tokenHash'], ['guestName']),
  embargoPasses: about(tables.embargoPasses, ['userId', 'createdBy', 'revokedBy'], 'createdAt', ['tokenHash']),
  findingOverrides: about(tables.findingOverrides, ['by'], 'at', [], ['subject', 'reason']),
  checkFindings: about(tables.checkFindings, ['userId'], 'at'),
  frontChoices: about(tables.frontChoices, ['chosenBy'], 'chosenAt'),
  linkHosts: about(tables.linkHosts, ['by'], 'at'),
  houseNames: about(tables.houseNames, ['proposedBy', 'decidedBy'], 'proposedAt'),
  handovers: about(tables.handovers, ['fromUserId', 'toUserId', 'begunBy', 'finishedBy'], 'begunAt'),
  alarms: about(tables.alarms, ['settledBy'], 'raisedAt', ['detail'], ['text', 'subject']),
};

function about<Table extends PgTable>(
  table: Table,
  of: readonly (keyof Table['_']['columns'] & string)[],
  newest: keyof Table['_']['columns'] & string,
  without: readonly (keyof Table['_']['columns'] & string)[] = [],
  ownOnly: readonly (keyof Table['_']['columns'] & string)[] = [],
): Kept {
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const column = (name: string): PgColumn => {
    const found = columns[name];
    if (found === undefined) throw new Error(`No column ${name}`);
    return found;
  };
  return { table, of: of.map(column), newest: column(newest), without, ownOnly };
}

/**
 * All that is kept about an account, for the person or for an admin who may change that person; the admin gets what
 * was done and when, without the words of the desk. That it was asked for is recorded.
 *
 * @throws notFound, notAllowed as for a change of the person
 */
export async function accountData(actor: Actor, userId: UserId): Promise<AccountData> {
  await transaction(async (tx) => {
    if (userId !== actor.userId) await personToChange(tx, actor, userId);
    await recordEvent(tx, {
      portalId: null,
      actorId: actor.userId,
      actorRole: userId === actor.userId ? null : 'admin',
      verb: 'export_person',
      subjectId: userId,
    });
  });
  const { passwordHash: _, ...columns } = getTableColumns(tables.users);
  const [account] = await database().select(columns).from(tables.users).where(eq(tables.users.id, userId));
  if (account === undefined) throw notFound('account');
  const rows: AccountData['rows'] = {};
  for (const [name, kept] of Object.entries(keptAboutAccounts)) {
    const without = userId === actor.userId ? kept.without : [...kept.without, ...kept.ownOnly];
    rows[name] = await entriesOf(kept, userId, without);
  }
  return { madeAt: now().toISOString(), account, rows };
}

async function entriesOf({ table, of, newest }: Kept, userId: UserId, without: readonly string[]) {
  const columns = Object.fromEntries(
    Object.entries(getTableColumns(table)).filter(([name]) => !without.includes(name)),
  );
  const isAbout: SQL | undefined = or(...of.map((column) => eq(column, userId)));
  const count = await database().$count(table, isAbout);
  const entries = await database().select(columns).from(table).where(isAbout).orderBy(desc(newest)).limit(mostRows);
  return { count, isWhole: count <= mostRows, entries };
}
