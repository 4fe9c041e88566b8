import { and, count, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Transaction, transaction } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { articles, memberships, namedPeople, users } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import { conflict, invalid, notAllowed, notFound } from '#lib/errors.ts';
import { type ArticleId, articleId, type PortalId, type UserId, userId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { mayNominate } from './confidence-policy.ts';
import { currentEditionId, type EditionRecord } from './edition-record.ts';
import { signingRole } from './policy.ts';
import { openEdition } from './transition.ts';

/** What the verbs about who reads an article are sent. */
export const accessInputs = {
  article: z.strictObject({ articleId }),
  person: z.strictObject({
    articleId,
    userId: z.union([userId], { error: 'Pilih orang dari daftar.' }),
  }),
} as const;

type Article = z.output<typeof accessInputs.article>;
type Person = z.output<typeof accessInputs.person>;

/** Roles with which somebody can be named: who only keeps keys or only checks reads no drafts by name. */
const nameableRoles: readonly Role[] = ['contributor', 'verifier', 'leader', 'editor', 'managing_editor'];
/** Of the named people at least one can write on. */
const writingRoles: readonly Role[] = ['contributor', 'verifier', 'editor', 'managing_editor'];

/**
 * Keeps an article from everybody but named people until it is published. Named are at first who
 * has a hand in it already.
 *
 * @throws notAllowed for anyone but its creator and the managing editor, and once it is published
 */
export function makeConfidential(actor: Actor, input: Article): Promise<void> {
  return decide(actor, input.articleId, 'make_confidential', undefined, async (tx, record, asked) => {
    const { article, edition, facts } = record;
    if (article.firstPublishedAt !== null) {
      throw notAllowed('Artikel ini sudah terbit, jadi isinya bukan rahasia lagi.');
    }
    if (article.isConfidential) throw conflict('Naskah ini sudah rahasia. Muat ulang halaman.');
    const handled = [article.createdBy, edition.createdBy, edition.submittedBy, edition.claimedBy, edition.assignedTo];
    const isOversight = edition.createdBy !== asked.userId && article.createdBy !== asked.userId;
    const people = [...handled, ...facts.coWriterIds, ...(isOversight ? [] : [asked.userId])];
    const named = await nameableAmong(
      tx,
      article.portalId,
      people.filter((id) => id !== null),
    );
    if (named.length === 0) {
      throw notAllowed(
        'Tidak ada penulis naskah ini yang masih bekerja di portal ini. Naskah belum dapat dirahasiakan.',
      );
    }
    await tx.update(articles).set({ isConfidential: true }).where(eq(articles.id, article.id));
    await tx
      .insert(namedPeople)
      .values(named.map((id) => ({ articleId: article.id, userId: id })))
      .onConflictDoNothing();
  });
}

/** Opens a confidential article to its agency and the desk, as every other. */
export function openToAgency(actor: Actor, input: Article): Promise<void> {
  return decide(actor, input.articleId, 'open_to_agency', undefined, async (tx, { article }) => {
    if (!article.isConfidential) throw conflict('Naskah ini tidak rahasia. Muat ulang halaman.');
    await tx.update(articles).set({ isConfidential: false }).where(eq(articles.id, article.id));
    await tx.delete(namedPeople).where(eq(namedPeople.articleId, article.id));
  });
}

/** Lets one more person read and, with a role that writes, act upon a confidential article. */
export function namePerson(actor: Actor, input: Person): Promise<void> {
  return decide(actor, input.articleId, 'name_person', input.userId, async (tx, { article }) => {
    requireConfidential(article.isConfidential);
    const [id] = await nameableAmong(tx, article.portalId, [input.userId]);
    if (id === undefined) {
      const text = 'Orang ini tidak dapat dinamai: ia belum bekerja di portal ini, atau hanya admin atau auditor.';
      throw invalid([{ field: 'userId', code: 'person_unknown', text }]);
    }
    await tx.insert(namedPeople).values({ articleId: article.id, userId: id }).onConflictDoNothing();
  });
}

/**
 * Takes a name off again.
 *
 * @throws notAllowed for the last one who can write on, and for the editor who holds the edition
 */
export function unnamePerson(actor: Actor, input: Person): Promise<void> {
  return decide(actor, input.articleId, 'unname_person', input.userId, async (tx, { article, edition, facts }) => {
    requireConfidential(article.isConfidential);
    if (!facts.namedIds.includes(input.userId)) throw notFound('person');
    if (edition.claimedBy === input.userId) {
      throw notAllowed('Redaktur ini sedang memegang naskah. Minta ia melepasnya lebih dulu.');
    }
    await keepAWriter(tx, article, input.userId);
    await tx
      .delete(namedPeople)
      .where(and(eq(namedPeople.articleId, article.id), eq(namedPeople.userId, input.userId)));
  });
}

/** Names whoever begins a later edition of a confidential article: else they could not see what they began. */
export async function nameWhoBegins(tx: Transaction, article: EditionRecord['article'], by: UserId): Promise<void> {
  if (!article.isConfidential) return;
  await tx.insert(namedPeople).values({ articleId: article.id, userId: by }).onConflictDoNothing();
}

type Work = (tx: Transaction, record: EditionRecord, asked: Actor) => Promise<void>;

function decide(
  actor: Actor,
  id: ArticleId,
  verb: 'make_confidential' | 'open_to_agency' | 'name_person' | 'unname_person',
  subjectId: UserId | undefined,
  work: Work,
): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const edition = await currentEditionId(tx, id);
    if (edition === undefined) throw notFound('article');
    const record = await openEdition(tx, edition, asked);
    const { article, facts } = record;
    if (!mayNominate(asked, facts, article.createdBy)) {
      throw notAllowed('Hanya pembuat naskah dan redaktur pelaksana yang menentukan siapa yang membacanya.');
    }
    await work(tx, record, asked);
    await recordEvent(tx, {
      portalId: article.portalId,
      actorId: asked.userId,
      actorRole: signingRole(asked, 'place', facts),
      verb,
      ...{ articleId: article.id, editionId: edition, agencyId: article.agencyId },
      ...(subjectId === undefined ? {} : { subjectId }),
    });
  });
}

function requireConfidential(isConfidential: boolean): void {
  if (!isConfidential) throw conflict('Naskah ini tidak rahasia. Muat ulang halaman.');
}

async function nameableAmong(tx: Transaction, portalId: PortalId, people: readonly UserId[]): Promise<UserId[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectDistinct({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inArray(users.id, [...new Set(people)]),
        eq(memberships.portalId, portalId),
        inArray(memberships.role, [...nameableRoles]),
        inForceAt(now()),
        isNull(users.suspendedAt),
      ),
    );
  return rows.map((row) => row.id);
}

async function keepAWriter(
  tx: Transaction,
  { id, portalId }: EditionRecord['article'],
  without: UserId,
): Promise<void> {
  const [left] = await tx
    .select({ writers: count() })
    .from(namedPeople)
    .innerJoin(memberships, eq(memberships.userId, namedPeople.userId))
    .innerJoin(users, eq(users.id, namedPeople.userId))
    .where(
      and(
        eq(namedPeople.articleId, id),
        notInArray(namedPeople.userId, [without]),
        eq(memberships.portalId, portalId),
        inArray(memberships.role, [...writingRoles]),
        inForceAt(now()),
        isNull(users.suspendedAt),
      ),
    );
  if ((left?.writers ?? 0) > 0) return;
  throw notAllowed('Ini orang terakhir yang dapat melanjutkan naskah. Namai orang lain lebih dulu.');
}
