import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruang warta '));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

type Ended = { code: number | null; out: string; told: string };

const run = (...parts: string[]) => runCommand('checks', parts);

function runCommand(command: string, parts: readonly string[]): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  const child = spawn(process.execPath, [join('commands', `${command}.ts`), ...parts]);
  let [out, told] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  child.on('error', reject);
  child.on('close', (code) => resolve({ code, out, told }));
  return promise;
}

async function aFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('prints each finding of a text as a line of JSON', async () => {
  const path = await aFile(
    'naskah.txt',
    [
      'Warga Melak Menerima Bibit',
      'Melak – Bupati Kutai Barat membagikan bibit, Kamis (8/10/2025).',
      'Warga senang. (ANE/ADV/Diskominfo)',
      '',
      'Discussion about this post',
    ].join('\n'),
  );
  const { code, out, told } = await run(path);
  expect({ code, told }).toEqual({ code: 0, told: '' });
  const findings = out
    .trim()
    .split('\n')
    .map((one): unknown => JSON.parse(one));
  expect(findings).toContainEqual({
    rule: 'weekday_mismatch',
    family: 'dates',
    severity: 'advisory',
    place: 'lead',
    start: 37,
    end: 54,
    text: 'Kamis (8/10/2025)',
    reason: '8 Oktober 2025 jatuh pada Rabu, bukan Kamis. Periksa hari dan tanggalnya.',
  });
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'page_leftover', place: 'body.1', fix: '' }));
});

test('refuses what it cannot read, in a sentence', async () => {
  const refusals: [string[], string][] = [
    [[], 'Sebutkan satu berkas'],
    [[join(folder, 'tidak-ada.txt')], 'tidak ada. Periksa nama dan foldernya.'],
    [[await aFile('naskah.pdf', '%PDF')], 'Perintah ini membaca berkas .txt'],
    [[await aFile('gambar.txt', new Uint8Array([0xff, 0xd8, 0xff, 0x00]))], 'bukan teks'],
    [[await aFile('besar.txt', 'a'.repeat(5_000_001))], 'lebih besar daripada 5 MB'],
  ];
  for (const [parts, sentence] of refusals) {
    const { code, out, told } = await run(...parts);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(told).toContain(sentence);
  }
});

test('scores the families asked for, and says what is found in a folder of texts', async () => {
  const texts = await mkdtemp(join(folder, 'naskah '));
  await writeFile(join(texts, 'satu.txt'), 'Loket tutup, Kamis (8/10/2025).');
  const { code, out, told } = await runCommand('checks-score', ['dates', 'quotes', texts]);
  expect({ code, told }).toEqual({ code: 0, told: '' });
  expect(out).toMatch(/^dates +\d+/mu);
  expect(out).toMatch(/^quotes +\d+/mu);
  expect(out).not.toMatch(/^names +\d+/mu);
  expect(out).toContain('dates/weekday_mismatch lead “Kamis (8/10/2025)”');
});

test('asks for a folder that is there', async () => {
  const { code, told } = await runCommand('checks-score', [join(folder, 'tidak ada')]);
  expect(code).toBe(2);
  expect(told).toContain('bukan folder dan bukan nama keluarga pemeriksaan');
});
