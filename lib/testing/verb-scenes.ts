import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { approve, archive, discard, retract } from '#lib/newsroom/publishing.ts';
import { schedule } from '#lib/newsroom/scheduling.ts';
import type { Target, VerbResult } from '#lib/newsroom/transition.ts';
import {
  aDraft,
  aFastLaneArticle,
  anArticleAwaitingConfirmation,
  anArticleInEditing,
  aPublishedArticle,
  aSubmittedArticle,
  type Office,
} from './newsroom.ts';
import type { Called } from './verb-calls.ts';

/** Somebody about to do something to an edition. */
export type Scene = { by: Actor; to: Target };

type Setting = (office: Office) => Promise<Scene>;

const as =
  (who: (office: Office) => Actor, begin: (office: Office) => Promise<Target>): Setting =>
  async (office) => {
    const { editionId, version } = await begin(office);
    return { by: who(office), to: { editionId, version } };
  };

const contributor = (office: Office) => office.contributor;
const editor = (office: Office) => office.editor;
const otherEditor = (office: Office) => office.otherEditor;
const managingEditor = (office: Office) => office.managingEditor;

/** For each verb an edition that waits for it, and somebody who may. */
const settings: Readonly<Record<Called, Setting>> = {
  submit: as(contributor, aDraft),
  withdraw: as(contributor, aSubmittedArticle),
  verify: as((office) => office.verifier, aSubmittedArticle),
  claim: as(editor, aSubmittedArticle),
  release: as(editor, anArticleInEditing),
  take_over: as(managingEditor, anArticleInEditing),
  return: as(editor, anArticleInEditing),
  reject: as(editor, anArticleInEditing),
  approve: as(editor, anArticleInEditing),
  confirm: as(contributor, anArticleAwaitingConfirmation),
  publish: as(otherEditor, anApprovedArticle),
  schedule: as(otherEditor, anApprovedArticle),
  unschedule: as(otherEditor, aScheduledArticle),
  publish_now: as(editor, aDraft),
  second_review: as(otherEditor, aFastLaneArticle),
  start_edition: as(contributor, aPublishedArticle),
  retract: as(editor, aPublishedArticle),
  review_retraction: as(managingEditor, aRetractedArticle),
  restore: as(managingEditor, aRetractedArticle),
  archive: as(editor, aPublishedArticle),
  unarchive: as(editor, anArchivedArticle),
  discard: as(contributor, aDraft),
  undiscard: as(contributor, aDiscardedArticle),
  place: as(editor, aPublishedArticle),
};

/** An edition of this office upon which the verb works, and who does it. */
export function sceneOf(verb: Called, office: Office): Promise<Scene> {
  return settings[verb](office);
}

async function anApprovedArticle(office: Office): Promise<VerbResult> {
  return approve(office.editor, { ...(await anArticleInEditing(office)), outcome: 'wait' });
}

async function aScheduledArticle(office: Office): Promise<VerbResult> {
  const scheduledFor = new Date(now().getTime() + 86_400_000);
  return schedule(office.otherEditor, { ...(await anApprovedArticle(office)), scheduledFor });
}

async function aRetractedArticle(office: Office): Promise<VerbResult> {
  const reason = 'Foto anak tanpa izin orang tua.';
  return retract(office.editor, { ...(await aPublishedArticle(office)), reason, hidesTitle: false });
}

async function anArchivedArticle(office: Office): Promise<VerbResult> {
  return archive(office.editor, await aPublishedArticle(office));
}

async function aDiscardedArticle(office: Office): Promise<VerbResult> {
  return discard(office.contributor, await aDraft(office));
}
