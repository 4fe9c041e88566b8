import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWordFile } from '#lib/testing/word-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'impor dokumen '));
});
afterAll(() => rm(folder, { recursive: true }));

function run(...parts: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['commands/import-document.ts', ...parts], (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

test('a document is printed as the draft it would become', async () => {
  const path = join(folder, 'naskah.docx');
  await writeFile(
    path,
    aWordFile([
      { text: 'Judul naskah', style: 'Title' },
      { text: 'Samarinda – Paragraf pertama yang cukup panjang untuk menjadi teras naskah ini.' },
      { text: 'Selesai. (csv)' },
    ]),
  );
  const { code, out } = await run(path);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    draft: {
      title: 'Judul naskah',
      datelinePlace: 'Samarinda',
      credits: [{ initials: 'csv' }],
      body: [{ type: 'paragraph' }],
    },
    report: expect.arrayContaining([expect.objectContaining({ text: '(csv)' })]),
  });
});

test.each([
  ['bukan.docx', 'bukan dokumen', /bukan dokumen Word/],
  ['lama.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /format Word lama/],
])('%s is refused with a sentence', async (name, content, sentence) => {
  const path = join(folder, name);
  await writeFile(path, Buffer.from(content, 'latin1'));
  const { code, out, err } = await run(path);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('without a file, or with one that is not there, it says what to do', async () => {
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('npm run import:document') });
  expect(await run(join(folder, 'tidak-ada.docx'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('tidak ada'),
  });
});
