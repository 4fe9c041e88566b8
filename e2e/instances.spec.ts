import { type StartedApp, startApp } from '../commands/started-app.ts';
import { dataDir } from './app.ts';
import { beginArticle, carryOut, openReview, slugOf, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

let second: StartedApp;
test.beforeAll(async () => {
  second = await startApp(dataDir);
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
