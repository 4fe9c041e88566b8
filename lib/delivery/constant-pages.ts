import { type ApiError, apiRefusals } from '#lib/feeds/api-shapes.ts';
import { type Finished, finishedBytes } from './finished-page.ts';
import { type HeaderList, machineRefusalHeaders, refusalHeaders, retryAfter, type Surroundings } from './headers.ts';

/** What whoever reads may be refused with, in one form: as pages, or in the words of programs. */
export type Refusals = Readonly<Record<keyof typeof apiRefusals, Finished>>;

/** Answers that need neither database nor rendering: what is left when both are out of order. */
export type ConstantPages = Refusals & {
  forbidden: Finished;
  methodNotAllowedInNewsroom: Finished;
  tooLarge: Finished;
  failed: Finished;
  /** For feeds, copies and calendars: a line of plain text. */
  forPrograms: Pick<Refusals, 'notFound' | 'unavailable'>;
  /** For the public API: JSON. */
  ofApi: Refusals;
};

/** Header names and values that one refusal bears, in whichever form it is said. */
const closing = ['Connection', 'close'];
const readingOnly = ['Allow', 'GET, HEAD'];
const comingBack = ['Retry-After', retryAfter];

export function constantPages(around: Surroundings): ConstantPages {
  const make = (status: number, title: string, text: string, extra: HeaderList = []) =>
    finishedBytes(Buffer.from(pageOf(title, text)), {
      status,
      contentType: 'text/html; charset=utf-8',
      headers: [...refusalHeaders(around), ...extra],
    });
  const tell = (status: number, contentType: string, body: string, extra: HeaderList) =>
    finishedBytes(Buffer.from(body), { status, contentType, headers: [...machineRefusalHeaders(around), ...extra] });
  const line = (status: number, text: string, extra: HeaderList = []) =>
    tell(status, 'text/plain; charset=utf-8', `${text}\n`, extra);
  const json = (status: number, error: ApiError, extra: HeaderList = []) =>
    tell(status, 'application/json; charset=utf-8', JSON.stringify(error), extra);
  return {
    badRequest: make(400, 'Permintaan tidak dapat dibaca', 'Periksa kembali alamat yang Anda buka.', closing),
    forbidden: make(
      403,
      'Permintaan ditolak',
      'Permintaan ini tidak berasal dari halaman ruang redaksi. Buka halamannya, lalu coba lagi.',
    ),
    notFound: make(
      404,
      'Halaman tidak ditemukan',
      'Periksa kembali alamatnya, atau mulai dari <a href="/">halaman depan</a>.',
    ),
    methodNotAllowed: make(405, 'Permintaan tidak dilayani', 'Alamat ini hanya untuk dibaca.', readingOnly),
    methodNotAllowedInNewsroom: make(405, 'Permintaan tidak dilayani', 'Cara ini tidak dikenal di sini.', [
      'Allow',
      'GET, HEAD, POST',
    ]),
    tooLarge: make(413, 'Kiriman terlalu besar', 'Kecilkan berkasnya, lalu kirim lagi.', closing),
    unknownHost: make(421, 'Alamat situs tidak dikenal', 'Peladen ini tidak melayani alamat tersebut.'),
    failed: make(500, 'Ada gangguan', 'Muat ulang halaman ini. Tulisan Anda tersimpan di perangkat ini.'),
    unavailable: make(
      503,
      'Halaman belum dapat ditampilkan',
      'Ada gangguan pada peladen kami. Silakan muat ulang halaman ini sebentar lagi.',
      comingBack,
    ),
    forPrograms: {
      notFound: line(404, 'Tidak ada apa pun di alamat ini.'),
      unavailable: line(503, 'Ada gangguan pada peladen kami. Coba lagi sebentar lagi.', comingBack),
    },
    ofApi: {
      badRequest: json(400, apiRefusals.badRequest, closing),
      notFound: json(404, apiRefusals.notFound),
      methodNotAllowed: json(405, apiRefusals.methodNotAllowed, readingOnly),
      unknownHost: json(421, apiRefusals.unknownHost),
      unavailable: json(503, apiRefusals.unavailable, comingBack),
    },
  };
}

function pageOf(title: string, text: string): string {
  return `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<h1>${title}</h1>
<p>${text}</p>
</html>
`;
}
