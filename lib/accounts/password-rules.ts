import type { Issue } from '../errors.ts';

/** Characters a password has at least and at most (ASVS 6.2.1, 6.2.9). Nothing is cut off. */
export const passwordLimits = { least: 12, most: 128 } as const;

/** Words an attacker tries first here: of this house, of this country, of every list of stolen passwords. */
export const wordsTriedFirst: readonly string[] = `
  ruangwarta diskominfo kominfo kaltim kalimantan kaltimprov barito samarinda balikpapan pemprov pemkab pemkot
  pemerintah provinsi humas warta berita redaksi redaktur kontributor verifikator portal protokol dinas admin
  administrator rahasia katasandi sandi indonesia nusantara merdeka garuda pancasila jakarta bismillah alhamdulillah
  assalamualaikum sayangku sayang cinta bahagia semangat sukses selamat datang password passw0rd p@ssw0rd p@ssword
  welcome letmein master login secret default changeme iloveyou monkey dragon football baseball sunshine princess
  superman batman trustno whatever computer internet pokemon starwars michael jordan shadow qwerty
`
  .trim()
  .split(/\s+/);

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
];

/** Different characters that must remain when everything easy to guess is taken away. */
const leastUnexpected = 6;

/**
 * What our own rules find wrong with a new password; empty when they find nothing. There are no rules
 * of composition: a sentence is welcome. Verbs ask `newPasswordIssues`, which knows the lists as well.
 *
 * @param known words about this person and house: name, address, agency
 */
export function passwordIssues(password: string, known: readonly string[], field = 'password'): Issue[] {
  const length = [...password].length;
  if (length < passwordLimits.least) {
    const text = `Kata sandi terlalu pendek: paling sedikit ${passwordLimits.least} karakter. Beberapa kata yang hanya Anda ingat sudah cukup.`;
    return [{ field, code: 'too_short', text }];
  }
  if (length > passwordLimits.most) {
    return [
      { field, code: 'too_long', text: `Kata sandi terlalu panjang: paling banyak ${passwordLimits.most} karakter.` },
    ];
  }
  return isEasyToGuess(password, known) ? [easyToGuess(field)] : [];
}

/** Says that somebody would find this password by guessing. */
export function easyToGuess(field: string): Issue {
  const text =
    'Kata sandi ini mudah ditebak. Jangan memakai nama, instansi, tahun, atau urutan huruf; pakai beberapa kata yang tidak berhubungan.';
  return { field, code: 'easy_to_guess', text };
}

/** Whether little remains of the password once the words and sequences tried first are taken away. */
function isEasyToGuess(password: string, known: readonly string[]): boolean {
  let rest = password.toLowerCase();
  const words = [...wordsTriedFirst, ...known.flatMap(partsOf)].sort((a, b) => b.length - a.length);
  for (const word of words) rest = rest.replaceAll(word, ' ');
  for (const row of rows) rest = withoutRuns(rest, row);
  rest = rest.replace(/(?:19|20)\d\d/g, ' ').replace(/\s+/g, '');
  return new Set(rest).size < leastUnexpected;
}

/** The words of a name or address that are long enough to be recognised inside a password. */
function partsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 4);
}

/** The text without stretches of four or more neighbours of a row, forwards or backwards. */
function withoutRuns(text: string, row: string): string {
  let rest = text;
  for (const line of [row, [...row].reverse().join('')]) {
    for (let length = line.length; length >= 4; length -= 1) {
      for (let start = 0; start + length <= line.length; start += 1) {
        rest = rest.replaceAll(line.slice(start, start + length), ' ');
      }
    }
  }
  return rest;
}
