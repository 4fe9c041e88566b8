import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Queryable, transaction } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { agencies, events, users } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, notAllowed } from '#lib/errors.ts';
import { type AgencyId, agencyId, editionId } from '#lib/ids.ts';
import { line, version } from '#lib/input-parts.ts';
import { recordEvent } from '#lib/record/events.ts';
import type { EditionRecord } from './edition-record.ts';
import { holds, type Person } from './policy.ts';
import { openEdition } from './transition.ts';
import { isBeforeReaders } from './workflow.ts';

/** What an agency of a joint release says: that it may be named there, or that it would rather not, and why. */
export const jointInput = z.strictObject({
  editionId,
  version,
  agencyId,
  answer: z.enum(['agree', 'decline'], 'Pilih jawaban.'),
  note: line(600, 'Catatan').default(''),
});

const verbOf = { agree: 'agree_joint', decline: 'decline_joint' } as const;

/** Who speaks for an agency: its verifier, else its leader. */
export function speaksFor(
  person: Person,
  portal: EditionRecord['article']['portalId'],
  agency: AgencyId,
): Role | undefined {
  return (['verifier', 'leader'] as const).find((role) => holds(person, role, portal, agency));
}

/**
 * Records that an agency agrees, or would rather not, to be named in a joint release. It is no
 * signature and holds nothing back: the words are answered for by who signs them. The desk sees the
 * answer, and whether the words have changed since.
 *
 * @throws notAllowed for anyone but the agency's verifier and leader, and once readers have the words
 */
export function answerJoint(actor: Actor, input: z.output<typeof jointInput>): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const { article, edition, facts } = await openEdition(tx, input.editionId, asked);
    const role = speaksFor(asked, article.portalId, input.agencyId);
    if (!facts.jointAgencyIds.includes(input.agencyId) || role === undefined) {
      throw notAllowed('Hanya verifikator dan pimpinan perangkat daerah yang ikut dicantumkan yang dapat menjawab.');
    }
    if (!isBeforeReaders(edition.state)) throw notAllowed('Naskah ini tidak sedang disiapkan untuk terbit.');
    if (edition.version !== input.version) {
      throw conflict('Naskah ini baru saja diubah. Muat ulang, baca lagi, lalu jawab.');
    }
    await recordEvent(tx, {
      portalId: article.portalId,
      actorId: asked.userId,
      actorRole: role,
      verb: verbOf[input.answer],
      ...{ articleId: article.id, editionId: edition.id, agencyId: input.agencyId },
      detail: { contentHash: facts.currentHash, note: input.note, at: now().toISOString() },
    });
  });
}

/** An agency of a joint release, and what it has said. */
export type JointAgency = {
  id: AgencyId;
  name: string;
  answer: { isAgreed: boolean; by: string; at: Date; note: string; isOnTheseWords: boolean } | null;
};

/** The agencies a release is joined by, besides its own, each with its last answer to this edition. */
export async function jointAgenciesOf(queryable: Queryable, { edition, facts }: EditionRecord): Promise<JointAgency[]> {
  const ids = facts.jointAgencyIds;
  if (ids.length === 0) return [];
  const [rows, answers] = await Promise.all([
    queryable
      .select({ id: agencies.id, name: agencies.name })
      .from(agencies)
      .where(inArray(agencies.id, [...ids]))
      .orderBy(asc(agencies.name)),
    queryable
      .select({ agencyId: events.agencyId, verb: events.verb, at: events.at, detail: events.detail, by: users.name })
      .from(events)
      .innerJoin(users, eq(users.id, events.actorId))
      .where(
        and(
          eq(events.articleId, edition.articleId),
          eq(events.editionId, edition.id),
          inArray(events.verb, Object.values(verbOf)),
        ),
      )
      .orderBy(desc(events.seq)),
  ]);
  return rows.map(({ id, name }) => {
    const last = answers.find((answer) => answer.agencyId === id);
    if (last === undefined) return { id, name, answer: null };
    const note = last.detail['note'];
    return {
      ...{ id, name },
      answer: {
        isAgreed: last.verb === verbOf.agree,
        by: last.by,
        at: last.at,
        note: typeof note === 'string' ? note : '',
        isOnTheseWords: last.detail['contentHash'] === facts.currentHash,
      },
    };
  });
}
