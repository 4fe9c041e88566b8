import { publishDue } from '#lib/newsroom/due.ts';
import { recordForActor } from '#lib/newsroom/edition-view.ts';
import { decideLinkHost, linksOfEdition } from '#lib/newsroom/link-register.ts';
import {
  approve,
  claim,
  confirm,
  discard,
  publishNow,
  reject,
  retract,
  returnEdition,
  reviewRetraction,
  secondReview,
  startEdition,
  submit,
  verify,
} from '#lib/newsroom/publishing.ts';
import type { ChangeType } from '../schema/enums.ts';
import { calendarAround } from './calendar.ts';
import { known } from './office.ts';
import { demoAccounts, type PersonKey } from './people.ts';
import { begin, lookAgain, moveOn, photosReady, placeLive, type Story, standingOf, type } from './story.ts';
import type { DemoText } from './writing.ts';

/** Something somebody does at a moment. */
export type PlayedStep = { at: Date; play: () => Promise<void> };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * What happens to an article, from its first word to the state its story names.
 *
 * @param reached when it gets there
 */
export function stepsOf(story: Story, reached: Date): PlayedStep[] {
  const at = (offset: number) => new Date(reached.getTime() + offset);
  const { writer, editor, otherEditor } = story;
  const told = story.article.story;
  const step = (offset: number, play: () => Promise<void>): PlayedStep => ({ at: at(offset), play });

  const drafted = (offset: number) => step(offset, () => begin(story));
  const submitted = (offset: number) =>
    step(offset, async () => moveOn(story, await submit(writer, standingOf(story))));
  const claimed = (offset: number) => step(offset, async () => moveOn(story, await claim(editor, standingOf(story))));
  const onDesk = (submittedAt: number, claimedAt: number) => [
    submitted(submittedAt),
    ...verified(story, at, (submittedAt + claimedAt) / 2),
    claimed(claimedAt),
  ];
  const placed = () => (asksForPlacing(story) ? [step(2 * hour, () => placeLive(story))] : []);
  const published = (edited?: Partial<DemoText>) => [
    drafted(-26 * hour),
    ...onDesk(-20 * hour, -3 * hour),
    ...(edited ? [step(-2 * hour, () => type(story, editor, edited))] : []),
    step(edited ? -hour : 0, () => approveAndPublish(story)),
    ...(edited ? [step(0, async () => moveOn(story, await confirm(writer, standingOf(story))))] : []),
    ...placed(),
  ];

  switch (told.to) {
    case 'draft':
      return [drafted(0)];
    case 'submitted':
      return [drafted(-5 * hour), submitted(0)];
    case 'verified':
      return [drafted(-7 * hour), submitted(-2 * hour), ...verified(story, at, 0)];
    case 'in_editing':
      return [drafted(-9 * hour), ...onDesk(-4 * hour, 0)];
    case 'awaiting_confirmation':
      return [
        drafted(-11 * hour),
        ...onDesk(-5 * hour, -40 * minute),
        step(-10 * minute, () => type(story, editor, told.edited)),
        step(0, () => approveAndPublish(story)),
      ];
    case 'returned': {
      const { reasonCode, note } = told;
      const back = async () => moveOn(story, await returnEdition(editor, { ...standingOf(story), reasonCode, note }));
      return [drafted(-22 * hour), submitted(-4 * hour), step(0, back)];
    }
    case 'rejected': {
      const { reasonCode, note } = told;
      const refuse = async () => moveOn(story, await reject(editor, { ...standingOf(story), reasonCode, note }));
      return [drafted(-22 * hour), submitted(-4 * hour), step(0, refuse)];
    }
    case 'discarded':
      return [drafted(-day), step(0, async () => moveOn(story, await discard(writer, standingOf(story))))];
    case 'published':
      return published(told.edited);
    case 'embargoed':
      return [
        drafted(-30 * hour),
        ...onDesk(-26 * hour, -20 * hour),
        step(-19 * hour, () => approveAndPublish(story)),
        // What every process does each second.
        step(0, async () => {
          await publishDue();
          await lookAgain(story);
        }),
        ...placed(),
      ];
    case 'scheduled':
      return [
        drafted(-9 * hour),
        ...onDesk(-6 * hour, -hour),
        step(0, async () => {
          await readyForReaders(story);
          const scheduledFor = new Date(calendarAround(reached).workday(1).at('08.00'));
          moveOn(story, await approve(editor, { ...standingOf(story), outcome: 'schedule', scheduledFor }));
        }),
      ];
    case 'fast_lane': {
      const { fastLaneReason, reason } = told;
      const now = async () => {
        await readyForReaders(story);
        moveOn(story, await publishNow(editor, { ...standingOf(story), fastLaneReason, reason }));
      };
      const review = async () => moveOn(story, await secondReview(otherEditor, standingOf(story)));
      return [drafted(-25 * minute), step(0, now), ...(told.reviewed ? [step(70 * minute, review)] : [])];
    }
    case 'retracted': {
      const { reason } = told;
      const takeDown = async () =>
        moveOn(story, await retract(otherEditor, { ...standingOf(story), reason, hidesTitle: false }));
      const manager = known(story.office.people, 'nadia');
      const look = async () => moveOn(story, await reviewRetraction(manager, standingOf(story)));
      return [...published(), step(5 * hour, takeDown), step(6 * hour, look)];
    }
    case 'corrected': {
      const live = told.daysLater * day;
      return [
        ...published(),
        step(live - 3 * hour, async () => {
          await startNext(story, told.change, told.publicNote);
          await type(story, writer, told.corrected, told.publicNote);
        }),
        ...onDesk(live - 2 * hour, live - hour),
        step(live, () => approveAndPublish(story)),
      ];
    }
    case 'reopened':
      return [
        ...published(),
        step(day, async () => {
          await startNext(story, 'update', told.publicNote);
          await type(story, writer, told.started, told.publicNote);
        }),
      ];
  }
}

const asksForPlacing = ({ article }: Story) =>
  article.related !== undefined || article.newSlug !== undefined || article.pinnedDays !== undefined;

/** The verifier's step, where the agency has one. */
function verified(story: Story, at: (offset: number) => Date, offset: number): PlayedStep[] {
  const verifier = demoAccounts.find(({ roles }) =>
    roles.some((held) => held.role === 'verifier' && held.agency === story.article.agency),
  );
  if (verifier === undefined) return [];
  const key: PersonKey = verifier.key;
  const play = async () => moveOn(story, await verify(known(story.office.people, key), standingOf(story)));
  return [{ at: at(offset), play }];
}

/** Photos are made, and the editor has let the text lead where it leads. */
async function readyForReaders(story: Story): Promise<void> {
  await photosReady(story);
  const { editor, office } = story;
  const links = await linksOfEdition(await recordForActor(editor, standingOf(story).articleId));
  for (const { host } of links.filter(({ standing }) => standing === 'new')) {
    await decideLinkHost(editor, { portalId: office.portalId, host, decision: 'allowed', note: '' });
  }
}

async function approveAndPublish(story: Story): Promise<void> {
  await readyForReaders(story);
  moveOn(story, await approve(story.editor, { ...standingOf(story), outcome: 'publish' }));
}

async function startNext(story: Story, changeType: ChangeType, publicNote: string): Promise<void> {
  const target = standingOf(story);
  moveOn(story, await startEdition(story.writer, { ...target, changeType, publicNote }));
}
