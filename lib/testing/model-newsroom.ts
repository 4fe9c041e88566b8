import { type EditionState, liveStates, workingStates } from '#db/schema/enums.ts';
import type { UserId } from '#lib/ids.ts';
import {
  type EditionFacts,
  maySee,
  type Person,
  refusalFor,
  signatureRefusal,
  signingRole,
} from '#lib/newsroom/policy.ts';
import { type HeldSignature, twoSignaturesHold } from '#lib/newsroom/signatures.ts';
import { canFollow, changesOf, type Road, type Verb, type VerbInput, workflow } from '#lib/newsroom/workflow.ts';
import { edition as edition0, emptyRoad, homeAgency, homePortal, minutesAfter, noon } from './paper-newsroom.ts';

/**
 * One article in memory, moved by the real pure rules alone, in the order in which the server
 * asks them. Nothing is changed in place, so that a search can go on from any moment.
 */
export type ModelEdition = {
  number: number;
  road: Road;
  words: string;
  createdBy: UserId;
  coWriterIds: readonly UserId[];
  authorIds: readonly UserId[];
  signatures: readonly HeldSignature[];
};

export type ModelArticle = {
  at: Date;
  people: readonly Person[];
  hasVerification: boolean;
  isConfidential: boolean;
  namedIds: readonly UserId[];
  editions: readonly ModelEdition[];
};

/** A first draft by the first of the people. */
export function beginArticle(
  people: readonly [Person, ...Person[]],
  manner: Pick<ModelArticle, 'hasVerification' | 'isConfidential' | 'namedIds'>,
): ModelArticle {
  const first: ModelEdition = {
    number: 1,
    road: emptyRoad,
    words: 'a',
    createdBy: people[0].userId,
    coWriterIds: [],
    authorIds: [people[0].userId],
    signatures: [],
  };
  return { at: noon, people, ...manner, editions: [first] };
}

export const hashOf = (edition: ModelEdition) => `${edition.number}:${edition.words}`;
const oneOf = (states: readonly EditionState[], edition: ModelEdition) => states.includes(edition.road.state);
export const isWorking = (edition: ModelEdition) => oneOf(workingStates, edition);
export const isLive = (edition: ModelEdition) => oneOf(liveStates, edition);

/** What the policy is told of an edition. */
export function factsOf(article: ModelArticle, edition: ModelEdition): EditionFacts {
  const holdsVerifier = (person: Person) =>
    person.roles.some((held) => held.role === 'verifier' && held.agencyId === homeAgency);
  return {
    ...edition0(),
    ...edition.road,
    portalId: homePortal,
    agencyId: homeAgency,
    isConfidential: article.isConfidential,
    namedIds: article.namedIds,
    createdBy: edition.createdBy,
    coWriterIds: edition.coWriterIds,
    authorIds: edition.authorIds,
    hasVerification: article.hasVerification,
    verifierIds: article.people.filter(holdsVerifier).map((person) => person.userId),
    currentHash: hashOf(edition),
    signatures: edition.signatures,
    hasWorkingEdition: article.editions.some(isWorking),
  };
}

/** Who does what to which edition. */
export type Act = { by: Person | 'system'; verb: Verb; number: number; input?: VerbInput };

/** The article after the verb, or undefined when it is refused. */
export function perform(article: ModelArticle, { by, verb, number, input = {} }: Act): ModelArticle | undefined {
  const edition = article.editions.find((one) => one.number === number);
  if (edition === undefined) return undefined;
  const facts = factsOf(article, edition);
  const { at } = article;
  if (by !== 'system' && (!maySee(by, facts) || refusalFor(by, verb, facts, at, input))) return undefined;
  if (!canFollow(verb, facts.state)) return undefined;

  const act = workflow[verb].signs;
  const signatures =
    act === undefined || by === 'system'
      ? edition.signatures
      : [
          ...edition.signatures,
          { userId: by.userId, role: signingRole(by, verb, facts), act, contentHash: facts.currentHash, at },
        ];
  if (signatureRefusal(verb, { ...facts, signatures }, at, input)) return undefined;

  const changes = changesOf(verb, edition.road, {
    by: by === 'system' ? null : by.userId,
    at,
    currentHash: facts.currentHash,
    twoSignatures: twoSignaturesHold(signatures, facts.currentHash),
    input,
    verifyDueAt: minutesAfter(240, at),
  });
  const road = { ...edition.road, ...changes };
  const hasGoneLive = road.state === 'published' && isWorking(edition);
  const editions = article.editions.map((one) => {
    if (one.number === number) return { ...one, road, signatures };
    return hasGoneLive && isLive(one) ? { ...one, road: { ...one.road, state: 'superseded' as const } } : one;
  });
  return carryOut(
    {
      ...article,
      editions: verb === 'start_edition' && by !== 'system' ? [...editions, nextOf(article, edition, by)] : editions,
    },
    verb,
    number,
  );
}

function nextOf(article: ModelArticle, edition: ModelEdition, by: Person): ModelEdition {
  return {
    ...edition,
    number: Math.max(...article.editions.map((one) => one.number)) + 1,
    road: emptyRoad,
    createdBy: by.userId,
    signatures: [],
  };
}

/** Once two signatures hold, what the approver chose. */
function carryOut(article: ModelArticle, verb: Verb, number: number): ModelArticle {
  const edition = article.editions.find((one) => one.number === number);
  const outcome = edition?.road.approvalOutcome;
  const isReady =
    (verb === 'approve' || verb === 'confirm') &&
    edition !== undefined &&
    twoSignaturesHold(edition.signatures, hashOf(edition));
  if (!isReady || (outcome !== 'publish' && outcome !== 'schedule')) return article;
  return perform(article, { by: 'system', verb: outcome, number }) ?? article;
}

/** Typing, as the save does it: only who may edit now, and only where editing goes on. */
export function typeWords(article: ModelArticle, by: Person, number: number, words: string): ModelArticle | undefined {
  const edition = article.editions.find((one) => one.number === number);
  if (edition === undefined) return undefined;
  const facts = factsOf(article, edition);
  const refused = !maySee(by, facts) || !canFollow('edit', facts.state) || refusalFor(by, 'edit', facts, article.at);
  if (refused) return undefined;
  return replaced(article, {
    ...edition,
    words,
    authorIds: [...new Set([...edition.authorIds, by.userId])],
    road: { ...edition.road, lastTypedAt: article.at },
  });
}

/** Suspension for abuse: the person's signatures on editions not yet published count no more. */
export function voidSignatures(article: ModelArticle, by: UserId): ModelArticle {
  return {
    ...article,
    editions: article.editions.map((edition) =>
      isWorking(edition)
        ? { ...edition, signatures: edition.signatures.filter((signature) => signature.userId !== by) }
        : edition,
    ),
  };
}

export function addCoWriter(article: ModelArticle, number: number, writer: UserId): ModelArticle {
  const edition = article.editions.find((one) => one.number === number);
  if (edition === undefined || !['draft', 'returned'].includes(edition.road.state)) return article;
  return replaced(article, { ...edition, coWriterIds: [...new Set([...edition.coWriterIds, writer])] });
}

export function waited(article: ModelArticle, minutes: number): ModelArticle {
  return { ...article, at: minutesAfter(minutes, article.at) };
}

function replaced(article: ModelArticle, edition: ModelEdition): ModelArticle {
  return { ...article, editions: article.editions.map((one) => (one.number === edition.number ? edition : one)) };
}
