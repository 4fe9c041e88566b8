import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { SectionId } from '#lib/ids.ts';
import {
  approve,
  archive,
  claim,
  confirm,
  discard,
  place,
  publish,
  publishNow,
  reject,
  release,
  restore,
  retract,
  returnEdition,
  reviewRetraction,
  secondReview,
  startEdition,
  submit,
  takeOver,
  unarchive,
  undiscard,
  verify,
  withdraw,
} from '#lib/newsroom/publishing.ts';
import { schedule, unschedule } from '#lib/newsroom/scheduling.ts';
import type { Target, VerbResult } from '#lib/newsroom/transition.ts';
import type { Verb } from '#lib/newsroom/workflow.ts';

const reason = 'Alasan yang cukup panjang.';
/** What a person happens to choose. */
export type Coin = { heads: boolean; sectionId: SectionId };

/** The verbs people do by name. Typing is saved, what is due goes out and what is followed steps back by themselves. */
export type Called = Exclude<Verb, 'edit' | 'publish_due' | 'supersede'>;

type Call = (by: Actor, to: Target, coin: Coin) => Promise<VerbResult>;

/** The verbs as the screens send them: one that is added to the workflow needs its line here. */
export const calls: Readonly<Record<Called, Call>> = {
  submit: (by, to) => submit(by, to),
  withdraw: (by, to) => withdraw(by, to),
  verify: (by, to) => verify(by, to),
  claim: (by, to, { heads }: Coin) => claim(by, heads ? { ...to, reason } : to),
  release: (by, to) => release(by, to),
  take_over: (by, to) => takeOver(by, to),
  return: (by, to) => returnEdition(by, { ...to, reasonCode: 'language', note: reason }),
  reject: (by, to) => reject(by, { ...to, reasonCode: 'duplicate', note: reason }),
  approve: (by, to, { heads }: Coin) => approve(by, { ...to, outcome: heads ? 'publish' : 'wait' }),
  confirm: (by, to) => confirm(by, to),
  publish: (by, to) => publish(by, to),
  schedule: (by, to) => schedule(by, { ...to, scheduledFor: new Date(now().getTime() + 1_800_000) }),
  unschedule: (by, to) => unschedule(by, to),
  publish_now: (by, to) => publishNow(by, { ...to, fastLaneReason: 'disaster', reason }),
  second_review: (by, to) => secondReview(by, to),
  start_edition: (by, to, { heads }: Coin) =>
    startEdition(by, { ...to, changeType: heads ? 'minor' : 'correction', publicNote: heads ? '' : 'Jam diralat.' }),
  retract: (by, to, { heads }: Coin) => retract(by, { ...to, reason, hidesTitle: heads }),
  review_retraction: (by, to) => reviewRetraction(by, to),
  restore: (by, to) => restore(by, to),
  archive: (by, to) => archive(by, to),
  unarchive: (by, to) => unarchive(by, to),
  discard: (by, to) => discard(by, to),
  undiscard: (by, to) => undiscard(by, to),
  place: (by, to, { heads, sectionId }: Coin) =>
    place(by, {
      ...to,
      slug: heads ? 'imunisasi' : 'imunisasi-sabtu',
      sectionId,
      topicIds: [],
      relatedIds: [],
    }),
};
export const called = Object.keys(calls).filter((name): name is Called => name in calls);
