import { and, asc, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { workingStates } from '#db/schema/enums.ts';
import {
  accountCodes,
  articles,
  coWriters,
  editions,
  memberships,
  namedPeople,
  previewLinks,
  savedViews,
  sessions,
} from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { acceptingPortals, administeredPortals } from '#lib/accounts/administration.ts';
import { openRoleEntries } from '#lib/accounts/role-entries.ts';
import { now } from '#lib/clock.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import { mayNominate } from '#lib/newsroom/confidence-policy.ts';
import { type EditionRecord, readEditions } from '#lib/newsroom/edition-record.ts';
import { roleName, stateLabels } from '#lib/newsroom/labels.ts';
import { isEditor, isManagingEditor, isWriter, maySee, type Person } from '#lib/newsroom/policy.ts';
import { mayAnswerFor } from '#lib/press/embargo-passes.ts';
import { type PassOfAccount, passesOfAccount } from '#lib/press/passes-of-account.ts';
import { embargoPassesPath, historyPath, reviewPath } from '#lib/urls.ts';

/** What is left under a name, by kind. */
export const lineGroups = [
  'draft',
  'held',
  'assigned',
  'scheduled',
  'co_writing',
  'named',
  'role',
  'delegation',
  'views',
  'preview_link',
  'pass',
  'pass_to_close',
  'embargo_reader',
  'sessions',
  'codes',
] as const;
export type LineGroup = (typeof lineGroups)[number];

/** One thing that still hangs on the account, and what one tap would do. */
export type HandoverLine = {
  /** Names it within its handover: `held:<edition>`. */
  key: string;
  group: LineGroup;
  text: string;
  href: string | null;
  /** The label of the button; null when this person cannot settle it, `who` says who can. */
  act: string | null;
  who: string;
};

/** Between whom, and who asks. */
export type Between = { portalId: PortalId; from: UserId; to: Person | null };

const hidden = 'Naskah yang tidak Anda lihat';
const desk = 'redaktur pelaksana';
const keys = 'admin';

/** Everything that hangs on an account in a portal, as this person sees it. Nothing is kept: it is read from the rows. */
export async function handoverLines(queryable: Queryable, actor: Actor, between: Between): Promise<HandoverLine[]> {
  const [ofTexts, ofPasses, ofAccount] = await Promise.all([
    linesOfTexts(queryable, actor, between),
    passesOfAccount(queryable, between.portalId, between.from),
    linesOfAccount(queryable, actor, between),
  ]);
  return [...ofTexts, ...ofPasses.map((pass) => lineOfPass(actor, pass, between.to)), ...ofAccount];
}

async function linesOfTexts(queryable: Queryable, actor: Actor, between: Between): Promise<HandoverLine[]> {
  const { from, portalId, to } = between;
  const writes = sql`exists (select 1 from ${coWriters} where ${coWriters.editionId} = ${editions.id} and ${coWriters.userId} = ${from})`;
  const isNamed = sql`exists (select 1 from ${namedPeople} where ${namedPeople.articleId} = ${articles.id} and ${namedPeople.userId} = ${from})`;
  const records = await readEditions(
    queryable,
    and(
      eq(articles.portalId, portalId),
      inArray(editions.state, [...workingStates]),
      or(
        eq(editions.createdBy, from),
        eq(editions.submittedBy, from),
        eq(editions.claimedBy, from),
        eq(editions.assignedTo, from),
        eq(editions.scheduledBy, from),
        eq(editions.approvedBy, from),
        writes,
        and(articles.isConfidential, isNamed),
      ),
    ),
    sql`${asc(editions.id)}`,
    500,
  );
  return records.flatMap((record) => linesOfText(actor, record, from, to));
}

function linesOfText(actor: Actor, record: EditionRecord, from: UserId, to: Person | null): HandoverLine[] {
  const { edition, article, facts } = record;
  const isSeen = maySee(actor, facts);
  const title = isSeen ? `“${edition.title || 'Tanpa judul'}”, ${stateLabels[edition.state].toLowerCase()}` : hidden;
  const href = isSeen ? reviewPath(article.id) : null;
  const isManaging = isManagingEditor(actor, article.portalId);
  const line = (group: LineGroup, text: string, act: string | null, who: string): HandoverLine => ({
    ...{ key: `${group}:${edition.id}`, group, href, act, who },
    text: `${title}${text}`,
  });
  const withWriter = edition.state === 'draft' || edition.state === 'returned';
  const isTheirs = edition.createdBy === from || edition.submittedBy === from;
  const mayAssign = isSeen && isManaging && to !== null;
  const lines: HandoverLine[] = [];
  if (withWriter && isTheirs && !facts.isConfidential && (to === null || !isWriter(to, facts))) {
    const act = to !== null && isWriter(actor, facts) ? 'Jadikan penerus rekan penulis' : null;
    lines.push(line('draft', '', act, 'penulis perangkat daerahnya'));
  }
  if (edition.claimedBy === from) lines.push(line('held', '', isSeen && isManaging ? 'Lepas ke antrean' : null, desk));
  if (edition.assignedTo === from) lines.push(line('assigned', '', mayAssign ? 'Tugaskan kepada penerus' : null, desk));
  const answersFor = edition.scheduledBy === from || edition.approvedBy === from;
  if (edition.state === 'scheduled' && answersFor && (edition.assignedTo === null || edition.assignedTo === from)) {
    lines.push(line('scheduled', '', mayAssign ? 'Tugaskan kepada penerus' : null, desk));
  }
  if (facts.coWriterIds.includes(from)) {
    lines.push(line('co_writing', '', withWriter && isWriter(actor, facts) ? 'Keluarkan' : null, 'penulis naskahnya'));
  }
  if (facts.isConfidential && facts.namedIds.includes(from)) {
    const may = mayNominate(actor, facts, article.createdBy) || isManaging;
    const canGoOn = to?.roles.some(({ role }) => role !== 'admin' && role !== 'auditor' && role !== 'leader') === true;
    lines.push(line('named', '', may && canGoOn ? 'Namai penerus' : null, desk));
  }
  return lines;
}

/** Who was let in keeps reading where a successor can answer for it; else the pass is closed. */
function lineOfPass(actor: Actor, { passId, isHolder, holder, outlet, record }: PassOfAccount, to: Person | null) {
  const { article, edition, facts } = record;
  const isSeen = maySee(actor, facts);
  const may = isSeen && isEditor(actor, article.portalId);
  const title = isSeen ? `“${edition.title || 'Tanpa judul'}”` : hidden.toLowerCase();
  const line = (group: LineGroup, text: string, act: string): HandoverLine => ({
    ...{ key: `${group}:${passId}`, group, text, who: 'redaktur yang melihat naskahnya' },
    href: isSeen ? embargoPassesPath(article.id) : null,
    act: may ? act : null,
  });
  if (isHolder) return line('embargo_reader', `Boleh membaca ${title}`, 'Cabut');
  const text = `${[holder, ...(outlet === null ? [] : [outlet])].join(', ')}, untuk ${title}`;
  return to !== null && mayAnswerFor(to, record)
    ? line('pass', text, 'Serahkan kepada penerus')
    : line('pass_to_close', text, 'Cabut');
}

async function linesOfAccount(queryable: Queryable, actor: Actor, between: Between): Promise<HandoverLine[]> {
  const { from, portalId, to } = between;
  const at = now();
  const isAdmin = administeredPortals(actor).includes(portalId);
  const isOfPortal = acceptingPortals(actor).includes(portalId);
  const [roles, links, [views], [open], [codes]] = await Promise.all([
    openRoleEntries(
      and(eq(memberships.portalId, portalId), or(eq(memberships.userId, from), eq(memberships.inPlaceOf, from))),
    ),
    queryable
      .select({ id: previewLinks.id, articleId: previewLinks.articleId, guest: previewLinks.guestName })
      .from(previewLinks)
      .innerJoin(articles, eq(articles.id, previewLinks.articleId))
      .where(
        and(
          eq(previewLinks.createdBy, from),
          eq(articles.portalId, portalId),
          isNull(previewLinks.revokedAt),
          gt(previewLinks.expiresAt, at),
        ),
      )
      .orderBy(asc(previewLinks.id)),
    queryable.select({ total: count() }).from(savedViews).where(eq(savedViews.userId, from)),
    queryable
      .select({ total: count() })
      .from(sessions)
      .where(and(eq(sessions.userId, from), isNull(sessions.revokedAt), gt(sessions.expiresAt, at))),
    queryable
      .select({ total: count() })
      .from(accountCodes)
      .where(and(eq(accountCodes.userId, from), isNull(accountCodes.usedAt), gt(accountCodes.expiresAt, at))),
  ]);
  const line = (group: LineGroup, id: string, text: string, act: string | null, who: string): HandoverLine => ({
    ...{ key: `${group}:${id}`, group, text, href: null, act, who },
  });
  const counted = (group: LineGroup, total: number, text: string, act: string | null) =>
    total === 0 ? [] : [line(group, 'all', `${total} ${text}`, act, keys)];
  return [
    ...roles.map((entry) =>
      entry.delegated === null
        ? line('role', entry.membershipId, nameOf(entry), isAdmin ? 'Akhiri peran' : null, keys)
        : line('delegation', entry.membershipId, nameOf(entry), isOfPortal ? 'Akhiri delegasi' : null, desk),
    ),
    ...counted('views', views?.total ?? 0, 'tampilan antrean tersimpan', isOfPortal && to ? 'Salin ke penerus' : null),
    ...links.map(({ id, articleId, guest }) => ({
      ...line('preview_link', id, `Tautan pratinjau untuk ${guest}`, isOfPortal && !isAdmin ? 'Cabut' : null, desk),
      href: historyPath(articleId),
    })),
    ...counted('sessions', open?.total ?? 0, 'perangkat masih masuk', isAdmin ? 'Akhiri semua sesi' : null),
    ...counted('codes', codes?.total ?? 0, 'kode masuk masih berlaku', isAdmin ? 'Matikan kode' : null),
  ];
}

type Entry = Awaited<ReturnType<typeof openRoleEntries>>[number];

const nameOf = ({ role, agencyName, delegated }: Entry) =>
  [roleName(role, delegated?.kind ?? null), ...(agencyName === null ? [] : [agencyName])].join(', ');
