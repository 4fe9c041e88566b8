import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { z } from 'zod';

/** Every kind of article, as the addresses of lists and the public API name it. */
export const articleKinds = [
  'berita',
  'siaran-pers',
  'pengumuman',
  'klarifikasi',
  'galeri',
  'infografis',
  'pidato',
  'agenda',
] as const;

const batch = z.object({ artikel: z.array(z.object({ alamat: z.url() })) });

/** Articles of the demo whose story the tests rely on. */
export const told = {
  corrected: '/berita/perpustakaan-daerah-buka-sampai-malam-kartu-anggota-gratis',
  retracted: '/berita/jadwal-bus-antarkota-selama-masa-uji-coba',
  moved: '/berita/nomor-antrean-puskesmas-bisa-diambil-dari-rumah',
  movedTo: '/berita/nomor-antrean-puskesmas',
  withDocument: '/berita/maklumat-layanan-loket-kependudukan',
  ofTheDocument: '/opd/dinas-kependudukan-dan-pencatatan-sipil',
  introducedTopic: '/topik/kelola-sampah',
  withTable: '/berita/cabai-turun-sawi-naik-membaca-harga-sayur-pekan-ini',
} as const;

/** The addresses of articles of a kind, newest first: those of the demo only, since what tests publish today they also retract. */
export async function articlesOf(request: APIRequestContext, kind: (typeof articleKinds)[number]): Promise<string[]> {
  const yesterday = dayHere(new Date(Date.now() - 86_400_000));
  const answer = await request.get(`/api/v1/artikel?jenis=${kind}&sampai=${yesterday}&jumlah=5`);
  const paths = batch.parse(await answer.json()).artikel.map(({ alamat }) => new URL(alamat).pathname);
  expect(paths, `articles of ${kind}`).not.toEqual([]);
  return paths;
}

/**
 * One address of every kind of page that readers have, by its name. None of them answers
 * anything but 200; those that do are tried by themselves.
 */
export async function readerPages(request: APIRequestContext): Promise<Map<string, string>> {
  const pages = new Map([['depan', '/']]);
  for (const kind of articleKinds) pages.set(`artikel-${kind}`, (await articlesOf(request, kind))[0] ?? '');
  const article = await (await request.get(told.corrected)).text();
  const published = article.match(/<time datetime="([^"]+)"/i)?.[1] ?? '';
  const [year = '', month = '', day = ''] = dayHere(new Date(published)).split('-');
  const listed = {
    kanal: first(article, '/kanal/'),
    opd: first(article, '/opd/'),
    halaman: first(article, '/halaman/'),
  };
  return new Map([
    ...pages,
    ['artikel-ralat', told.corrected],
    ['artikel-dokumen', told.withDocument],
    ['artikel-tabel', told.withTable],
    ...Object.entries(listed),
    ['opd-dokumen', `${told.ofTheDocument}/dokumen`],
    ['direktori', '/opd'],
    ['topik-semua', '/topik'],
    ['topik', first(article, '/topik/')],
    ['topik-pengantar', told.introducedTopic],
    ...articleKinds.slice(1).map((kind): [string, string] => [`daftar-${kind}`, `/${kind}`]),
    ['arsip', '/arsip'],
    ['arsip-tahun', `/arsip/${year}`],
    ['arsip-bulan', `/arsip/${year}/${month}`],
    ['arsip-hari', `/arsip/${year}/${month}/${day}`],
    ['ralat', '/ralat'],
    ['integritas', '/integritas'],
    ['cek', '/cek'],
    ['cek-berlaku', first(article, '/cek/')],
    ['cek-tak-dikenal', '/cek/0123456789abcdef'],
    ['cari', '/cari'],
    ['cari-ada', '/cari?q=warga'],
    ['cari-saring', '/cari?q=warga&jenis=berita&urut=terbaru'],
    ['cari-lanjut', '/cari?q=warga&halaman=2'],
    ['cari-nihil', '/cari?q=zzyzzyva'],
    ['cari-keliru', '/cari?q=perpustakan'],
  ]);
}

/** The first address of a page that begins like this and goes on. */
export function first(html: string, start: string): string {
  return html.match(new RegExp(`href="(${start}[^"?#]+)"`))?.[1] ?? '';
}

/** The calendar day of a moment where the demo's portal is. */
function dayHere(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(at);
}

/** The code of the edition that a corrected article had before, as the record of the newsroom tells it. */
export async function supersededCode(auditor: Page): Promise<string> {
  const slug = told.corrected.split('/').at(-1);
  const { id } = z.object({ id: z.uuid() }).parse(await (await auditor.request.get(`/api/v1/artikel/${slug}`)).json());
  await auditor.goto(`/redaksi/naskah/${id}/riwayat`);
  for (const code of new Set(await auditor.locator('main code').allTextContents())) {
    const verdict = await (await auditor.request.get(`/cek/${code}`)).text();
    if (verdict.includes('verdict-changed')) return code;
  }
  throw new Error('The record names no earlier edition.');
}
