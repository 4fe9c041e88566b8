import { isDeepStrictEqual } from 'node:util';

/** What an administrative event remembers: what it is about, and only the fields that changed, before and after. */
export type ChangeDetail = {
  /** A stable name, such as `section:<id>` or `settings:<portal>:targets`. */
  about: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** Fields of which the log says that they changed, never what they held. */
  changed?: string[];
};

/**
 * The fields of `after` that differ from what stood before; null stands for what was not there.
 *
 * @param after all or some of the fields, as they stand now
 * @param withoutValues fields that are only named: the log is kept for good, so how to reach a person stays out of it
 */
export function changeDetail(
  about: string,
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>>,
  withoutValues: readonly string[] = [],
): ChangeDetail {
  const former = (name: string) => before?.[name] ?? null;
  const differing = Object.entries(after).filter(([name, value]) => !isDeepStrictEqual(former(name), value ?? null));
  const told = differing.filter(([name]) => !withoutValues.includes(name));
  const named = differing.filter(([name]) => withoutValues.includes(name)).map(([name]) => name);
  return {
    about,
    before: Object.fromEntries(told.map(([name]) => [name, former(name)])),
    after: Object.fromEntries(told.map(([name, value]) => [name, value ?? null])),
    ...(named.length === 0 ? {} : { changed: named }),
  };
}

/** Whether a change changes anything. */
export const changesNothing = ({ after, changed = [] }: ChangeDetail) =>
  Object.keys(after).length === 0 && changed.length === 0;
