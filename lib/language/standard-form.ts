import { assimilatedRoots } from './lists/assimilated-roots.ts';
import { nonstandardAffixedWords } from './lists/nonstandard-affixed-words.ts';
import { nonstandardLoanwords } from './lists/nonstandard-loanwords.ts';
import { nonstandardNativeWords } from './lists/nonstandard-native-words.ts';

/** Reads a list “salah baku, salah baku”. */
export function readPairs(list: string): Map<string, string> {
  return new Map(
    list.split(',').map((pair) => {
      const [wrong = '', ...right] = pair.trim().split(/\s+/u);
      return [wrong, right.join(' ')];
    }),
  );
}

const roots: ReadonlyMap<string, string> = new Map([
  ...readPairs(nonstandardLoanwords),
  ...readPairs(nonstandardNativeWords),
]);
const wholeWords: ReadonlyMap<string, string> = readPairs(nonstandardAffixedWords);
const melting = {
  k: new Set(assimilatedRoots.k.split(/\s+/u)),
  t: new Set(assimilatedRoots.t.split(/\s+/u)),
  s: new Set(assimilatedRoots.s.split(/\s+/u)),
  p: new Set(assimilatedRoots.p.split(/\s+/u)),
} as const;

/** How many pairs the lists hold, for whoever looks after them. */
export const pairCount = roots.size + wholeWords.size;

const clitic = /(?:nya|lah|kah|pun|ku|mu)$/u;
const suffixes = ['', 'kan', 'an', 'i'] as const;
/** Longest first, so that `mem` is tried before `me`; `be` and `te` stand before a root with r. */
const prefixes = [
  ...['memper', 'diper', 'keter', 'menge', 'penge', 'meng', 'peng', 'mem', 'men', 'pem', 'pen', 'ber', 'ter', 'per'],
  ...['me', 'pe', 'be', 'te', 'di', 'ke', 'se', ''],
] as const;

/**
 * The standard form of a word that is often written otherwise, in small letters except where
 * the standard form is a name: `diijinkan` → `diizinkan`. Undefined for all other words.
 */
export function standardForm(lower: string): string | undefined {
  if (lower.length < 3) return undefined;
  const whole = wholeForm(lower);
  if (whole !== undefined) return whole;
  const ending = clitic.exec(lower)?.[0];
  if (ending !== undefined) {
    const stripped = wholeForm(lower.slice(0, -ending.length));
    if (stripped !== undefined) return stripped + ending;
  }
  return repeatedForm(lower);
}

function wholeForm(lower: string): string | undefined {
  return wholeWords.get(lower) ?? roots.get(lower) ?? unmeltedForm(lower) ?? affixedForm(lower);
}

/** `atlit-atlit`: each half by itself. */
function repeatedForm(lower: string): string | undefined {
  const [first, second, ...more] = lower.split('-');
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const parts = [first, second].map((part) => roots.get(part) ?? wholeWords.get(part));
  if (parts.every((part) => part === undefined)) return undefined;
  return `${parts[0] ?? first}-${parts[1] ?? second}`;
}

const unmelted = /^(m|p)e(ngk|nt|ns|mp)(?=[aeiou])/u;
const meltingOf = { ngk: melting.k, nt: melting.t, ns: melting.s, mp: melting.p } as const;

/** `mengkoordinasikan`: the first sound of the root should have melted. */
function unmeltedForm(lower: string): string | undefined {
  const found = unmelted.exec(lower);
  const cluster = found?.[2];
  if (!found || (cluster !== 'ngk' && cluster !== 'nt' && cluster !== 'ns' && cluster !== 'mp')) return undefined;
  const stem = lower.slice(found[0].length - 1);
  for (const suffix of suffixes) {
    if (!stem.endsWith(suffix)) continue;
    const root = stem.slice(0, stem.length - suffix.length);
    if (meltingOf[cluster].has(root)) return withPrefix(`${found[1]}eN`, root, suffix);
  }
  return undefined;
}

function affixedForm(lower: string): string | undefined {
  for (const suffix of suffixes) {
    if (!lower.endsWith(suffix)) continue;
    for (const prefix of prefixes) {
      if (!lower.startsWith(prefix) || (prefix === '' && suffix === '')) continue;
      const root = lower.slice(prefix.length, lower.length - suffix.length);
      // Shorter ones meet by chance: `se` + `lit` + `an`.
      if (root.length < 4) continue;
      const standard = roots.get(root);
      if (standard === undefined || !mayTakeAffix(prefix, standard)) continue;
      return withPrefix(prefix, root, suffix);
    }
  }
  return undefined;
}

function mayTakeAffix(prefix: string, standard: string): boolean {
  if (/[\sA-Z]/u.test(standard)) return false;
  if (prefix === 'be' || prefix === 'te') return standard.startsWith('r');
  // “peneliti” is no “elite”.
  if (standard === 'elite') return false;
  // “menampakkan” comes from “tampak”, whose t has melted.
  return standard !== 'tampak' || !(prefix === 'me' || prefix === 'pe');
}

const wantsKan: ReadonlySet<string> = new Set(['realisasi', 'sosialisasi', 'koordinasi', 'publikasi']);

/** Puts affixes to the standard form of a root, with the sounds that form asks for. */
function withPrefix(prefix: string, root: string, suffix: string): string {
  const standard = roots.get(root) ?? root;
  // “merealisir” is “merealisasikan”, but “dievaluir” is “dievaluasi”.
  const needsSuffix = wantsKan.has(standard) && root.endsWith('ir') && suffix === '' && /^(?:me|di)/u.test(prefix);
  const stem = standard + (needsSuffix ? 'kan' : suffix);
  if (/^memper|^diper|^keter/u.test(prefix)) return prefix + stem;
  if (prefix.startsWith('me')) return `me${nasal(standard)}${stem.slice(melts(standard) ? 1 : 0)}`;
  if (/^pe(?!r)/u.test(prefix)) return `pe${nasal(standard)}${stem.slice(melts(standard) ? 1 : 0)}`;
  if (prefix === 'ber' || prefix === 'be') return `be${standard.startsWith('r') ? '' : 'r'}${stem}`;
  if (prefix === 'ter' || prefix === 'te') return `te${standard.startsWith('r') ? '' : 'r'}${stem}`;
  return prefix + stem;
}

/** k, p, s and t melt before a vowel. */
const melts = (root: string) => /^[kpst][aeiou]/u.test(root) && !isShort(root);
const isShort = (root: string) => (root.match(/[aeiou]+/gu)?.length ?? 0) === 1;

function nasal(root: string): string {
  if (isShort(root)) return 'nge';
  if (/^s[aeiou]/u.test(root)) return 'ny';
  if (/^[aeioughkqx]/u.test(root)) return 'ng';
  if (/^[bfvp]/u.test(root)) return 'm';
  if (/^[cdjzst]/u.test(root)) return 'n';
  return '';
}
