import { assign } from '#lib/desk/assigning.ts';
import { makeConfidential, namePerson } from '#lib/newsroom/nominated-access.ts';
import { letInContact } from '#lib/press/embargo-passes.ts';
import { contactsOf } from '#lib/press/press-contacts.ts';
import { embargoReadingPath } from '#lib/urls.ts';
import { calendarAround } from './calendar.ts';
import { known } from './office.ts';
import type { PlayedStep } from './roads.ts';
import { type Story, standingOf } from './story.ts';

const minute = 60_000;

/**
 * What is arranged around an article once it got there: who may know of it, who sees to it, and which
 * journalist reads it before its embargo ends.
 *
 * @param reached when the article reached its state
 */
export function deskWorkOn(story: Story, reached: Date): PlayedStep[] {
  const { confidedTo, assigned, letsIn } = story.article;
  const step = (minutes: number, play: () => Promise<void>) => ({
    at: new Date(reached.getTime() + minutes * minute),
    play,
  });
  return [
    ...(confidedTo === undefined ? [] : [step(1, () => confide(story, confidedTo))]),
    ...(assigned === undefined ? [] : [step(8, () => giveTo(story, assigned, reached))]),
    ...(letsIn === undefined ? [] : [step(15, () => letIn(story, letsIn))]),
  ];
}

async function confide(story: Story, names: NonNullable<Story['article']['confidedTo']>): Promise<void> {
  const { writer, office } = story;
  const { articleId } = standingOf(story);
  await makeConfidential(writer, { articleId });
  for (const key of names) await namePerson(writer, { articleId, userId: known(office.people, key).userId });
}

function giveTo(
  story: Story,
  { to, priority, due, note }: NonNullable<Story['article']['assigned']>,
  reached: Date,
): Promise<void> {
  const { people } = story.office;
  return assign(known(people, 'nadia'), {
    editionId: standingOf(story).editionId,
    seenAssigneeId: null,
    assigneeId: known(people, to).userId,
    dueAt: new Date(calendarAround(reached).workday(due.workdays).at(due.at)),
    ...{ priority, note },
  });
}

async function letIn(story: Story, name: string): Promise<void> {
  const { editor, office } = story;
  const { contacts } = await contactsOf(editor, office.portalId);
  const contact = contacts.find((one) => one.name === name);
  if (contact === undefined) throw new Error(`No journalist of the demo is called ${name}.`);
  const addressOf = async (_: unknown, token: string) => embargoReadingPath(token);
  await letInContact(editor, { articleId: standingOf(story).articleId, contactId: contact.id }, addressOf);
}
