const ones: ReadonlyMap<string, number> = new Map([
  ['nol', 0],
  ['satu', 1],
  ['dua', 2],
  ['tiga', 3],
  ['empat', 4],
  ['lima', 5],
  ['enam', 6],
  ['tujuh', 7],
  ['delapan', 8],
  ['sembilan', 9],
  ['sepuluh', 10],
  ['sebelas', 11],
]);

export const scales: ReadonlyMap<string, number> = new Map([
  ['ribu', 1e3],
  ['juta', 1e6],
  ['miliar', 1e9],
  ['milyar', 1e9],
  ['triliun', 1e12],
]);

/** Whether a number in words can go on with this word. */
export function isNumberWord(word: string): boolean {
  return ones.has(word) || scales.has(word) || ['belas', 'puluh', 'ratus', 'seratus', 'seribu'].includes(word);
}

/** “dua ratus lima belas” is 215; undefined for anything that is no number. */
export function numberOfWords(words: readonly string[]): number | undefined {
  let total = 0;
  let group = 0;
  let last = 0;
  for (const word of words) {
    const one = ones.get(word);
    const scale = scales.get(word);
    if (one !== undefined) last = one;
    else if (word === 'belas') last += 10;
    else if (word === 'puluh') {
      group += last * 10;
      last = 0;
    } else if (word === 'ratus') {
      group += last * 100;
      last = 0;
    } else if (word === 'seratus') group += 100;
    else if (word === 'seribu') total += 1000;
    else if (scale !== undefined) {
      total += (group + last) * scale;
      group = 0;
      last = 0;
    } else return undefined;
  }
  return words.length === 0 ? undefined : total + group + last;
}
