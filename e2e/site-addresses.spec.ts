import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { origin } from './app.ts';
import { expect, test } from './people.ts';
import { runProgram } from './programs.ts';
import { told } from './reader-pages.ts';

test('addresses of an earlier site lead on from the moment their table is imported', async ({ request }) => {
  const old = ['/?p=4711', '/2019/11/25/judul-lama/', '/index.php/berita/judul-lama'];
  const ask = (path: string) => request.get(path, { maxRedirects: 0 });
  for (const path of old) expect((await ask(path)).status(), path).toBe(404);

  const folder = await mkdtemp(join(tmpdir(), 'alamat-lama-'));
  const table = join(folder, 'alamat-lama.csv');
  await writeFile(table, old.map((path) => `${path};${told.corrected}\n`).join(''));
  try {
    expect(await runProgram('../commands/addresses-import.ts', table, '--portal', 'ruang-warta-kaltim')).toContain(
      'Tersimpan: 3 alamat.',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
  for (const path of [...old, '/?p=4711&utm_source=wa', '/2019/11/25/judul-lama']) {
    await expect.poll(async () => (await ask(path)).status(), path).toBe(301);
    expect(new URL((await ask(path)).headers()['location'] ?? '', origin).href, path).toBe(
      `${origin}${told.corrected}`,
    );
  }
});

test('a section of more than one page is read on and back, each page at an address of its own', async ({
  stranger,
}) => {
  await runProgram('./older-articles.ts', 'lingkungan');
  const reader = await stranger();
  const titles = () => reader.getByRole('main').getByRole('article').getByRole('heading').allTextContents();
  const canonical = reader.locator('link[rel="canonical"]');
  const older = reader.getByRole('link', { name: /Lebih lama/ });
  await expect(async () => {
    await reader.goto('/kanal/lingkungan');
    await expect(older).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const newest = await titles();
  expect(newest).toHaveLength(20);
  await older.click();
  await expect(reader).toHaveURL('/kanal/lingkungan?halaman=2');
  await expect(canonical).toHaveAttribute('href', `${origin}/kanal/lingkungan?halaman=2`);
  await expect(reader.getByText('Halaman 2 dari 2')).toBeVisible();
  await expect(older).toHaveCount(0);
  const rest = await titles();
  expect(rest).toContain('Catatan lapangan ke-1 dari hulu sungai');
  expect(rest.filter((title) => newest.includes(title))).toEqual([]);
  await reader.getByRole('link', { name: /Lebih baru/ }).click();
  await expect(canonical).toHaveAttribute('href', `${origin}/kanal/lingkungan`);
  const beyond = await reader.request.get('/kanal/lingkungan?halaman=3');
  expect(beyond.status()).toBe(404);
});
