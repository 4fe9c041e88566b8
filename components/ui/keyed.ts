/** A list made once and never reordered, each entry with a key of its own. */
export function keyed<T>(list: readonly T[]): [key: string, entry: T][] {
  return list.map((entry, index) => [String(index), entry]);
}
