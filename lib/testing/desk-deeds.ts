import { and, eq, isNotNull, type SQL } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { alarms, editions, events } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { assign, setPriority, unassign } from '#lib/desk/assigning.ts';
import { userId } from '#lib/ids.ts';
import { watchDesk } from '#lib/newsroom/desk-watch.ts';
import { dueAtOnce, heedSchedule, publishDue } from '#lib/newsroom/due.ts';
import { handOver } from '#lib/newsroom/handing-over.ts';
import { retract } from '#lib/newsroom/publishing.ts';
import { remindReviews } from '#lib/newsroom/review-reminders.ts';
import { weeklyFastLane } from '#lib/newsroom/weekly-fast-lane.ts';
import { raiseAlarm } from '#lib/record/alarms.ts';
import type { ArticleEvent } from '#lib/record/event-labels.ts';
import { lastEscalation } from '#lib/service-hours/stage-times.ts';
import { type Deed, type DeedScene, type DeedSetting, once, rowOf, setting, timesLogged } from './deed.ts';
import {
  aFastLaneArticle,
  anArticleInEditing,
  aPublishedArticle,
  aScheduledArticle,
  aSubmittedArticle,
  type Office,
} from './newsroom.ts';

/** Hours after which every target of the desk has passed, whatever holidays lie between. */
const longWaited = 20 * 24;
/** Hours ago from which on a review of two hours is due within half an hour. */
const soonDue = 100 / 60;

const colleague = ({ also }: DeedScene) => userId.parse(also['colleague']);

const assigning = (by: Actor, to: { editionId: DeedScene['to']['editionId'] }, assigneeId: Actor['userId']) =>
  assign(by, { editionId: to.editionId, seenAssigneeId: null, assigneeId, dueAt: null, note: '' });

/** To go out half an hour after its scene is set. */
async function anItemDue(office: Office): Promise<DeedSetting> {
  return setting(office.editor, await aScheduledArticle(office, new Date(now().getTime() + 1_800_000)));
}

/** The same, and it cannot: its section is gone. */
async function anItemThatFails(office: Office): Promise<DeedSetting> {
  const begun = await anItemDue(office);
  await database().update(editions).set({ sectionId: null }).where(eq(editions.id, begun.to.editionId));
  return begun;
}

async function aRetraction(office: Office): Promise<DeedSetting> {
  const live = await aPublishedArticle(office);
  const reason = 'Foto anak tanpa izin orang tua.';
  return setting(office.editor, await retract(office.editor, { ...live, reason, hidesTitle: false }));
}

const fastLane = async (office: Office) => setting(office.editor, await aFastLaneArticle(office));
const alarmsOf = ({ to }: DeedScene, which?: SQL) =>
  database().$count(alarms, and(eq(alarms.subject, to.editionId), which));

/** Look after look, until one finds less than it can take. */
async function publishAllDue(): Promise<void> {
  for (;;) {
    const { published, failed } = await publishDue();
    if (published + failed < dueAtOnce) return;
  }
}

async function lookAtSchedule(): Promise<void> {
  await publishAllDue();
  await heedSchedule();
}

/** What is told of the desk's work upon articles. */
export const deskDeeds = {
  publish_due: {
    isRound: true,
    set: anItemDue,
    act: publishAllDue,
    standing: async (scene) => once((await rowOf(scene)).state === 'published'),
    again: 'nothing',
  },
  assign: {
    set: async (office) =>
      setting(office.editor, await aSubmittedArticle(office), { colleague: office.otherEditor.userId }),
    act: (by, scene) => assigning(by, scene.to, colleague(scene)),
    standing: async (scene) => once((await rowOf(scene)).assignedTo !== null),
    again: 'refused',
  },
  unassign: {
    set: async (office) => {
      const submitted = await aSubmittedArticle(office);
      await assigning(office.editor, submitted, office.otherEditor.userId);
      return setting(office.editor, submitted, { colleague: office.otherEditor.userId });
    },
    act: (by, scene) => unassign(by, { ...scene.to, seenAssigneeId: colleague(scene) }),
    standing: async (scene) => once((await rowOf(scene)).assignedTo === null),
    again: 'refused',
  },
  hand_over: {
    set: async (office) =>
      setting(office.editor, await anArticleInEditing(office), { colleague: office.otherEditor.userId }),
    act: (by, scene) => handOver(by, { ...scene.to, toId: colleague(scene), note: '' }),
    standing: async (scene) => once((await rowOf(scene)).claimedBy === colleague(scene)),
    again: 'refused',
  },
  set_priority: {
    set: async (office) => setting(office.editor, await aSubmittedArticle(office)),
    act: (by, { to }) => setPriority(by, { ...to, priority: 'urgent' }),
    standing: async (scene) => once((await rowOf(scene)).priority === 'urgent'),
    again: 'nothing',
  },
  escalate: {
    ...{ hoursAgo: longWaited, isRound: true, times: lastEscalation },
    set: async (office) => setting(office.editor, await aSubmittedArticle(office)),
    act: async () => {
      for (let level = 0; level < lastEscalation; level += 1) await watchDesk();
    },
    standing: async (scene) => (await rowOf(scene)).escalation,
    again: 'nothing',
  },
  open_to_desk: {
    ...{ hoursAgo: longWaited, isRound: true, isVerified: true },
    set: async (office) => setting(office.editor, await aSubmittedArticle(office)),
    act: watchDesk,
    standing: async (scene) => once((await rowOf(scene)).openedToDeskAt !== null),
    again: 'nothing',
  },
  schedule_failed: {
    isRound: true,
    set: anItemThatFails,
    act: publishAllDue,
    standing: async (scene) => once((await rowOf(scene)).scheduleFailure !== null),
    again: 'nothing',
  },
  raise_alarm: {
    isRound: true,
    set: anItemThatFails,
    act: lookAtSchedule,
    standing: (scene) => alarmsOf(scene),
    again: 'nothing',
  },
  settle_alarm: {
    isRound: true,
    set: async (office) => {
      const editing = await anArticleInEditing(office);
      const about = { kind: 'schedule_failed', subject: editing.editionId, text: 'Belum terbit.' } as const;
      await transaction((tx) => raiseAlarm(tx, { ...about, portalId: office.portalId, editionId: editing.editionId }));
      return setting(office.editor, editing);
    },
    act: heedSchedule,
    standing: (scene) => alarmsOf(scene, isNotNull(alarms.settledAt)),
    again: 'nothing',
  },
  remind_second_review: { hoursAgo: soonDue, isRound: true, set: fastLane, act: remindReviews, again: 'nothing' },
  second_review_overdue: { isRound: true, set: fastLane, act: remindReviews, again: 'nothing' },
  remind_retraction_review: {
    ...{ hoursAgo: soonDue, isRound: true },
    set: aRetraction,
    act: remindReviews,
    again: 'nothing',
  },
  retraction_review_overdue: { isRound: true, set: aRetraction, act: remindReviews, again: 'nothing' },
  weekly_fast_lane: {
    isRound: true,
    set: fastLane,
    act: weeklyFastLane,
    logged: ({ portalId }) => timesLogged('weekly_fast_lane', eq(events.portalId, portalId)),
    again: 'nothing',
  },
} satisfies Partial<Record<ArticleEvent, Deed>>;
