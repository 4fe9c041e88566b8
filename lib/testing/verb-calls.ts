import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { SectionId } from '#lib/ids.ts';
import {
  approve,
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
  secondReview,
  startEdition,
  submit,
  takeOver,
  undiscard,
  verify,
  withdraw,
} from '#lib/newsroom/publishing.ts';
import { schedule, unschedule } from '#lib/newsroom/scheduling.ts';
import type { Target } from '#lib/newsroom/transition.ts';

const reason = 'Alasan yang cukup panjang.';
/** What a person happens to choose. */
export type Coin = { heads: boolean; sectionId: SectionId };

/** The verbs as the screens send them. */
export const calls = {
  submit: (by: Actor, to: Target) => submit(by, to),
  withdraw: (by: Actor, to: Target) => withdraw(by, to),
  verify: (by: Actor, to: Target) => verify(by, to),
  claim: (by: Actor, to: Target, { heads }: Coin) => claim(by, heads ? { ...to, reason } : to),
  release: (by: Actor, to: Target) => release(by, to),
  take_over: (by: Actor, to: Target) => takeOver(by, to),
  return: (by: Actor, to: Target) => returnEdition(by, { ...to, reasonCode: 'language', note: reason }),
  reject: (by: Actor, to: Target) => reject(by, { ...to, reasonCode: 'duplicate', note: reason }),
  approve: (by: Actor, to: Target, { heads }: Coin) => approve(by, { ...to, outcome: heads ? 'publish' : 'wait' }),
  confirm: (by: Actor, to: Target) => confirm(by, to),
  publish: (by: Actor, to: Target) => publish(by, to),
  schedule: (by: Actor, to: Target) => schedule(by, { ...to, scheduledFor: new Date(now().getTime() + 1_800_000) }),
  unschedule: (by: Actor, to: Target) => unschedule(by, to),
  publish_now: (by: Actor, to: Target) => publishNow(by, { ...to, fastLaneReason: 'disaster', reason }),
  second_review: (by: Actor, to: Target) => secondReview(by, to),
  start_edition: (by: Actor, to: Target, { heads }: Coin) =>
    startEdition(by, { ...to, changeType: heads ? 'minor' : 'correction', publicNote: heads ? '' : 'Jam diralat.' }),
  retract: (by: Actor, to: Target, { heads }: Coin) => retract(by, { ...to, reason, hidesTitle: heads }),
  restore: (by: Actor, to: Target) => restore(by, to),
  discard: (by: Actor, to: Target) => discard(by, to),
  undiscard: (by: Actor, to: Target) => undiscard(by, to),
  place: (by: Actor, to: Target, { heads, sectionId }: Coin) =>
    place(by, {
      ...to,
      slug: heads ? 'imunisasi' : 'imunisasi-sabtu',
      sectionId,
      topicIds: [],
      relatedIds: [],
    }),
};
export type Called = keyof typeof calls;
export const called = Object.keys(calls).filter((name): name is Called => name in calls);
