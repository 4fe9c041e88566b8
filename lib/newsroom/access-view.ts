import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { agencies, memberships, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { AgencyId, ArticleId, EditionId, PortalId, UserId } from '#lib/ids.ts';
import { mayNominate, mayReadHistory } from './confidence-policy.ts';
import { portalOfArticle, recordForActor } from './edition-view.ts';
import { type JointAgency, jointAgenciesOf, speaksFor } from './joint-release.ts';
import { roleLabels } from './labels.ts';

import { isBeforeReaders } from './workflow.ts';

/** Somebody who is or could be named. */
export type NamedPerson = { id: UserId; name: string; where: string; isEditor: boolean };

/** Who reads an article before publication, and which agencies release it together. */
export type AccessView = {
  articleId: ArticleId;
  editionId: EditionId;
  version: number;
  title: string;
  agencyName: string;
  timeZone: string;
  isConfidential: boolean;
  /** Whether this person may change it: the creator and the managing editor. */
  mayDecide: boolean;
  /** Published once: nothing is left to keep. */
  isPublished: boolean;
  named: NamedPerson[];
  /** Who could be named besides, by name; empty for who may not decide. */
  others: NamedPerson[];
  joint: JointAgency[];
  /** The agencies of the joint release for which this person may answer. */
  answersFor: AgencyId[];
};

/**
 * @throws not_found for whoever may not see the article, and of a confidential one for whoever does not share the confidence
 */
export async function accessForActor(actor: Actor, id: ArticleId): Promise<AccessView> {
  const record = await recordForActor(actor, id);
  const { article, agency, edition, facts } = record;
  if (!mayReadHistory(actor, facts)) throw notFound('article');
  const mayDecide = mayNominate(actor, facts, article.createdBy);
  const [portal, people, joint] = await Promise.all([
    portalOfArticle(article),
    article.isConfidential ? nameable(article.portalId) : [],
    jointAgenciesOf(database(), record),
  ]);
  const isOpen = isBeforeReaders(edition.state);
  return {
    ...{ articleId: id, editionId: edition.id, version: edition.version, title: edition.title },
    ...{ agencyName: agency.name, timeZone: portal.timeZone, isConfidential: article.isConfidential, mayDecide },
    isPublished: article.firstPublishedAt !== null,
    named: people.filter((person) => facts.namedIds.includes(person.id)),
    others: mayDecide ? people.filter((person) => !facts.namedIds.includes(person.id)) : [],
    joint,
    answersFor: isOpen ? joint.map((one) => one.id).filter((one) => speaksFor(actor, article.portalId, one)) : [],
  };
}

const nameableRoles: readonly Role[] = ['contributor', 'verifier', 'leader', 'editor', 'managing_editor'];

async function nameable(portalId: PortalId): Promise<NamedPerson[]> {
  const rows = await database()
    .select({ id: users.id, name: users.name, role: memberships.role, agency: agencies.shortName })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(agencies, eq(agencies.id, memberships.agencyId))
    .where(
      and(
        eq(memberships.portalId, portalId),
        inArray(memberships.role, [...nameableRoles]),
        inForceAt(now()),
        isNull(users.suspendedAt),
      ),
    )
    .orderBy(asc(users.name), asc(memberships.id));
  const people = new Map<UserId, NamedPerson>();
  for (const { id, name, role, agency } of rows) {
    const where = [roleLabels[role], ...(agency === null ? [] : [agency])].join(', ');
    const known = people.get(id);
    const isEditor = role === 'editor' || role === 'managing_editor';
    people.set(id, {
      ...{ id, name },
      where: known === undefined ? where : `${known.where}; ${where}`,
      isEditor: isEditor || known?.isEditor === true,
    });
  }
  return [...people.values()];
}
