import { z } from 'zod';
import { type ArticleKind, articleKinds } from '../../db/schema/enums.ts';
import { cleanText } from '../richtext/clean-text.ts';
import { kindPaths, searchPath } from '../urls.ts';

/** What the search form takes; more is cut, and the page says so. */
export const searchLimits = { letters: 200, words: 20, pages: 50, perPage: 20 } as const;

/** Kinds as addresses name them (`jenis=siaran-pers`). A banner is never found. */
export const kindSlugs: ReadonlyMap<string, ArticleKind> = new Map(
  articleKinds.flatMap((kind): [string, ArticleKind][] => {
    if (kind === 'banner') return [];
    if (kind === 'news') return [['berita', kind]];
    if (kind === 'page') return [['halaman', kind]];
    return [[kindPaths[kind].slice(1), kind]];
  }),
);

export const searchOrders = ['relevan', 'terbaru'] as const;

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().optional().catch(undefined));
/** What nobody can have chosen in the form is as if it were not there. */
const chosen = <Value>(schema: z.ZodType<Value, string>) =>
  one.transform((value): Value | undefined => {
    const read = schema.safeParse(value);
    return read.success ? read.data : undefined;
  });

const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?$/);
/** Within the years PostgreSQL and people mean. */
const day = z.iso.date().regex(/^(?:19|20)\d\d-/);
const kind = z.string().refine((name) => kindSlugs.has(name));

const wish = z
  .strictObject({
    q: one.transform((text) => searchText(text ?? '')),
    opd: chosen(slug),
    jenis: chosen(kind),
    kanal: chosen(slug),
    wilayah: chosen(z.string().regex(/^\d\d\.\d\d$/)),
    dari: chosen(day),
    sampai: chosen(day),
    urut: chosen(z.enum(searchOrders)).transform((order) => order ?? 'relevan'),
    halaman: one
      .pipe(
        z
          .string()
          .regex(/^[1-9]\d?$/)
          .optional(),
      )
      .transform((page) => Number(page ?? 1)),
  })
  .transform(({ dari, sampai, ...rest }) =>
    dari !== undefined && sampai !== undefined && dari > sampai
      ? { ...rest, dari: sampai, sampai: dari }
      : { ...rest, dari, sampai },
  )
  .refine(({ halaman }) => halaman <= searchLimits.pages);

/** What a reader wants found, in its only form. */
export type SearchWish = z.output<typeof wish>;

type Given = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads the parameters of `/cari`. Whatever was typed gives an answer: too long a text is cut, a
 * filter that does not exist falls away.
 *
 * @returns null for a page number that no search has
 */
export function searchWish(given: Given): SearchWish | null {
  const { q, opd, jenis, kanal, wilayah, dari, sampai, urut, halaman } = given;
  const read = wish.safeParse({ q, opd, jenis, kanal, wilayah, dari, sampai, urut, halaman });
  return read.success ? read.data : null;
}

/** One line of visible letters within the limits. */
function searchText(text: string): { text: string; isCut: boolean } {
  const line = cleanText(text.slice(0, 20_000)).replace(/\s+/gu, ' ').trim();
  const start = line.slice(0, searchLimits.letters).replace(/[\uD800-\uDBFF]$/, '');
  const words = start.split(' ').slice(0, searchLimits.words).join(' ');
  return { text: words.trim(), isCut: words !== line };
}

/** Whether a reader narrowed the search down. */
export function isFiltered({ opd, jenis, kanal, wilayah, dari, sampai }: SearchWish): boolean {
  return [opd, jenis, kanal, wilayah, dari, sampai].some((filter) => filter !== undefined);
}

type Changes = { text?: string; page?: number; withoutFilters?: boolean };

/** The address of a search, or of one that differs from it in something, parameters in delivery's order. */
export function searchAddress(
  of: SearchWish,
  { text = of.q.text, page = 1, withoutFilters = false }: Changes = {},
): string {
  const { opd, jenis, kanal, wilayah, dari, sampai } = of;
  const filters = withoutFilters ? {} : { opd, jenis, kanal, wilayah, dari, sampai };
  const entries = Object.entries({
    q: text === '' ? undefined : text,
    ...filters,
    urut: of.urut === 'relevan' ? undefined : of.urut,
    halaman: page > 1 ? String(page) : undefined,
  });
  const named = entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return named.length === 0 ? searchPath : `${searchPath}?${new URLSearchParams(named)}`;
}
