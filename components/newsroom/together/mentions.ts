import type { ConversationView } from '#lib/newsroom/conversation-shapes.ts';

export type Person = ConversationView['people'][number];

/** The most names offered at once. */
const offered = 5;

/** The part of a name that is being typed after an `@` right before the caret; undefined when none is. */
export function begunName(text: string, caret: number): { start: number; name: string } | undefined {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0 || (start > 0 && /[\p{L}\p{N}]/u.test(before[start - 1] ?? ''))) return undefined;
  const name = before.slice(start + 1);
  return name.length > 40 || /[\n@]/.test(name) || /\s\S*\s\S*\s/.test(name) ? undefined : { start, name };
}

/** The people whose name, or a part of it, begins like this. */
export function peopleNamed(people: readonly Person[], name: string): Person[] {
  const wanted = name.toLowerCase();
  const fits = (called: string) =>
    called.toLowerCase().startsWith(wanted) ||
    called.split(/\s+/).some((part) => part.toLowerCase().startsWith(wanted));
  return people.filter((person) => fits(person.name) && person.name.toLowerCase() !== wanted).slice(0, offered);
}

/** Whom a text calls by name. */
export function mentionedIn(text: string, people: readonly Person[]): string[] {
  return people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
}
