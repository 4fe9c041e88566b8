import { joinedWrongly } from './lists/compound-words.ts';

/** Reads a list “salah > baku, salah > baku”. */
export function readArrows(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(',').map((pair) => {
      const [wrong = '', right = ''] = pair.split('>');
      return [wrong.trim(), right.trim()];
    }),
  );
}

const joined = readArrows(joinedWrongly);

/** How a compound that was joined is written: `kerjasamanya` → `kerja samanya`. Undefined for all other words. */
export function apartForm(lower: string): string | undefined {
  const right = joined.get(lower);
  if (right !== undefined || !lower.endsWith('nya')) return right;
  const bare = joined.get(lower.slice(0, -3));
  return bare === undefined ? undefined : `${bare}nya`;
}

export const isJoinedCompound = (lower: string): boolean => apartForm(lower) !== undefined;
