import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { now } from '#lib/clock.ts';
import { apiArticleOf } from '#lib/feeds/api-answers.ts';
import { apiArticle, apiRefusals, apiRetracted } from '#lib/feeds/api-shapes.ts';
import { openApi } from '#lib/feeds/openapi.ts';
import { portalById } from '#lib/newsroom/public.ts';
import { anAssetRow, coverOf, figureOf } from '#lib/testing/asset-rows.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { hostileTexts } from '#lib/testing/hostile-texts.ts';
import { anOffice, aPublishedArticle, type Office, readyWords } from '#lib/testing/newsroom.ts';
import { aReaderArticle, readerPortal, shownCover } from '#lib/testing/reader-articles.ts';
import { articleAnswer, batchAnswer, descriptionAnswer } from './api-answers.ts';
import type { Asked } from './machine-route.ts';

testConfiguration();
testDatabase();

const origin = 'https://warta.example.go.id';

async function askedOf(office: Office): Promise<Asked> {
  const portal = await portalById(office.portalId);
  if (portal === null) throw new Error('Expected a portal.');
  return { portal, origin };
}

const batchShape = z.object({
  artikel: z.array(z.object({ judul: z.string(), jenis: z.string(), alamat: z.string() })),
  kursor_berikutnya: z.string().nullable(),
  berikutnya: z.string().nullable(),
});
const described = z.object({ components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }) });

/** What the description says an answer looks like, as another program would take it. */
function describedShape(name: string): z.ZodType {
  const { components } = described.parse(openApi(readerPortal, origin));
  const schema = components.schemas[name];
  if (schema === undefined) throw new Error(`${name} is not described.`);
  return z.fromJSONSchema(schema);
}

const bodyOf = (answer: { body: string } | null): unknown => JSON.parse(answer?.body ?? 'null');

describe('the list of the API', () => {
  test('leads through all articles by its own addresses, in the shape it describes', async () => {
    const office = await anOffice();
    for (const title of ['Satu', 'Dua', 'Tiga']) await aPublishedArticle(office, { words: { title } });
    const asked = await askedOf(office);
    const first = await batchAnswer(asked, new URLSearchParams({ jumlah: '2', jenis: 'berita' }));
    expect(describedShape('KumpulanArtikel').safeParse(bodyOf(first)).error).toBeUndefined();
    const batch = batchShape.parse(bodyOf(first));
    expect(batch.artikel.map(({ judul }) => judul)).toEqual(['Tiga', 'Dua']);
    const further = new URL(batch.berikutnya ?? '');
    expect([further.origin, further.pathname]).toEqual([origin, '/api/v1/artikel']);
    const second = batchShape.parse(bodyOf(await batchAnswer(asked, further.searchParams)));
    expect(second.artikel.map(({ judul }) => judul)).toEqual(['Satu']);
    expect([second.kursor_berikutnya, second.berikutnya]).toEqual([null, null]);
  });

  test.each([
    ['jumlah=0', 'parameter_salah', /jumlah/],
    ['jumlah=51', 'parameter_salah', /1 sampai 50/],
    ['jumlah=banyak', 'parameter_salah', /1 sampai 50/],
    ['sejak=kemarin', 'parameter_salah', /tanggal/],
    ['opd=Dinas%20A', 'parameter_salah', /huruf kecil/],
    ['jenis=banner', 'parameter_salah', /siaran-pers/],
    ['jenis=__proto__', 'parameter_salah', /jenis/],
    ['opd=tidak-ada', 'parameter_salah', /opd/],
    ['kanal=A%00', 'parameter_salah', /kanal/],
    ['sejak=2026-02-30', 'parameter_salah', /tanggal/],
    ['kursor=abc', 'kursor_tidak_dikenal', /kursor/],
  ])('says what is wrong with %s', async (query, kode, pesan) => {
    const asked = await askedOf(await anOffice());
    const answer = await batchAnswer(asked, new URLSearchParams(query));
    expect(answer?.status).toBe(400);
    expect(bodyOf(answer)).toEqual({ kode, pesan: expect.stringMatching(pesan) });
    expect(describedShape('Galat').safeParse(bodyOf(answer)).error).toBeUndefined();
  });
});

describe('an article of the API', () => {
  test('comes whole, in the shape it describes', async () => {
    const office = await anOffice();
    const [cover, figure] = [
      await anAssetRow(office, office.contributor),
      await anAssetRow(office, office.contributor),
    ];
    const live = await aPublishedArticle(office, {
      words: {
        cover: coverOf(cover),
        body: { type: 'doc', content: [...readyWords(office).body.content, figureOf(figure)] },
        sources: [{ name: 'Kepala Puskesmas', detail: 'wawancara' }],
      },
    });
    const answer = await articleAnswer(await askedOf(office), live.slug);
    expect(describedShape('Artikel').safeParse(bodyOf(answer)).error).toBeUndefined();
    expect(bodyOf(answer)).toMatchObject({
      id: live.articleId,
      jenis: 'berita',
      isi_teks: expect.stringContaining('Layanan dibuka pukul 08.00.'),
      isi_html: expect.stringContaining('<b>Samarinda –</b> Layanan dibuka pukul 08.00.</p>'),
      foto_utama: { kredit: 'Humas', ukuran: [{ tipe: 'image/jpeg', lebar: 320 }] },
      foto: [{ ukuran: [{ tipe: 'image/jpeg' }] }],
      sumber: [{ nama: 'Kepala Puskesmas', keterangan: 'wawancara' }],
      edisi: 1,
      cek_keaslian: expect.stringMatching(/^https:\/\/warta\.example\.go\.id\/cek\/[0-9a-f]{16}$/),
    });
    expect(await articleAnswer(await askedOf(office), 'tidak-ada')).toBeNull();
  });

  test('of the agenda says when and where', async () => {
    const office = await anOffice();
    const startsAt = new Date(now().getTime() + 86_400_000).toISOString();
    const live = await aPublishedArticle(office, {
      words: { kind: 'agenda_event', details: { startsAt, venue: 'Lamin Etam' } },
    });
    const answer = await articleAnswer(await askedOf(office), live.slug);
    expect(describedShape('Artikel').safeParse(bodyOf(answer)).error).toBeUndefined();
    expect(bodyOf(answer)).toMatchObject({ jenis: 'agenda', acara: { mulai: startsAt, tempat: 'Lamin Etam' } });
  });

  test.each(hostileTexts.map((text) => [text]))('bears %j', (text) => {
    const article = aReaderArticle({
      ...{ title: text, lead: text, summary: text, cover: shownCover, datelinePlace: text },
      sources: [{ name: text, detail: text }],
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    });
    const told = apiArticle.parse(apiArticleOf({ portal: readerPortal, origin }, article));
    expect(JSON.parse(JSON.stringify(told))).toMatchObject({ judul: text, teras: text });
  });
});

test('every refusal fits the shape that it is described in', () => {
  const shape = describedShape('Galat');
  for (const error of [...Object.values(apiRefusals), apiRetracted('/berita/x')]) {
    expect(shape.safeParse(error).error).toBeUndefined();
  }
  const { paths } = z
    .object({
      paths: z.record(z.string(), z.object({ get: z.object({ responses: z.record(z.string(), z.unknown()) }) })),
    })
    .parse(openApi(readerPortal, origin));
  const told = Object.values(paths).map(({ get }) => Object.keys(get.responses));
  expect(told).toEqual([
    ['200', '400', '503', 'default'],
    ['200', '301', '404', '410', '503', 'default'],
  ]);
});

test('the description names what there is', async () => {
  const answer = await descriptionAnswer({ portal: readerPortal, origin });
  expect(bodyOf(answer)).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: origin }],
    paths: { '/api/v1/artikel': { get: {} }, '/api/v1/artikel/{alamat}': { get: {} } },
  });
  const named = [...(answer?.body ?? '').matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name ?? '',
  );
  for (const name of new Set(named)) expect(() => describedShape(name)).not.toThrow();
});
