import { cleanText } from '#lib/richtext/clean-text.ts';

/** A parameter that a reader's page declares: its name, and what is made of the values it was given. */
export type Parameter = {
  name: string;
  /** The value in its only form; empty as if it were not there; `none` when no page can have it. */
  read(value: string): string | 'none';
};

/** Page 1 is the list itself; what is no page number leads nowhere. */
const pageNumber = (value: string) => {
  if (value === '' || value === '1') return '';
  return /^[1-9]\d{0,3}$/.test(value) ? value : 'none';
};

const mostLetters = 200;
const words = (value: string) => cleanText(value).replace(/\s+/g, ' ').trim().slice(0, mostLetters).toWellFormed();
const token = (value: string) => (/^[a-z0-9_.-]{1,120}$/.test(value) ? value : '');
const day = (value: string) => (/^\d{4}-\d\d-\d\d$/.test(value) ? value : '');

const filters: readonly Parameter[] = [
  { name: 'opd', read: token },
  { name: 'jenis', read: token },
  { name: 'kanal', read: token },
  { name: 'wilayah', read: token },
  { name: 'dari', read: day },
  { name: 'sampai', read: day },
];

/** Every parameter that a reader's page may have. */
export const parameters = {
  halaman: { name: 'halaman', read: pageNumber },
  q: { name: 'q', read: words },
  filters,
  urut: { name: 'urut', read: token },
  kode: {
    name: 'kode',
    read: (value: string) =>
      words(value)
        .toLowerCase()
        .replace(/[\s·-]/g, ''),
  },
  /** Also what no article can have: a program is told so, instead of getting what it did not ask for. */
  api: ['kursor', 'jumlah', 'jenis', 'opd', 'kanal', 'topik', 'sejak', 'sampai'].map((name) => ({ name, read: words })),
} as const;

/**
 * Reads the declared parameters of a query, in the order in which they are declared. Of several
 * values the first counts; empty ones are left out.
 */
export function readParameters(query: string, declared: readonly Parameter[]): ReadonlyMap<string, string> | 'none' {
  const read = new Map<string, string>();
  if (query === '' || declared.length === 0) return read;
  const given = new URLSearchParams(query);
  for (const parameter of declared) {
    const value = parameter.read(given.get(parameter.name) ?? '');
    if (value === 'none') return 'none';
    if (value !== '') read.set(parameter.name, value);
  }
  return read;
}

/** A path with its parameters; the path may have some of its own. */
export function withParameters(path: string, given: ReadonlyMap<string, string>): string {
  if (given.size === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams([...given])}`;
}
