import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aWordFile } from '#lib/testing/word-files.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruang warta '));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

type Ended = { code: number | null; out: string; told: string };

const run = (...parts: string[]) => runCommand('checks', parts);

/** Without a dictionary of the machine: the data folder is empty unless a test fills it. */
function runCommand(command: string, parts: readonly string[], dataDir = join(folder, 'data')): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  const env = { ...process.env, DATA_DIR: dataDir };
  const child = spawn(process.execPath, [join('commands', `${command}.ts`), ...parts], { env });
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

const findingsIn = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((one): unknown => JSON.parse(one));

const lead = 'Bupati Kutai Barat membagikan bibit kelapa kepada warga kampung, Kamis (8/10/2025).';
const aText = `Bibit untuk Melak\n${lead}\nWarga senang.`;
const weekday = {
  rule: 'weekday_mismatch',
  family: 'dates',
  severity: 'advisory',
  text: 'Kamis (8/10/2025)',
  reason: '8 Oktober 2025 jatuh pada Rabu, bukan Kamis. Periksa hari dan tanggalnya.',
};

describe('npm run checks', () => {
  test('prints each finding of a text as a line of JSON, and says what its reading changed', async () => {
    const file = await aFile(
      'naskah.txt',
      `Warga Melak Menerima Bibit\nMelak – ${lead}\nWarga senang. (ANE/ADV/Diskominfo)\n\nDiscussion about this post`,
    );
    const { code, out, told } = await run(file);
    expect(code).toBe(0);
    const start = lead.indexOf('Kamis');
    expect(findingsIn(out)).toContainEqual({
      file,
      ...weekday,
      place: 'lead',
      start,
      end: start + weekday.text.length,
    });
    expect(told).toContain('Tempat dipindah ke Tanggal baris. “Melak –”');
    expect(told).toContain('Sisa halaman situs dihapus. “Discussion about this post”');
    expect(told).toContain('Tanpa register');
  });

  test('reads documents like the newsroom, several at once and whole folders', async () => {
    const texts = await mkdtemp(join(folder, 'naskah '));
    await mkdir(join(texts, 'dalam'));
    await writeFile(join(texts, 'dalam', 'dua.txt'), aText);
    await writeFile(
      join(texts, 'satu.docx'),
      aWordFile([{ text: 'Bibit untuk Melak', style: 'Title' }, { text: lead }, { text: 'Warga senang.' }]),
    );
    await writeFile(join(texts, 'catatan.md'), 'Kamis (8/10/2025)');
    const { code, out } = await run(texts, await aFile('tiga.txt', aText));
    expect(code).toBe(0);
    expect(findingsIn(out).filter((one) => JSON.stringify(one).includes('weekday_mismatch'))).toEqual([
      expect.objectContaining({ file: join(texts, 'dalam', 'dua.txt'), place: 'lead', text: 'Kamis (8/10/2025)' }),
      expect.objectContaining({ file: join(texts, 'satu.docx'), place: 'lead', text: 'Kamis (8/10/2025)' }),
      expect.objectContaining({ file: join(folder, 'tiga.txt'), place: 'lead', text: 'Kamis (8/10/2025)' }),
    ]);
  });

  test('asks the dictionary that is installed', async () => {
    const dataDir = join(folder, 'dengan kamus');
    await mkdir(dataDir);
    await cp(join('lib', 'language', 'dictionary', 'fixture'), join(dataDir, 'bahasa'), { recursive: true });
    const file = await aFile('ejaan.txt', 'Warga menghadapii masyarkat.');
    const { code, out, told } = await runCommand('checks', [file], dataDir);
    expect(code).toBe(0);
    expect(findingsIn(out)).toContainEqual(expect.objectContaining({ family: 'spelling', text: 'menghadapii' }));
    expect(told).not.toContain('Kamus ejaan');
  });

  test('says in a sentence what is not there', async () => {
    const refusals: [string[], string][] = [
      [['--portil', 'x'], 'Sebutkan berkas atau folder'],
      [[join(folder, 'tidak-ada.txt')], 'tidak ada. Periksa nama dan foldernya.'],
      [[await mkdtemp(join(folder, 'kosong '))], 'tidak ada berkas .txt, .docx, atau .odt'],
    ];
    for (const [parts, sentence] of refusals) {
      const { code, out, told } = await run(...parts);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(told).toContain(sentence);
    }
  });

  test('refuses each file that it cannot read, and goes on with the others', async () => {
    const refusals: [string, string | Uint8Array, string][] = [
      ['naskah.pdf', '%PDF', 'membaca berkas .txt, .docx, dan .odt'],
      ['gambar.txt', new Uint8Array([0xff, 0xd8, 0xff, 0x00]), 'bukan teks'],
      ['besar.txt', 'a'.repeat(5_000_001), 'lebih besar daripada 5 MB'],
      ['kosong.txt', ' \n', 'tidak berisi teks'],
      ['baris.txt', 'Kata.\n'.repeat(20_000), 'terlalu panjang untuk satu naskah'],
      ['batas.txt', 'a'.repeat(2_000_000), 'Isi naskah terlalu besar'],
      ['bukan.docx', 'bukan dokumen', 'bukan dokumen Word'],
    ];
    const files = await Promise.all(refusals.map(([name, content]) => aFile(name, content)));
    const good = await aFile('baik.txt', aText);
    const { code, out, told } = await run(...files, good);
    expect(code).toBe(2);
    for (const [name, , sentence] of refusals)
      expect(told.split('\n')).toContainEqual(expect.stringMatching(new RegExp(`${name}: .*${sentence}`)));
    expect(findingsIn(out)).toContainEqual(expect.objectContaining({ file: good, rule: 'weekday_mismatch' }));
  });
});

describe('npm run checks:score', () => {
  test('scores the families asked for, and says what is found in a folder of texts', async () => {
    const texts = await mkdtemp(join(folder, 'naskah '));
    await writeFile(join(texts, 'satu.txt'), aText);
    const { code, out } = await runCommand('checks-score', ['dates', 'quotes', texts]);
    expect(code).toBe(0);
    expect(out).toMatch(/^dates +\d+/mu);
    expect(out).toMatch(/^quotes +\d+/mu);
    expect(out).not.toMatch(/^names +\d+/mu);
    expect(out).toContain('satu.txt:');
    expect(out).toContain('dates/weekday_mismatch lead “Kamis (8/10/2025)”');
  });

  test('asks for a folder that is there', async () => {
    const { code, told } = await runCommand('checks-score', [join(folder, 'tidak ada')]);
    expect(code).toBe(2);
    expect(told).toContain('bukan folder dan bukan nama keluarga pemeriksaan');
  });
});
