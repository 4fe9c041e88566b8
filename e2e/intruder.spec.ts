import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { PersonKey } from '../db/demo/people.ts';
import { beginArticle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

/** Who knocks: nobody, the writer, a writer of another agency, and each other role. */
const visitors = {
  nobody: null,
  writer: 'ratna',
  otherAgency: 'dewi',
  verifier: 'hendra',
  otherVerifier: 'lestari',
  leader: 'sutejo',
  editor: 'aditya',
  managingEditor: 'nadia',
  admin: 'fajar',
  auditor: 'yohana',
} as const satisfies Record<string, PersonKey | null>;
type Visitor = keyof typeof visitors;
type Answers = Record<Visitor, number>;

const everyone = (status: number, but: Partial<Answers> = {}): Answers => ({
  ...{ nobody: status, writer: status, otherAgency: status, verifier: status, otherVerifier: status },
  ...{ leader: status, editor: status, managingEditor: status, admin: status, auditor: status },
  ...but,
});
const signedIn = everyone(200, { nobody: 307 });
const adminsOnly = everyone(404, { nobody: 307, admin: 200 });
/** A draft of the writer's agency: foreign agencies and admins do not find it. */
const ofTheAgency = everyone(200, { nobody: 307, otherAgency: 404, otherVerifier: 404, admin: 404 });

/** A draft's id stands for `[articleId]`; ids nobody has stand for the rest. */
const nowhere = '018f0000-0000-7000-8000-00000000dead';

/** Every page and endpoint of the newsroom and what each visitor's GET is answered. A route without a line fails. */
const expected: Record<string, Answers> = {
  '/redaksi': signedIn,
  '/redaksi/[...rest]': everyone(404),
  '/redaksi/akun': signedIn,
  '/redaksi/akun/keamanan': signedIn,
  '/redaksi/akun/konfirmasi': signedIn,
  // Only with the password just shown; everybody else begins at the sign-in page.
  '/redaksi/masuk/langkah-kedua': everyone(307),
  // Without a provider of sign-ins there is no such address; e2e/provider.spec.ts knocks where there is one.
  '/redaksi/masuk/sso': everyone(404),
  '/redaksi/masuk/sso/kembali': everyone(404),
  '/redaksi/akun/data': everyone(405),
  '/redaksi/antrean': signedIn,
  '/redaksi/antrean/disisihkan': signedIn,
  '/redaksi/pemberitahuan': signedIn,
  '/redaksi/pemberitahuan/[notificationId]': everyone(404, { nobody: 401 }),
  '/redaksi/pemberitahuan/pengaturan': signedIn,
  '/redaksi/admin/surel': adminsOnly,
  '/redaksi/admin/operasi': everyone(404, { nobody: 307, managingEditor: 200, admin: 200, auditor: 200 }),
  // A stream that ends with the session; whoever asks as for a page gets none.
  '/redaksi/kabar-langsung': everyone(406, { nobody: 401 }),
  '/redaksi/bantuan': signedIn,
  '/redaksi/bantuan/[guide]': everyone(404, { nobody: 307 }),
  '/redaksi/bantuan/gambar/[picture]': everyone(404, { nobody: 401 }),
  '/redaksi/terbit': signedIn,
  '/redaksi/depan': everyone(404, { nobody: 307, editor: 200, managingEditor: 200 }),
  '/redaksi/kalender': signedIn,
  // The desk's own list of journalists, which an auditor reads too.
  '/redaksi/tautan': everyone(404, { nobody: 307, editor: 200, managingEditor: 200, admin: 200, auditor: 200 }),
  '/redaksi/pers': everyone(404, { nobody: 307, editor: 200, managingEditor: 200, auditor: 200 }),
  '/redaksi/naskah/[articleId]/embargo': everyone(200, {
    ...{ nobody: 307, otherAgency: 404, otherVerifier: 404, admin: 404, leader: 404 },
  }),
  '/redaksi/naskah/[articleId]/embargo/baca': everyone(404, { nobody: 307 }),
  '/redaksi/naskah/[articleId]/embargo/media/[...key]': everyone(404, { nobody: 401 }),
  // The audit trail: auditors, and who leads the desk or administers the portal. The file is asked for by POST.
  '/redaksi/jejak-audit': everyone(404, { nobody: 307, managingEditor: 200, admin: 200, auditor: 200 }),
  '/redaksi/jejak-audit/unduh': everyone(405),
  // Everyone of the portal looks things up; only its keepers take files in.
  '/redaksi/daftar': signedIn,
  '/redaksi/daftar/peraturan': signedIn,
  '/redaksi/daftar/angka': signedIn,
  '/redaksi/daftar/nama': signedIn,
  '/redaksi/daftar/istilah': signedIn,
  '/redaksi/daftar/orang/[personId]': everyone(404, { nobody: 307 }),
  '/redaksi/daftar/impor/[list]': everyone(404),
  '/redaksi/daftar/unduh/[list]': everyone(404, { nobody: 401 }),
  // Everyone's own, and only of those who write for an agency.
  '/redaksi/saya/catatan': everyone(404, {
    nobody: 307,
    writer: 200,
    otherAgency: 200,
    verifier: 200,
    otherVerifier: 200,
  }),
  // The figures of the portal or of one's own agency; there is no such file, whoever asks.
  '/redaksi/laporan': everyone(200, { nobody: 307, admin: 404 }),
  '/redaksi/laporan/bulanan': everyone(200, { nobody: 307, admin: 404 }),
  '/redaksi/laporan/unduh/[table]': everyone(404, { nobody: 401 }),
  // What delivery sends with the status 404 and 500: nothing in it is anybody's.
  '/redaksi/sistem/gangguan': everyone(200),
  '/redaksi/sistem/tidak-ditemukan': everyone(200),
  '/redaksi/kode': everyone(200),
  '/redaksi/masuk': everyone(307, { nobody: 200 }),
  // Each to the first of what is theirs: an auditor to how the system is.
  '/redaksi/admin': everyone(404, { nobody: 307, admin: 307, managingEditor: 307, auditor: 307 }),
  '/redaksi/admin/kanal': adminsOnly,
  '/redaksi/admin/topik': adminsOnly,
  '/redaksi/admin/portal': adminsOnly,
  '/redaksi/admin/jam-layanan': adminsOnly,
  '/redaksi/admin/hari-libur': adminsOnly,
  '/redaksi/admin/target': adminsOnly,
  '/redaksi/admin/alasan': adminsOnly,
  '/redaksi/admin/pengalihan': adminsOnly,
  '/redaksi/admin/opd': adminsOnly,
  '/redaksi/admin/opd/baru': adminsOnly,
  '/redaksi/admin/opd/[agencyId]': everyone(404, { nobody: 307 }),
  '/redaksi/admin/orang': adminsOnly,
  '/redaksi/admin/orang/baru': adminsOnly,
  '/redaksi/admin/orang/[userId]': everyone(404, { nobody: 307 }),
  // Grants wait there for the second acceptance, which a managing editor may give too.
  '/redaksi/admin/delegasi': everyone(404, { nobody: 307, admin: 200, managingEditor: 200 }),
  '/redaksi/admin/serah-terima': everyone(404, { nobody: 307, admin: 200, managingEditor: 200 }),
  '/redaksi/admin/serah-terima/[handoverId]': everyone(404, { nobody: 307 }),
  '/redaksi/admin/orang/undang': adminsOnly,
  '/redaksi/admin/orang/impor': adminsOnly,
  '/redaksi/admin/peran': everyone(404, { nobody: 307, admin: 200, managingEditor: 200 }),
  '/redaksi/naskah/[articleId]': everyone(307, {
    writer: 200,
    verifier: 200,
    otherAgency: 404,
    otherVerifier: 404,
    admin: 404,
  }),
  '/redaksi/naskah/[articleId]/tinjau': ofTheAgency,
  '/redaksi/naskah/[articleId]/akses': ofTheAgency,
  '/redaksi/naskah/[articleId]/riwayat': ofTheAgency,
  '/redaksi/naskah/[articleId]/riwayat/[revisionId]': everyone(404, { nobody: 307 }),
  // Without two versions there is nothing to compare.
  '/redaksi/naskah/[articleId]/riwayat/banding': everyone(404, { nobody: 307 }),
  '/redaksi/naskah/[articleId]/pratinjau': ofTheAgency,
  '/redaksi/naskah/[articleId]/tertinggal': ofTheAgency,
  '/redaksi/naskah/[articleId]/tampilan': ofTheAgency,
  '/redaksi/naskah/[articleId]/kartu': { ...ofTheAgency, nobody: 401 },
  '/redaksi/naskah/[articleId]/serupa': { ...ofTheAgency, nobody: 401 },
  // Compared with itself: there is no other article in its address.
  '/redaksi/naskah/[articleId]/serupa/[otherId]': everyone(404, { nobody: 307 }),
  '/redaksi/naskah/[articleId]/rujukan': { ...ofTheAgency, nobody: 401 },
  // Kept on devices for being without a network: the same for everybody, and nothing in it is anybody's.
  '/redaksi/luring': everyone(200),
  '/redaksi/naskah/[articleId]/cetak': ofTheAgency,
  // Only of what readers have had; a draft has none.
  '/redaksi/naskah/[articleId]/lembar': everyone(404, { nobody: 307 }),
  '/redaksi/naskah/[articleId]/unduh.docx': everyone(200, {
    nobody: 401,
    otherAgency: 404,
    otherVerifier: 404,
    admin: 404,
  }),
  // Nothing was imported into this draft.
  '/redaksi/naskah/[articleId]/impor': everyone(404, { nobody: 307 }),
  '/redaksi/impor': everyone(405),
  '/redaksi/media/[...key]': everyone(404, { nobody: 401 }),
  '/redaksi/media': everyone(200, { nobody: 307, admin: 404 }),
  '/redaksi/media/unggah': everyone(200, { nobody: 307, leader: 404, admin: 404, auditor: 404 }),
  '/redaksi/media/berkas/[assetId]': everyone(404, { nobody: 307 }),
  '/redaksi/media/cari': everyone(200, { nobody: 401, admin: 404 }),
  '/redaksi/media/keterangan': everyone(405),
  '/redaksi/unggah/berkas': everyone(405),
  '/redaksi/unggah/berkas/[id]': everyone(405),
  '/redaksi/unggah/[assetId]': everyone(404, { nobody: 401 }),
  '/redaksi/unggah': everyone(405),
  '/redaksi/naskah/[articleId]/percakapan': ofTheAgency,
  '/redaksi/percakapan/[editionId]': everyone(404, { nobody: 401 }),
  '/redaksi/simpan/[editionId]': everyone(404, { nobody: 401 }),
  '/redaksi/hadir/[editionId]': everyone(405),
  '/redaksi/giliran/[editionId]': everyone(405),
  '/redaksi/ejaan': everyone(405),
};

async function newsroomRoutes(): Promise<string[]> {
  const files = await readdir('app', { recursive: true });
  return files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file.replace(/\([^)]*\)\//g, '').replace(/\/?(page\.tsx|route\.ts)$/, '')}`)
    .filter((route) => route.startsWith('/redaksi'));
}

test('every newsroom route has its line here', async () => {
  expect((await newsroomRoutes()).toSorted()).toEqual(Object.keys(expected).toSorted());
});

test('every newsroom route answers each visitor as it should, and no more', async ({ as, stranger }) => {
  test.setTimeout(180_000);
  const writer = await as('ratna');
  const article = await beginArticle(writer);
  await writeArticle(writer, {
    title: 'Naskah yang belum untuk siapa-siapa',
    lead: 'Teras rahasia.',
    body: 'Isi rahasia.',
  });
  const wrong: string[] = [];
  for (const [visitor, person] of Object.entries(visitors) as [Visitor, PersonKey | null][]) {
    const page = person === null ? await stranger() : await as(person);
    const left = Object.entries(expected);
    const knock = async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const [route, answers] = next;
        const answer = await page.request.get(addressOf(route, article), { maxRedirects: 0 });
        const text = await answer.text();
        if (answer.status() !== answers[visitor])
          wrong.push(`${visitor} ${route}: ${answer.status()}, not ${answers[visitor]}`);
        if (answer.status() !== 200 && text.includes('rahasia')) wrong.push(`${visitor} ${route}: tells the secret`);
      }
    };
    // Several at a time, as a visitor's browser would: one after another the server mostly waits for us.
    await Promise.all(Array.from({ length: 6 }, knock));
  }
  expect(wrong).toEqual([]);
});

function addressOf(route: string, article: string): string {
  return route
    .replace('[articleId]', article)
    .replace('[...key]', 'r/aa/bb.webp')
    .replace('[...rest]', 'tidak-ada')
    .replace(/\[[A-Za-z]+\]/g, nowhere);
}

/** The save that goes out when this person types a title into an article of their own. */
async function firstSave(page: Page, agency?: string) {
  await beginArticle(page, agency);
  const sent = page.waitForRequest(/\/redaksi\/simpan\//);
  await page.getByLabel('Judul', { exact: true }).fill('Judul rahasia');
  const request = await sent;
  const body: { writer: string } & Record<string, unknown> = request.postDataJSON();
  return { url: request.url(), origin: new URL(request.url()).origin, body };
}

test('saving needs an origin, a session and the right to write', async ({ as, stranger }) => {
  const writer = await as('ratna');
  const { url, origin, body } = await firstSave(writer);
  const send = async (page: Page, changes: object, from = origin) => {
    const data = { ...body, saveId: '018f0000-0000-4000-8000-00000000beef', ...changes };
    return (await page.request.post(url, { headers: { origin: from }, data })).status();
  };
  expect(await send(writer, {}, 'https://jahat.example')).toBe(403);
  expect(await send(await stranger(), {})).toBe(401);
  expect(await send(writer, { state: 'published' })).toBe(422);
  // Words of one account are never saved under another that happens to be signed in.
  for (const person of ['hendra', 'aditya', 'yohana'] as const)
    expect(await send(await as(person), {}), person).toBe(403);
  const foreigner = await as('dewi');
  const { body: own } = await firstSave(foreigner, 'Dinas Perhubungan');
  expect(await send(foreigner, { writer: own.writer })).toBe(404);
});

test('server actions are reached from the newsroom only, and each asks who is there', async ({ stranger }) => {
  const page = await stranger();
  const post = async (path: string, headers: Record<string, string>) =>
    (await page.request.fetch(path, { method: 'POST', headers, data: '[]', maxRedirects: 0 })).status();
  const action = { 'next-action': '40'.repeat(21), 'content-type': 'text/plain' };
  const origin = new URL((await page.request.get('/redaksi/masuk')).url()).origin;
  for (const path of ['/', '/berita/apa-saja', '/_next/x', '/_next/../berita/x', '/redaksi/%2e%2e/berita/x']) {
    expect([400, 403, 404, 405], path).toContain(await post(path, { ...action, origin }));
  }
  expect(await post('/redaksi/masuk', action)).toBe(403);
  expect(
    await post('/redaksi/masuk', { ...action, origin: 'https://jahat.example', 'x-forwarded-host': 'jahat.example' }),
  ).toBe(403);
});

test('no source map and nothing of the server lies in the public build', async ({ request }) => {
  const names = await readdir(join('.next', 'static'), { recursive: true });
  expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
  for (const path of [
    '/.git/config',
    '/.env',
    '/package.json',
    '/server.ts',
    '/metrics',
    '/_next/server/app',
    '/.data/secrets.json',
  ]) {
    expect((await request.get(path)).status(), path).toBeGreaterThanOrEqual(400);
  }
});
