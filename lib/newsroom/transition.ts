import { isDeepStrictEqual } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { type Queryable, type Transaction, transaction } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { editions, signatures } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { conflict, type Issue, invalid, notAllowed, notFound } from '#lib/errors.ts';
import type { ArticleId, AssetId, EditionId, PortalId, UserId } from '#lib/ids.ts';
import { uploadStates } from '#lib/media/upload-states.ts';
import { type EventEntry, recordEvents } from '#lib/record/events.ts';
import { raiseGeneration } from '#lib/record/generation.ts';
import { checksOfRecord } from './check-edition.ts';
import { type DeskTimes, deskTimesAfter, openedToDesk, verifyDeadline } from './desk-times.ts';
import { type EditionRecord, lockArticle, readEdition } from './edition-record.ts';
import { keepRevision } from './history.ts';
import { awaitingJudgement, judgementIssues } from './judgement.ts';
import { wordsOfKind } from './kind-words.ts';
import { stateLabels } from './labels.ts';
import { linkRegisterOf } from './link-register.ts';
import { linkIssues } from './outgoing-links.ts';
import { maySee, refusalFor, signatureRefusal, signingRole } from './policy.ts';
import { assetsOf, type PhotoState, type Readiness, readinessOf } from './readiness.ts';
import { sign, twoSignaturesHold } from './signatures.ts';
import { withTrueOrigins } from './uploads-in-words.ts';
import { canFollow, changesOf, type Road, type Verb, type VerbInput, workflow } from './workflow.ts';

/** Who acts: a person, or the system carrying out what people decided. */
export type Performer = Actor | 'system';

/** What every verb is told: which edition, and the version the person saw. */
export type Target = { editionId: EditionId; version: number };

/** What every verb answers. */
export type VerbResult = { editionId: EditionId; articleId: ArticleId; version: number; state: Road['state'] };

/** One step under way: the locked record, after the checks. */
export type Step = { tx: Transaction; record: EditionRecord; at: Date; performer: Performer } & AtTheEnd;

/**
 * What the steps of one transaction leave for its end. The generations of portals and then the log are
 * locked by everybody: taken between two steps, one would wait for somebody who holds what we need next.
 */
export type AtTheEnd = {
  /** What the audit log is to be told. */
  entries: EventEntry[];
  /** What readers' pages are to be made anew. */
  renewed: { portalId: PortalId; names: readonly string[] }[];
};

/** What a verb does besides the change of state, inside the same transaction. */
type Effect = (step: Step) => Promise<void>;

export type StepOptions = {
  input?: VerbInput;
  /** What the event remembers. */
  detail?: Record<string, unknown>;
  /** Before the row changes, with the record as it was. */
  before?: Effect;
  /** After the row has changed, with the record as it is now. */
  after?: Effect;
};

/**
 * The one road of every verb: lock, policy, workflow, version, readiness, signature, update,
 * revision, event, all in one transaction.
 *
 * @throws not_found when the actor may not see the edition, not_allowed, conflict when the
 * state or version has moved on, invalid with the blocking issues
 */
export function transition(
  performer: Performer,
  verb: Verb,
  target: Target,
  options: StepOptions = {},
): Promise<VerbResult> {
  return walk(performer, target.editionId, (step) => takeStep(step, verb, options, target.version));
}

/**
 * One transaction of one step or several (approve, then publish) upon a locked edition.
 *
 * @param steps returns the record the caller is told of
 */
export function walk(
  performer: Performer,
  id: EditionId,
  steps: (step: Step) => Promise<EditionRecord>,
): Promise<VerbResult> {
  return transaction(async (tx) => {
    // A suspension or a change of role that came meanwhile counts, and one under way waits for us.
    const asked = performer === 'system' ? performer : await actorNow(tx, performer);
    const left: AtTheEnd = { entries: [], renewed: [] };
    const done = await steps({ tx, record: await openEdition(tx, id, asked), at: now(), performer: asked, ...left });
    await finishSteps(tx, left);
    return resultOf(done);
  });
}

/** Ends a transaction of steps: one new generation per portal, then the log. */
export async function finishSteps(tx: Transaction, { entries, renewed }: AtTheEnd): Promise<void> {
  for (const portal of new Set(renewed.map(({ portalId }) => portalId))) {
    const names = renewed.filter(({ portalId }) => portalId === portal).flatMap((one) => one.names);
    await raiseGeneration(tx, portal, names);
  }
  await recordEvents(tx, entries);
}

/** Locks and reads an edition for somebody who may see it. */
export async function openEdition(tx: Transaction, id: EditionId, performer: Performer): Promise<EditionRecord> {
  await lockArticle(tx, id);
  const record = await readEdition(tx, id, true);
  if (record === undefined || (performer !== 'system' && !maySee(performer, record.facts))) throw notFound('edition');
  return record;
}

function resultOf({ edition }: EditionRecord): VerbResult {
  return { editionId: edition.id, articleId: edition.articleId, version: edition.version, state: edition.state };
}

/**
 * Takes one step in a transaction that already holds the lock; several steps may follow
 * one another (approve, then publish).
 *
 * @param seenVersion the version the person decided upon; undefined for a second step
 * @returns the record after the step
 */
export async function takeStep(
  step: Step,
  verb: Verb,
  options: StepOptions = {},
  seenVersion?: number,
): Promise<EditionRecord> {
  const { tx, at, performer } = step;
  const input = options.input ?? {};
  refuseUnlessOpen(step, verb, input, seenVersion);

  const record = leavesWriter.includes(verb) ? await withWordsOfKind(tx, step.record) : step.record;
  const { facts, edition } = record;
  if (workflow[verb].needsReadiness) await requireReadiness(tx, verb, record);

  const signatureRole = await signFor({ ...step, record }, verb);
  const signed = signatureRole === undefined ? record : await reread(tx, edition.id);
  const unsigned = signatureRefusal(verb, signed.facts, at, input);
  if (unsigned) throw notAllowed(unsigned.text);

  await options.before?.({ ...step, record: signed });
  const by = performer === 'system' ? null : performer.userId;
  const changes = changesOf(verb, facts, {
    by,
    at,
    currentHash: facts.currentHash,
    twoSignatures: twoSignaturesHold(signed.facts.signatures, facts.currentHash),
    input,
    verifyDueAt: verb === 'submit' ? await verifyDeadline(tx, signed, by, at) : null,
  });
  const desk = await deskTimesAfter(tx, signed, changes, at);
  const after = await writeChanges(tx, signed, { ...changes, ...desk }, by, verb, at);
  await options.after?.({ ...step, record: after });
  step.entries.push({
    portalId: record.article.portalId,
    actorId: by,
    actorRole: performer === 'system' ? null : (signatureRole ?? signingRole(performer, verb, facts)),
    verb,
    articleId: record.article.id,
    editionId: edition.id,
    agencyId: record.agency.id,
    fromState: facts.state,
    toState: after.edition.state,
    detail: { contentHash: facts.currentHash, ...options.detail },
  });
  if (desk.openedToDeskAt === at) step.entries.push(openedToDesk(after, 'no_verifier'));
  return reread(tx, edition.id);
}

/** Policy, workflow, version: in this order, so that nobody learns of a state they may not act upon. */
function refuseUnlessOpen(
  { record: { facts, edition }, at, performer }: Step,
  verb: Verb,
  input: VerbInput,
  seenVersion: number | undefined,
): void {
  const refusal = performer === 'system' ? undefined : refusalFor(performer, verb, facts, at, input);
  if (refusal) throw notAllowed(refusal.text);
  if (!canFollow(verb, facts.state)) {
    throw conflict(
      `Naskah ini sekarang berstatus “${stateLabels[facts.state]}”. Muat ulang untuk melihat keadaan terbaru.`,
    );
  }
  if (seenVersion !== undefined && seenVersion !== edition.version) {
    throw conflict('Naskah ini baru saja diubah orang lain. Muat ulang, periksa perubahannya, lalu ulangi.');
  }
}

/** Verbs with which words leave the hands of whoever could still change their kind. */
const leavesWriter: readonly Verb[] = ['submit', 'approve', 'publish_now'];

/**
 * Leaves behind what the kind has no field for: a signature is over what readers will see, and
 * nothing else goes to them. What each picture is stands as the library has it now. Every save left a revision, so what was typed stays in the history.
 */
async function withWordsOfKind(tx: Transaction, record: EditionRecord): Promise<EditionRecord> {
  const words = await withTrueOrigins(tx, wordsOfKind(record.words));
  if (isDeepStrictEqual(words, record.words)) return record;
  await tx.update(editions).set(words).where(eq(editions.id, record.edition.id));
  return reread(tx, record.edition.id);
}

async function writeChanges(
  tx: Transaction,
  record: EditionRecord,
  changes: Partial<Road & DeskTimes>,
  by: UserId | null,
  verb: Verb,
  at: Date,
): Promise<EditionRecord> {
  const { id } = record.edition;
  // A live row must be sealed in the same statement (check constraint); the card itself follows in `after`.
  const isGoingLive = changes.state === 'published' && record.edition.cardMac === null;
  const unsealed = isGoingLive ? { contentHash: record.facts.currentHash, cardMac: '', cardKeyId: '' } : {};
  await tx
    .update(editions)
    .set({ ...changes, ...unsealed, version: sql`${editions.version} + 1` })
    .where(eq(editions.id, id));
  if (by !== null) {
    await keepRevision(tx, { editionId: id, words: record.words, contentHash: record.facts.currentHash, by, verb, at });
  }
  return reread(tx, id);
}

async function reread(tx: Transaction, id: EditionId): Promise<EditionRecord> {
  const record = await readEdition(tx, id);
  if (record === undefined) throw new Error('An edition vanished inside its own transaction.');
  return record;
}

/** Signs the current hash where the verb does so; the role signed in, or undefined. */
async function signFor({ tx, record, at, performer }: Step, verb: Verb): Promise<Role | undefined> {
  const { signs } = workflow[verb];
  if (signs === undefined || performer === 'system') return undefined;
  const role = signingRole(performer, verb, record.facts);
  const claim = {
    editionId: record.edition.id,
    contentHash: record.facts.currentHash,
    userId: performer.userId,
    role,
    act: signs,
    at,
  };
  await tx.insert(signatures).values({ ...claim, ...sign(config().signingKeys, claim) });
  return role;
}

async function requireReadiness(tx: Transaction, verb: Verb, record: EditionRecord): Promise<void> {
  const { blocking, pending } = await readinessOfRecord(tx, record);
  // What is only scheduled still has time for its photos.
  const waits = workflow[verb].to === 'published';
  const judged = workflow[verb].needsJudgement ? await openJudgements(tx, record) : [];
  const links = workflow[verb].needsJudgement ? await undecidedLinks(tx, record) : [];
  const issues = [...blocking, ...(waits ? pending : []), ...judged, ...links];
  if (issues.length > 0) throw invalid(issues);
}

async function openJudgements(tx: Transaction, record: EditionRecord): Promise<Issue[]> {
  const { findings, overrides } = await checksOfRecord(tx, record);
  return judgementIssues(awaitingJudgement(findings, overrides));
}

/** Links to hosts that no editor has decided about: nothing goes to readers before somebody did. */
async function undecidedLinks(tx: Transaction, { article, words }: EditionRecord): Promise<Issue[]> {
  const { awaiting } = linkIssues(words, await linkRegisterOf(tx, article.portalId));
  return awaiting.map((issue) => ({
    ...issue,
    text: `${issue.text} Di layar Tinjau, bagian Tautan keluar, izinkan atau tolak.`,
  }));
}

/** The readiness of an edition as it stands in the database, photos and documents included. */
export async function readinessOfRecord(tx: Queryable, record: EditionRecord): Promise<Readiness> {
  const [uploads, register] = await Promise.all([
    uploadStates(tx, assetsOf(record.words)),
    linkRegisterOf(tx, record.article.portalId),
  ]);
  const stateOf = (asset: AssetId): PhotoState => {
    const upload = uploads.get(asset);
    if (upload === undefined) return 'missing';
    return upload.withdrawn ? 'withdrawn' : upload.state;
  };
  return readinessOf(record.words, stateOf, record.edition.changeType, now(), register);
}
