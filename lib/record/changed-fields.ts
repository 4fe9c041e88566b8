import { isDeepStrictEqual } from 'node:util';

/** What an administrative event remembers: what it is about, and only the fields that changed, before and after. */
export type ChangeDetail = {
  /** A stable name, such as `section:<id>` or `settings:<portal>:targets`. */
  about: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/**
 * The fields of `after` that differ from what stood before; null stands for what was not there.
 *
 * @param after all or some of the fields, as they stand now
 */
export function changeDetail(
  about: string,
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>>,
): ChangeDetail {
  const former = (name: string) => before?.[name] ?? null;
  const changed = Object.entries(after).filter(([name, value]) => !isDeepStrictEqual(former(name), value ?? null));
  return {
    about,
    before: Object.fromEntries(changed.map(([name]) => [name, former(name)])),
    after: Object.fromEntries(changed.map(([name, value]) => [name, value ?? null])),
  };
}

/** Whether a change changes anything. */
export const changesNothing = ({ after }: ChangeDetail) => Object.keys(after).length === 0;
