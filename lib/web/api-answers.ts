import { z } from 'zod';
import { apiArticleOf, apiBriefOf } from '#lib/feeds/api-answers.ts';
import { type ApiError, apiArticle, apiBatch, apiError, apiLimits } from '#lib/feeds/api-shapes.ts';
import { openApi } from '#lib/feeds/openapi.ts';
import { articleBatch, type BatchWish, readCursor, writeCursor } from '#lib/newsroom/article-batch.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { kindSlugs } from '#lib/search/search-input.ts';
import { absolute, apiArticlesPath } from '#lib/urls.ts';
import type { Asked, MachineText } from './machine-route.ts';

const json = 'application/json; charset=utf-8';

const wrong = {
  jumlah: `jumlah harus bilangan 1 sampai ${apiLimits.most}.`,
  jenis: `jenis harus salah satu dari: ${[...kindSlugs.keys()].join(', ')}.`,
  slug: 'opd, kanal, dan topik ditulis seperti pada alamat halamannya: huruf kecil, angka, dan tanda hubung.',
  day: 'sejak dan sampai ditulis sebagai tanggal, misalnya 2026-01-14.',
  cursor: 'kursor ini tidak dikenali. Mulai lagi tanpa kursor.',
  unknown: { agency: 'Tidak ada opd ini.', section: 'Tidak ada kanal ini.', topic: 'Tidak ada topik ini.' },
} as const;

const slug = z
  .string(wrong.slug)
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?$/, wrong.slug)
  .optional();
const day = z.iso
  .date(wrong.day)
  .regex(/^(?:19|20)\d\d-/, wrong.day)
  .optional();

const parameters = z.strictObject({
  kursor: z.string().optional(),
  jumlah: z
    .string()
    .regex(/^[1-9]\d?$/, wrong.jumlah)
    .transform(Number)
    .pipe(z.number().max(apiLimits.most, wrong.jumlah))
    .optional(),
  jenis: z
    .string()
    .refine((name) => kindSlugs.has(name), wrong.jenis)
    .transform((name) => kindSlugs.get(name))
    .optional(),
  opd: slug,
  kanal: slug,
  topik: slug,
  sejak: day,
  sampai: day,
});

/** The parameters of the list, in the order in which its addresses bear them. */
const parameterNames = Object.keys(parameters.shape);

/** A batch of articles, newest first; what is wrong with a parameter is said in words. */
export async function batchAnswer({ portal, origin }: Asked, query: URLSearchParams): Promise<MachineText> {
  const given: Record<string, string> = Object.fromEntries(
    parameterNames.flatMap((name): [string, string][] => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const read = parameters.safeParse(given);
  if (!read.success) {
    return refusal({ kode: 'parameter_salah', pesan: read.error.issues.map((issue) => issue.message).join(' ') });
  }
  const { kursor, jumlah = apiLimits.usual, jenis, opd, kanal, topik, sejak, sampai } = read.data;
  const after = kursor === undefined ? undefined : readCursor(kursor);
  if (kursor !== undefined && after === undefined) {
    return refusal({ kode: 'kursor_tidak_dikenal', pesan: wrong.cursor });
  }
  const wish: BatchWish = {
    limit: jumlah,
    ...(jenis !== undefined && { kind: jenis }),
    ...(opd !== undefined && { agency: opd }),
    ...(kanal !== undefined && { section: kanal }),
    ...(topik !== undefined && { topic: topik }),
    ...(sejak !== undefined && { since: sejak }),
    ...(sampai !== undefined && { until: sampai }),
    ...(after !== undefined && { after }),
  };
  const batch = await articleBatch(portal, wish);
  if ('unknown' in batch) return refusal({ kode: 'parameter_salah', pesan: wrong.unknown[batch.unknown] });
  const next = batch.next === null ? null : writeCursor(batch.next);
  const further = next === null ? null : new URLSearchParams({ kursor: next, ...without(given, 'kursor') });
  return answer(
    apiBatch.parse({
      artikel: batch.articles.map(({ card, updatedAt }) => apiBriefOf({ portal, origin }, card, updatedAt)),
      kursor_berikutnya: next,
      berikutnya: further === null ? null : absolute(origin, `${apiArticlesPath}?${further}`),
    }),
  );
}

/** One whole article; null when there is none at this address. */
export async function articleAnswer(asked: Asked, wanted: string): Promise<MachineText> {
  const article = await articlePage(asked.portal.id, wanted);
  return article === null || article.kind === 'banner' ? null : answer(apiArticle.parse(apiArticleOf(asked, article)));
}

/** What the API offers, in OpenAPI 3.1. */
export async function descriptionAnswer({ portal, origin }: Asked): Promise<MachineText> {
  return answer(openApi(portal, origin));
}

function answer(value: unknown): MachineText {
  return { contentType: json, body: JSON.stringify(value) };
}

function refusal(error: ApiError): MachineText {
  return { contentType: json, body: JSON.stringify(apiError.parse(error)), status: 400 };
}

function without(given: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([key]) => key !== name));
}
