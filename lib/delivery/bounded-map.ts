/** A map that holds at most so much and forgets what was not asked for the longest. */
export type BoundedMap<Value> = {
  get(key: string): Value | undefined;
  /** Something that alone would take an eighth of the room is not kept, unless everything weighs one. */
  set(key: string, value: Value): void;
  delete(key: string): void;
  clear(): void;
  values(): IterableIterator<Value>;
  entries(): IterableIterator<[string, Value]>;
  /** Sum of the weights. */
  weight(): number;
};

/**
 * @param limit the most the weights may come to
 * @param weightOf bytes, or 1 for each by default
 */
export function boundedMap<Value>(limit: number, weightOf: (value: Value) => number = () => 1): BoundedMap<Value> {
  const held = new Map<string, Value>();
  let weight = 0;

  function remove(key: string): void {
    const value = held.get(key);
    if (value === undefined) return;
    held.delete(key);
    weight -= weightOf(value);
  }

  return {
    get(key) {
      const value = held.get(key);
      if (value === undefined) return undefined;
      // A Map keeps the order of insertion: the first is the one not asked for the longest.
      held.delete(key);
      held.set(key, value);
      return value;
    },
    set(key, value) {
      remove(key);
      const added = weightOf(value);
      if (added > 1 && added > limit / 8) return;
      held.set(key, value);
      weight += added;
      for (const oldest of held.keys()) {
        if (weight <= limit) break;
        remove(oldest);
      }
    },
    delete: remove,
    clear() {
      held.clear();
      weight = 0;
    },
    values: () => held.values(),
    entries: () => held.entries(),
    weight: () => weight,
  };
}
