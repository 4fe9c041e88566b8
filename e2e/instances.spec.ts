import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { type StartedApp, startApp } from '../commands/started-app.ts';
import { dataDir } from './app.ts';
import { beginArticle, carryOut, openReview, slugOf, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';
import { runProgram } from './programs.ts';
import { told } from './reader-pages.ts';

/** The name under which readers ask for the second instance, and one that the portal had before. */
const canonicalHost = 'warta.contoh.example';
const formerHost = 'berita-lama.contoh.example';

// One second instance for both: workers of their own would each start one.
test.describe.configure({ mode: 'default' });

let second: StartedApp;
test.beforeAll(async () => {
  await runProgram('./add-host.ts', canonicalHost, formerHost);
  second = await startApp(dataDir, { publicUrl: `https://${canonicalHost}` });
});
test.afterAll(() => second.stop());

test('what is published, and what is retracted, on one instance is so on the other too', async ({ as, request }) => {
  const elsewhere = `http://127.0.0.1:${second.port}`;
  const front = async () => (await request.get(`${elsewhere}/`)).text();
  const title = uniqueTitle('Posyandu keliling singgah di dua kampung');
  const article = `${elsewhere}/berita/${slugOf(title)}`;
  expect(await front()).not.toContain(title);
  expect((await request.get(article)).status()).toBe(404);

  const writer = await as('dewi');
  const id = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead: 'Warga dapat datang pukul 08.00 WITA.', body: 'Bawa buku KIA.' });
  await carryOut(writer, 'Ajukan');
  const editor = await as('aditya');
  await openReview(editor, id);
  await carryOut(editor, 'Ambil untuk disunting');
  await carryOut(editor, 'Setujui dan terbitkan');
  await expect.poll(front).toContain(title);
  await expect.poll(async () => (await request.get(article)).status()).toBe(200);

  await openReview(editor, id);
  await carryOut(editor, 'Tarik', (dialog) => dialog.getByRole('textbox').fill('Jadwal ini belum ditetapkan.'));
  await expect.poll(front).not.toContain(title);
  await expect.poll(async () => (await request.get(article)).status()).toBe(410);
});

test('who asks for the portal by another of its names is sent to the one it has', async () => {
  const search = await ask(formerHost, '/cari?q=warga');
  expect([search.status, search.location]).toEqual([301, `https://${canonicalHost}/cari?q=warga`]);
  const article = await ask(formerHost, told.corrected);
  expect([article.status, article.location]).toEqual([301, `https://${canonicalHost}${told.corrected}`]);
  const there = await ask(canonicalHost, told.corrected);
  expect([there.status, there.location]).toEqual([200, undefined]);
  expect(there.text).toContain(`<link rel="canonical" href="https://${canonicalHost}${told.corrected}"`);
  expect((await ask('lain.example', '/')).status).toBe(421);
});

/** Asks the second instance as if a name led to it. */
function ask(host: string, path: string): Promise<{ status?: number; location?: string; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof ask>>>();
  const options = { port: second.port, host: '127.0.0.1', path, headers: { host } };
  get(options, async (answer) => {
    const { statusCode: status, headers } = answer;
    resolve({
      ...(status && { status }),
      ...(headers.location && { location: headers.location }),
      text: await text(answer),
    });
  }).on('error', reject);
  return promise;
}
