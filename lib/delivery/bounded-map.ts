/** A map that holds at most so much and forgets first what nobody asked for since it was last looked through. */
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

type Entry<Value> = { value: Value; wasAsked: boolean };

/**
 * @param limit the most the weights may come to
 * @param weightOf bytes, or 1 for each by default
 */
export function boundedMap<Value>(limit: number, weightOf: (value: Value) => number = () => 1): BoundedMap<Value> {
  // A Map keeps the order of insertion. Asking only leaves a mark: to move an entry each time costs more
  // than all else that a hit needs.
  const held = new Map<string, Entry<Value>>();
  let weight = 0;

  function remove(key: string): void {
    const entry = held.get(key);
    if (entry === undefined) return;
    held.delete(key);
    weight -= weightOf(entry.value);
  }

  /** The oldest go; those that were asked for since their last turn have another one, as has the newest. */
  function makeRoomFor(newest: string): void {
    for (const [key, entry] of held) {
      if (weight <= limit) return;
      if (!entry.wasAsked && key !== newest) remove(key);
      else {
        entry.wasAsked = false;
        held.delete(key);
        held.set(key, entry);
      }
    }
  }

  return {
    get(key) {
      const entry = held.get(key);
      if (entry === undefined) return undefined;
      entry.wasAsked = true;
      return entry.value;
    },
    set(key, value) {
      remove(key);
      const added = weightOf(value);
      if (added > 1 && added > limit / 8) return;
      held.set(key, { value, wasAsked: false });
      weight += added;
      makeRoomFor(key);
    },
    delete: remove,
    clear() {
      held.clear();
      weight = 0;
    },
    values: () => held.values().map(({ value }) => value),
    entries: () => held.entries().map(([key, { value }]): [string, Value] => [key, value]),
    weight: () => weight,
  };
}
