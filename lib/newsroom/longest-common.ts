/** One step from the older list to the newer one. */
export type EditStep<T> = { kind: 'same' | 'added' | 'removed'; item: T };

/** Beyond this many single edits the middle is shown as replaced: time and memory grow with its square. */
const mostEdits = 1500;

/**
 * The shortest way from one list to another (Myers, “An O(ND) Difference Algorithm”, 1986),
 * removals before additions. Lists that differ in more than 1,500 steps keep only their
 * common beginning and end.
 *
 * @param keyOf items with the same key are the same
 */
export function longestCommon<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): EditStep<T>[] {
  const older = before.map(keyOf);
  const newer = after.map(keyOf);
  let head = 0;
  while (head < older.length && head < newer.length && older[head] === newer[head]) head += 1;
  let tail = 0;
  while (
    tail < older.length - head &&
    tail < newer.length - head &&
    older[older.length - 1 - tail] === newer[newer.length - 1 - tail]
  ) {
    tail += 1;
  }
  const steps = (kind: EditStep<T>['kind'], items: readonly T[]) => items.map((item): EditStep<T> => ({ kind, item }));
  const middleBefore = before.slice(head, before.length - tail);
  const middleAfter = after.slice(head, after.length - tail);
  return [
    ...steps('same', after.slice(0, head)),
    ...(shortestEdit(middleBefore, middleAfter, keyOf) ?? [
      ...steps('removed', middleBefore),
      ...steps('added', middleAfter),
    ]),
    ...steps('same', after.slice(after.length - tail)),
  ];
}

function shortestEdit<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): EditStep<T>[] | undefined {
  const older = before.map(keyOf);
  const newer = after.map(keyOf);
  const most = Math.min(older.length + newer.length, mostEdits);
  // furthest[k + most + 1]: how far in `before` the best path on diagonal k = x - y has come.
  let furthest = new Int32Array(2 * most + 3);
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trail.push(furthest);
    furthest = furthest.slice();
    for (let k = -edits; k <= edits; k += 2) {
      let x = comesFromAbove(furthest, k, edits, most) ? at(furthest, k + 1, most) : at(furthest, k - 1, most) + 1;
      while (x < older.length && x - k < newer.length && older[x] === newer[x - k]) x += 1;
      furthest[k + most + 1] = x;
      if (x >= older.length && x - k >= newer.length) return walkBack(before, after, trail, most);
    }
  }
  return undefined;
}

const at = (furthest: Int32Array, k: number, most: number): number => furthest[k + most + 1] ?? 0;

function comesFromAbove(furthest: Int32Array, k: number, edits: number, most: number): boolean {
  return k === -edits || (k !== edits && at(furthest, k - 1, most) < at(furthest, k + 1, most));
}

function walkBack<T>(
  before: readonly T[],
  after: readonly T[],
  trail: readonly Int32Array[],
  most: number,
): EditStep<T>[] {
  const steps: EditStep<T>[] = [];
  const push = (kind: EditStep<T>['kind'], item: T | undefined) => {
    if (item !== undefined) steps.push({ kind, item });
  };
  let x = before.length;
  let y = after.length;
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const furthest = trail[edits];
    if (furthest === undefined) break;
    const k = x - y;
    const fromK = comesFromAbove(furthest, k, edits, most) ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : at(furthest, fromK, most);
    const fromY = edits === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      push('same', after[y - 1]);
      x -= 1;
      y -= 1;
    }
    if (edits === 0) break;
    if (x === fromX) push('added', after[y - 1]);
    else push('removed', before[x - 1]);
    x = fromX;
    y = fromY;
  }
  return steps.reverse();
}
