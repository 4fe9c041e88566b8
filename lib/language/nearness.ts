/**
 * How many letters two words differ by (inserted, left out, replaced or swapped with their neighbour),
 * or `most + 1` where it is more than `most`.
 */
export function lettersApart(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/** Words that differ by one letter and are both right. */
const twins: readonly (readonly string[])[] = [
  ['putra', 'putri'],
  ['putera', 'puteri'],
  ['juni', 'juli'],
  ['dewa', 'dewi'],
  ['saudara', 'saudari'],
  ['siswa', 'siswi'],
  ['ilir', 'ulir'],
];

/** One slip of a letter away from each other, beginning alike. */
export function isSlipOf(a: string, b: string, most = 1): boolean {
  if (a === b || a[0] !== b[0] || Math.min(a.length, b.length) < 4) return false;
  if (twins.some((pair) => pair.includes(a) && pair.includes(b))) return false;
  return lettersApart(a, b, most) <= most;
}
