import { type Finished, finishedBytes } from './finished-page.ts';
import { refusalHeaders, retryAfter, type Surroundings } from './headers.ts';

/** Answers that need neither database nor rendering: what is left when both are out of order. */
export type ConstantPages = {
  badRequest: Finished;
  forbidden: Finished;
  notFound: Finished;
  methodNotAllowed: Finished;
  methodNotAllowedInNewsroom: Finished;
  tooLarge: Finished;
  unknownHost: Finished;
  failed: Finished;
  unavailable: Finished;
};

export function constantPages(around: Surroundings): ConstantPages {
  const make = (status: number, title: string, text: string, extra: readonly string[] = []) =>
    finishedBytes(Buffer.from(pageOf(title, text)), {
      status,
      contentType: 'text/html; charset=utf-8',
      headers: [...refusalHeaders(around), ...extra],
    });
  return {
    badRequest: make(400, 'Permintaan tidak dapat dibaca', 'Periksa kembali alamat yang Anda buka.', [
      'Connection',
      'close',
    ]),
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
    methodNotAllowed: make(405, 'Permintaan tidak dilayani', 'Alamat ini hanya untuk dibaca.', ['Allow', 'GET, HEAD']),
    methodNotAllowedInNewsroom: make(405, 'Permintaan tidak dilayani', 'Cara ini tidak dikenal di sini.', [
      'Allow',
      'GET, HEAD, POST',
    ]),
    tooLarge: make(413, 'Kiriman terlalu besar', 'Kecilkan berkasnya, lalu kirim lagi.', ['Connection', 'close']),
    unknownHost: make(421, 'Alamat situs tidak dikenal', 'Peladen ini tidak melayani alamat tersebut.'),
    failed: make(500, 'Ada gangguan', 'Muat ulang halaman ini. Tulisan Anda tersimpan di perangkat ini.'),
    unavailable: make(
      503,
      'Halaman belum dapat ditampilkan',
      'Ada gangguan pada peladen kami. Silakan muat ulang halaman ini sebentar lagi.',
      ['Retry-After', retryAfter],
    ),
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
