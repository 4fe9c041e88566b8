import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import {
  articles,
  coWriters,
  embargoPasses,
  events,
  findingOverrides,
  frontChoices,
  namedPeople,
  revisions,
} from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { agencyId, editionId, embargoPassId, revisionId, userId } from '#lib/ids.ts';
import { addCoWriter, createArticle, removeCoWriter } from '#lib/newsroom/drafting.ts';
import { findingsForActor } from '#lib/newsroom/edition-checks.ts';
import { chooseFront, clearFront } from '#lib/newsroom/front-desk.ts';
import { answerJoint } from '#lib/newsroom/joint-release.ts';
import { subjectOf } from '#lib/newsroom/judgement.ts';
import { mergeEditions } from '#lib/newsroom/merge-editions.ts';
import { moveToAgency } from '#lib/newsroom/move-to-agency.ts';
import { makeConfidential, namePerson, openToAgency, unnamePerson } from '#lib/newsroom/nominated-access.ts';
import { overrideFinding } from '#lib/newsroom/override-finding.ts';
import { approve, claim, discard, startEdition, submit, withdraw } from '#lib/newsroom/publishing.ts';
import { purgeDiscarded } from '#lib/newsroom/purging.ts';
import { restoreRevision } from '#lib/newsroom/restoring.ts';
import { undiscardDays } from '#lib/newsroom/workflow.ts';
import { handPassOn, letInAccount, revokePass } from '#lib/press/embargo-passes.ts';
import type { ArticleEvent } from '#lib/record/event-labels.ts';
import {
  type Deed,
  type DeedScene,
  type DeedSetting,
  hasMoved,
  newTitle,
  ofArticle,
  once,
  rowOf,
  saving,
  setting,
  timesLogged,
} from './deed.ts';
import {
  aDraft,
  anAgency,
  anArticleInEditing,
  aPerson,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from './newsroom.ts';

const reason = 'Alasan yang cukup panjang.';
const day = 86_400_000;

const articleRow = ({ articleId }: DeedScene) =>
  database().query.articles.findFirst({ where: (table, { eq: is }) => is(table.id, articleId) });
async function aSecret(office: Office, named?: Actor): Promise<DeedSetting> {
  const draft = await aDraft(office);
  await makeConfidential(office.contributor, draft);
  if (named !== undefined) await namePerson(office.contributor, { ...draft, userId: named.userId });
  return setting(office.contributor, draft, { person: (named ?? office.editor).userId });
}
const person = ({ articleId, also }: DeedScene) => ({ articleId, userId: userId.parse(also['person']) });
const namings = (scene: DeedScene) =>
  database().$count(
    namedPeople,
    and(eq(namedPeople.articleId, scene.articleId), eq(namedPeople.userId, person(scene).userId)),
  );

async function anEmbargoedArticle(office: Office) {
  const embargoUntil = new Date(now().getTime() + 2 * day).toISOString();
  const editing = await anArticleInEditing(office, { words: { details: { embargoUntil } } });
  return { ...editing, ...(await approve(office.editor, { ...editing, outcome: 'wait' })) };
}

async function aJointDraft(office: Office): Promise<DeedSetting> {
  const { agencyId: joint } = await anAgency(office.portalId);
  const draft = await aDraft(office, { words: { jointAgencyIds: [joint] } });
  const verifier = await aPerson({ name: 'Vino', role: 'verifier', portalId: office.portalId, agencyId: joint });
  return setting(verifier, draft, { agency: joint });
}
const answering =
  (answer: 'agree' | 'decline') =>
  (by: Actor, { to, also }: DeedScene) =>
    answerJoint(by, { ...to, agencyId: agencyId.parse(also['agency']), answer, note: '' });

/** An account let in under embargo. */
async function aPassGiven(office: Office): Promise<DeedSetting> {
  const embargoed = await anEmbargoedArticle(office);
  await letInAccount(office.editor, { articleId: embargoed.articleId, userId: office.admin.userId });
  const [pass] = await database()
    .select()
    .from(embargoPasses)
    .where(eq(embargoPasses.articleId, embargoed.articleId))
    .orderBy(desc(embargoPasses.id));
  return setting(office.editor, embargoed, { pass: pass?.id ?? '', colleague: office.otherEditor.userId });
}

const passOf = ({ also }: DeedScene) => embargoPassId.parse(also['pass']);

/** A live edition, and its successor held by the editor. */
async function twoEditions(office: Office): Promise<DeedSetting> {
  const live = await aPublishedArticle(office);
  const begun = await startEdition(office.contributor, { ...live, changeType: 'minor', publicNote: '' });
  const next = await claim(office.editor, await submit(office.contributor, begun));
  const { version } = await editionRow(live.editionId);
  return setting(office.editor, { ...live, version }, { next: next.editionId, nextVersion: String(next.version) });
}

/** What is told of an article besides the verbs people call by name. */
export const articleDeeds = {
  // Typing leaves no entry but a version: its log is the history.
  edit: {
    set: async (office) => setting(office.contributor, await aDraft(office), { saveId: randomUUID() }),
    act: (by, scene) => saving(by, scene),
    standing: async (scene) => once((await rowOf(scene)).title === newTitle),
    logged: async ({ to }) => {
      const kept = await database().select().from(revisions).where(eq(revisions.editionId, to.editionId));
      return kept.filter(({ words }) => words.title === newTitle).length;
    },
    again: 'nothing',
  },
  supersede: {
    set: twoEditions,
    act: (by, { also }) =>
      approve(by, {
        editionId: editionId.parse(also['next']),
        version: Number(also['nextVersion']),
        outcome: 'publish',
      }),
    standing: async (scene) => once((await rowOf(scene)).state === 'superseded'),
    again: 'refused',
  },
  create: {
    set: async (office) => {
      const by = await aPerson({ name: 'Kontributor baru', role: 'contributor', ...office });
      return setting(by, await aDraft(office), { agency: office.agencyId });
    },
    act: (by, { also }) => createArticle(by, { agencyId: agencyId.parse(also['agency']) }),
    standing: ({ by }) => database().$count(articles, eq(articles.createdBy, by)),
    logged: ({ by }) => timesLogged('create', eq(events.actorId, by)),
    again: 'another',
  },
  add_co_writer: {
    set: async (office) => setting(office.contributor, await aDraft(office), { person: office.colleague.userId }),
    act: (by, scene) => addCoWriter(by, { ...scene.to, ...person(scene) }),
    standing: ({ to }) => database().$count(coWriters, eq(coWriters.editionId, to.editionId)),
    again: 'another',
  },
  remove_co_writer: {
    set: async (office) => {
      const draft = await aDraft(office);
      await addCoWriter(office.contributor, { ...draft, userId: office.colleague.userId });
      return setting(office.contributor, draft, { person: office.colleague.userId });
    },
    act: (by, scene) => removeCoWriter(by, { ...scene.to, ...person(scene) }),
    standing: async ({ to }) => 1 - (await database().$count(coWriters, eq(coWriters.editionId, to.editionId))),
    again: 'another',
  },
  purge: {
    ...{ hoursAgo: (undiscardDays + 1) * 24, isRound: true },
    set: async (office) => setting(office.contributor, await discard(office.contributor, await aDraft(office))),
    act: purgeDiscarded,
    standing: async (scene) => once((await rowOf(scene)).purgedAt !== null),
    again: 'nothing',
  },
  restore_revision: {
    set: async (office) => {
      const submitted = await aSubmittedArticle(office);
      await withdraw(office.contributor, submitted);
      const version = await type(office.contributor, submitted.editionId, readyWords(office, { title: newTitle }));
      const [former] = await database()
        .select({ id: revisions.id })
        .from(revisions)
        .where(and(eq(revisions.editionId, submitted.editionId), eq(revisions.verb, 'submit')));
      return setting(office.contributor, { ...submitted, version }, { revision: former?.id ?? '' });
    },
    act: (by, { to, also }) => restoreRevision(by, { ...to, revisionId: revisionId.parse(also['revision']) }),
    standing: hasMoved,
    again: 'refused',
  },
  override_finding: {
    set: async (office) => {
      const lead = 'Penerima memakai NIK 6472015203900004 saat mendaftar di loket dinas.';
      const submitted = await aSubmittedArticle(office, { words: { lead } });
      const found = await findingsForActor(office.editor, submitted.articleId);
      const finding = found.find(({ severity }) => severity === 'judgement');
      if (finding === undefined) throw new Error('There is nothing to judge.');
      return setting(office.editor, submitted, { rule: finding.rule, subject: subjectOf(finding) });
    },
    act: (by, { to, also }) =>
      overrideFinding(by, { ...to, rule: also['rule'] ?? '', subject: also['subject'] ?? '', reason }),
    standing: ({ articleId }) => database().$count(findingOverrides, eq(findingOverrides.articleId, articleId)),
    again: 'refused',
  },
  choose_front: {
    set: async (office) => setting(office.editor, await aPublishedArticle(office)),
    act: (by, { portalId, articleId }) =>
      chooseFront(by, { portalId, articleId, slot: 'lead', until: new Date(now().getTime() + day) }),
    standing: ({ articleId }) => database().$count(frontChoices, eq(frontChoices.articleId, articleId)),
    logged: ({ articleId }) => timesLogged('choose_front', ofArticle(articleId)),
    again: 'another',
  },
  clear_front: {
    set: async (office) => {
      const live = await aPublishedArticle(office);
      const until = new Date(now().getTime() + day);
      await chooseFront(office.editor, { ...office, articleId: live.articleId, slot: 'second_1', until });
      return setting(office.editor, live);
    },
    act: (by, { portalId }) => clearFront(by, { portalId, slot: 'second_1' }),
    standing: async ({ articleId }) =>
      1 - (await database().$count(frontChoices, eq(frontChoices.articleId, articleId))),
    logged: ({ articleId }) => timesLogged('clear_front', ofArticle(articleId)),
    again: 'nothing',
  },
  merge: {
    set: async (office) => {
      const [kept, taken] = [await anArticleInEditing(office), await aSubmittedArticle(office)];
      return setting(office.editor, kept, { other: taken.editionId, otherVersion: String(taken.version) });
    },
    act: (by, { to, also }) =>
      mergeEditions(by, { ...to, otherId: editionId.parse(also['other']), otherVersion: Number(also['otherVersion']) }),
    standing: async (scene) => {
      const taken = await editionRow(editionId.parse(scene.also['other']));
      return once(taken.mergedInto === scene.articleId && taken.state === 'rejected' && (await hasMoved(scene)) === 1);
    },
    again: 'refused',
  },
  move_to_agency: {
    set: async (office) =>
      setting(office.editor, await anArticleInEditing(office), { agency: (await anAgency(office.portalId)).agencyId }),
    act: (by, { to, also }) => moveToAgency(by, { ...to, agencyId: agencyId.parse(also['agency']) }),
    standing: async (scene) => once((await articleRow(scene))?.agencyId === scene.also['agency']),
    again: 'refused',
  },
  make_confidential: {
    set: async (office) => setting(office.contributor, await aDraft(office)),
    act: makingOf(makeConfidential),
    standing: async (scene) => once((await articleRow(scene))?.isConfidential === true),
    again: 'refused',
  },
  open_to_agency: {
    set: (office) => aSecret(office),
    act: makingOf(openToAgency),
    standing: async (scene) => once((await articleRow(scene))?.isConfidential === false),
    again: 'refused',
  },
  name_person: {
    set: (office) => aSecret(office),
    act: (by, scene) => namePerson(by, person(scene)),
    standing: namings,
    again: 'another',
  },
  unname_person: {
    set: (office) => aSecret(office, office.editor),
    act: (by, scene) => unnamePerson(by, person(scene)),
    standing: async (scene) => 1 - (await namings(scene)),
    again: 'refused',
  },
  let_in: {
    set: async (office) => setting(office.editor, await anEmbargoedArticle(office), { person: office.admin.userId }),
    act: (by, scene) => letInAccount(by, person(scene)),
    standing: ({ articleId }) => database().$count(embargoPasses, eq(embargoPasses.articleId, articleId)),
    again: 'refused',
  },
  revoke_pass: {
    set: aPassGiven,
    act: (by, scene) => revokePass(by, { passId: passOf(scene) }),
    standing: ({ articleId }) =>
      database().$count(embargoPasses, and(eq(embargoPasses.articleId, articleId), isNotNull(embargoPasses.revokedAt))),
    again: 'nothing',
  },
  hand_pass_on: {
    set: aPassGiven,
    act: (by, scene) => handPassOn(by, { passId: passOf(scene), to: userId.parse(scene.also['colleague']) }),
    standing: ({ articleId, also }) =>
      database().$count(
        embargoPasses,
        and(eq(embargoPasses.articleId, articleId), eq(embargoPasses.createdBy, userId.parse(also['colleague']))),
      ),
    again: 'refused',
  },
  agree_joint: { set: aJointDraft, act: answering('agree'), again: 'another' },
  decline_joint: { set: aJointDraft, act: answering('decline'), again: 'another' },
} satisfies Partial<Record<ArticleEvent, Deed>>;

function makingOf(verb: typeof makeConfidential) {
  return (by: Actor, { articleId }: DeedScene) => verb(by, { articleId });
}
