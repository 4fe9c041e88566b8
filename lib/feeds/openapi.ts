import { z } from 'zod';
import { kindSlugs } from '../search/search-input.ts';
import { apiArticlesPath } from '../urls.ts';
import { apiArticle, apiBatch, apiError, apiLimits } from './api-shapes.ts';
import { marked } from './demo-mark.ts';

/** The public API in OpenAPI 3.1. The shapes come from those the answers are made to fit. */
export function openApi(portal: { name: string; isDemo: boolean }, origin: string): Record<string, unknown> {
  const answer = (description: string, name: string) => ({
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  /** What any address may answer. */
  const refusals = {
    503: {
      ...answer('Ada gangguan, misalnya basis data tidak dapat dihubungi', 'Galat'),
      headers: { 'Retry-After': { description: 'Detik sampai boleh dicoba lagi', schema: { type: 'integer' } } },
    },
    default: answer('Penolakan lain, misalnya 405 untuk cara selain GET dan HEAD', 'Galat'),
  };
  return {
    openapi: '3.1.0',
    info: {
      title: marked(portal, `API ${portal.name}`),
      version: '1.0.0',
      description:
        'Artikel yang terbit, hanya baca, tanpa kunci. Setiap jawaban membawa ETag: kirim kembali dengan If-None-Match supaya yang tidak berubah tidak dikirim ulang. Setiap penolakan berupa JSON dengan kode dan pesan (Galat).',
    },
    servers: [{ url: origin }],
    paths: {
      [apiArticlesPath]: {
        get: {
          operationId: 'daftarArtikel',
          summary: 'Artikel, yang terbaru dulu',
          parameters: batchParameters,
          responses: {
            200: answer('Satu kumpulan artikel', 'KumpulanArtikel'),
            400: answer('Parameter atau kursor tidak dikenali', 'Galat'),
            ...refusals,
          },
        },
      },
      [`${apiArticlesPath}/{alamat}`]: {
        get: {
          operationId: 'artikel',
          summary: 'Satu artikel lengkap',
          parameters: [
            {
              name: 'alamat',
              in: 'path',
              required: true,
              description: 'Bagian terakhir alamat artikel',
              schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' },
            },
          ],
          responses: {
            200: answer('Artikel', 'Artikel'),
            301: { description: 'Artikel pindah alamat' },
            404: answer('Tidak ada artikel di alamat ini', 'Galat'),
            410: answer('Artikel ditarik', 'Galat'),
            ...refusals,
          },
        },
      },
    },
    components: {
      schemas: { KumpulanArtikel: schemaOf(apiBatch), Artikel: schemaOf(apiArticle), Galat: schemaOf(apiError) },
    },
  };
}

const day = { type: 'string', format: 'date' };
const slug = { type: 'string', pattern: '^[a-z0-9-]+$' };

const parameter = (name: string, description: string, schema: Record<string, unknown>) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

const batchParameters = [
  parameter('kursor', 'kursor_berikutnya dari kumpulan sebelumnya', { type: 'string', pattern: '^[A-Za-z0-9_-]+$' }),
  parameter('jumlah', 'Artikel dalam satu kumpulan', {
    type: 'integer',
    minimum: 1,
    maximum: apiLimits.most,
    default: apiLimits.usual,
  }),
  parameter('jenis', 'Jenis artikel', { type: 'string', enum: [...kindSlugs.keys()] }),
  parameter('opd', 'Perangkat daerah, seperti pada alamat halamannya', slug),
  parameter('kanal', 'Kanal, seperti pada alamat halamannya', slug),
  parameter('topik', 'Topik, seperti pada alamat halamannya', slug),
  parameter('sejak', 'Terbit pertama sejak tanggal ini', day),
  parameter('sampai', 'Terbit pertama sampai dengan tanggal ini', day),
];

/** OpenAPI 3.1 speaks JSON Schema itself; the dialect is named once for the document, not in each part. */
function schemaOf(shape: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { target: 'draft-2020-12' });
  return schema;
}
