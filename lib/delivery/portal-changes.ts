import { generationNames } from '#lib/record/generation.ts';

/** What an instance knows of a portal's changes since it began to watch. */
export type PortalChanges = {
  generation: number;
  /** Generation of the last change of each name. */
  names: Map<string, number>;
  /** Generation of the last change of everything, or of one whose names are not known. */
  everything: number;
  /** Generation of the last change that took an article from readers. */
  takedown: number;
};

/** What a page says about its own age. */
export type Dated = { names: readonly string[]; generation: number };

/** Names remembered at most; after that everything counts as changed, once. */
const mostNames = 20_000;

export function newChanges(generation: number): PortalChanges {
  return { generation, names: new Map(), everything: -1, takedown: -1 };
}

/** Notes that these names changed on the way to `generation`. */
export function noteChanges(changes: PortalChanges, generation: number, names: readonly string[]): void {
  changes.generation = generation;
  if (names.includes(generationNames.site)) changes.everything = generation;
  for (const name of names) changes.names.set(name, generation);
  if (changes.names.size > mostNames) {
    changes.names.clear();
    changes.everything = generation;
  }
}

/** Whether something the page shows has changed since: it is rendered anew before it is served. */
export function isOutdated(page: Dated, changes: PortalChanges): boolean {
  if (page.generation >= changes.generation) return false;
  if (changes.everything > page.generation) return true;
  return page.names.some((name) => (changes.names.get(name) ?? -1) > page.generation);
}

/** Whether anything at all has changed since: it is served, and refreshed behind. */
export function isBehind(page: Dated, changes: PortalChanges): boolean {
  return page.generation < changes.generation;
}

/**
 * Whether an older page may be shown when it cannot be rendered anew. A list that lacks the
 * newest item may; an article that has changed may not, since it may have been retracted,
 * nor a list that may still name an article taken from readers.
 */
export function mayStandIn(page: Dated, changes: PortalChanges): boolean {
  if (!isOutdated(page, changes)) return true;
  if (changes.takedown > page.generation) return false;
  return !page.names.some(
    (name) => name.startsWith(articlePrefix) && (changes.names.get(name) ?? -1) > page.generation,
  );
}

/** Whether a page belongs to a past that the database no longer knows: it was put back to an earlier state. */
export function isFromElsewhere(page: Dated, changes: PortalChanges): boolean {
  return page.generation > changes.generation;
}

/** The slugs of the articles among changed names. */
export function slugsIn(names: readonly string[]): string[] {
  return names.filter((name) => name.startsWith(articlePrefix)).map((name) => name.slice(articlePrefix.length));
}

const articlePrefix = generationNames.article('');
