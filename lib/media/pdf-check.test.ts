import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPdf } from '#lib/testing/pdfs.ts';
import { faultOfPdf, type PdfFault } from './pdf-check.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruang-warta-pdf-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function faultOf(bytes: Buffer): Promise<PdfFault | undefined> {
  const path = join(folder, randomBytes(6).toString('hex'));
  await writeFile(path, bytes);
  const file = await open(path, 'r');
  try {
    return await faultOfPdf(file, bytes.length);
  } finally {
    await file.close();
  }
}

/** Bytes like those of a compressed picture that spell the name by chance. */
const chance = (name: string) =>
  Buffer.concat([Buffer.alloc(300, 0xb7), Buffer.from(`${name} `), Buffer.alloc(300, 9)]);

const whole: [string, Buffer][] = [
  ['a plain document', aPdf()],
  ['one that opens at a page', aPdf({ catalog: '/OpenAction [3 0 R /FitH 0]' })],
  ['names that only begin alike', aPdf({ catalog: '/JSON 1 /Launcher 2 /JavaScripts 3 /Encrypted 4' })],
  ['/JS spelled by chance in compressed bytes', aPdf({ stream: chance('/JS') })],
  ['a long picture', aPdf({ stream: randomBytes(700_000) })],
  ['bytes after the end, as some scanners leave', Buffer.concat([aPdf(), Buffer.alloc(200)])],
];
test.each(whole)('%s is taken', async (_, bytes) => {
  expect(await faultOf(bytes)).toBeUndefined();
});

const action = '<< /S /JavaScript /JS (app.alert(1)) >>';
const refused: [string, Buffer, PdfFault][] = [
  ['a script', aPdf({ catalog: `/OpenAction ${action}` }), 'pdf_active'],
  ['a script without a type', aPdf({ catalog: '/AA << /O << /S /Rendition /JS 9 0 R >> >>' }), 'pdf_active'],
  ['a script with a masked name', aPdf({ catalog: '/OpenAction << /S /J#61v#61Script >>' }), 'pdf_active'],
  ['a name masked whole', aPdf({ catalog: '/A << /#4a#53 (x) >>' }), 'pdf_active'],
  ['a program to start', aPdf({ catalog: '/OpenAction << /S/Launch/F(cmd.exe) >>' }), 'pdf_active'],
  ['a file inside', aPdf({ catalog: '/X << /Type /EmbeddedFile >>' }), 'pdf_active'],
  ['a list of files inside', aPdf({ catalog: '/Names << /EmbeddedFiles 9 0 R >>' }), 'pdf_active'],
  ['a film that plays', aPdf({ catalog: '/Annots [<< /Subtype/RichMedia >>]' }), 'pdf_active'],
  ['a long name in what looks like a stream', aPdf({ stream: Buffer.from('/Launch ') }), 'pdf_active'],
  ['a script after a stream', aPdf({ stream: randomBytes(50_000), trailer: '/JS (x)' }), 'pdf_active'],
  ['encryption', aPdf({ trailer: '/Encrypt 9 0 R' }), 'pdf_encrypted'],
  ['a file cut off', aPdf().subarray(0, 300), 'pdf_damaged'],
  ['a marker of the end only at the beginning', Buffer.concat([aPdf(), Buffer.alloc(5_000)]), 'pdf_damaged'],
];
test.each(refused)('%s is refused', async (_, bytes, fault) => {
  expect(await faultOf(bytes)).toBe(fault);
});

test('a name is found wherever the pieces of the reading are cut', async () => {
  const size = 256 * 1024;
  for (const before of [1, 7, 20, 63, 64, 65]) {
    const head = aPdf({ stream: Buffer.alloc(0) });
    const filler = Buffer.alloc(size - before - head.length, 0x20);
    const bytes = Buffer.concat([head, filler, Buffer.from('/J#61v#61Script <<>>'), Buffer.from('\n%%EOF')]);
    expect(await faultOf(bytes), String(before)).toBe('pdf_active');
  }
});

test('the look at a file of the largest size is short', async () => {
  // Slashes without end are the worst case of a search for names.
  const bytes = Buffer.concat([aPdf({ stream: Buffer.alloc(20_000_000, 0x2f) })]);
  expect(await faultOf(bytes)).toBeUndefined();
});
