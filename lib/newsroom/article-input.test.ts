import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetId, sectionId } from '#lib/ids.ts';
import { completeWords } from '#lib/testing/words.ts';
import { fieldLimits, wordsInput } from './article-input.ts';
import { plainLine } from './plain-input.ts';

const words = completeWords(sectionId.parse('00000000-0000-4000-8000-0000000000d1'));
const cover = {
  assetId: assetId.parse('00000000-0000-4000-8000-0000000000c1'),
  assetHash: '1'.repeat(64),
  alt: '',
  decorative: false,
  caption: '',
  credit: '',
  focal: { x: 0, y: 1 },
};

/** `path: sentence` of everything refused. */
function refused(changes: object): string[] {
  const parsed = wordsInput.safeParse({ ...words, ...changes });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

const outdated = 'Kiriman ini tidak dikenali. Muat ulang halaman; ketikan Anda tetap tersimpan di perangkat ini.';
const many = (count: number, item: unknown) => Array.from({ length: count }, () => item);
const person = { name: 'Ani', initials: 'ANE', role: 'writer', unit: '' };
const uuid = '00000000-0000-4000-8000-000000000001';

test('good words pass and stay as they are', () => {
  expect(wordsInput.parse(words)).toEqual(words);
  expect(wordsInput.parse({ ...words, cover }).cover).toEqual(cover);
});

describe('each refusal and its sentence', () => {
  test.each<[object, string]>([
    [{ kind: 'gossip' }, 'kind: Jenis naskah tidak dikenali.'],
    [{ title: 7 }, 'title: Judul harus berupa teks.'],
    [{ title: 'a'.repeat(201) }, 'title: Judul terlalu panjang: paling banyak 200 karakter.'],
    [{ lead: 'a'.repeat(1001) }, 'lead: Teras terlalu panjang: paling banyak 1000 karakter.'],
    [{ summary: 'a'.repeat(601) }, 'summary: Versi ringkas terlalu panjang: paling banyak 600 karakter.'],
    [{ datelinePlace: 'a'.repeat(81) }, 'datelinePlace: Tanggal baris terlalu panjang: paling banyak 80 karakter.'],
    [{ publicNote: 'a'.repeat(601) }, 'publicNote: Catatan perubahan terlalu panjang: paling banyak 600 karakter.'],
    [{ cover: { ...cover, assetHash: 'x' } }, 'cover.assetHash: Foto tidak dikenali. Unggah ulang foto ini.'],
    [{ cover: { ...cover, assetId: 'x' } }, 'cover.assetId: Pengenal tidak dikenali.'],
    [{ cover: { ...cover, focal: { x: 1.1, y: 0 } } }, 'cover.focal.x: Titik fokus harus berada di dalam foto.'],
    [{ cover: { ...cover, focal: { x: Number.NaN, y: 0 } } }, 'cover.focal.x: Titik fokus harus berada di dalam foto.'],
    [
      { cover: { ...cover, alt: 'a'.repeat(401) } },
      'cover.alt: Teks alternatif terlalu panjang: paling banyak 400 karakter.',
    ],
    [{ cover: { ...cover, onload: 'x' } }, `cover: ${outdated}`],
    [{ credits: many(13, person) }, 'credits: Paling banyak 12 nama.'],
    [{ credits: [{ ...person, role: 'boss' }] }, 'credits.0.role: Pilih peran orang ini.'],
    [{ sources: many(31, { name: 'A', detail: '' }) }, 'sources: Paling banyak 30 sumber.'],
    [
      { attachments: many(11, { assetId: uuid, assetHash: '1'.repeat(64), title: '' }) },
      'attachments: Paling banyak 10 lampiran.',
    ],
    [{ jointAgencyIds: many(11, uuid) }, 'jointAgencyIds: Paling banyak 10 perangkat daerah lain.'],
    [{ topicIds: many(9, uuid) }, 'topicIds: Paling banyak 8 topik.'],
    [{ relatedIds: many(7, uuid) }, 'relatedIds: Paling banyak 6 artikel terkait.'],
    [{ regencyCodes: ['6472'] }, 'regencyCodes.0: Kode kabupaten/kota tidak dikenali.'],
    [{ regencyCodes: many(21, '64.72') }, 'regencyCodes: Paling banyak 20 kabupaten/kota.'],
    [{ eventDate: '2026-02-30' }, 'eventDate: Tanggal peristiwa tidak ada di kalender. Pilih tanggal yang benar.'],
    [{ eventDate: '14-01-2026' }, 'eventDate: Tanggal peristiwa tidak ada di kalender. Pilih tanggal yang benar.'],
    [{ infoClass: 'secret' }, 'infoClass: Kelas informasi tidak dikenali.'],
    [{ sectionId: '../kanal' }, 'sectionId: Pengenal tidak dikenali.'],
    [{ sponsored: 'yes' }, `sponsored: ${outdated}`],
    [{ topicIds: 'x' }, `topicIds: ${outdated}`],
    [{ state: 'published' }, `: ${outdated}`],
    [{ contentHash: 'a'.repeat(64) }, `: ${outdated}`],
  ])('%j', (changes, sentence) => {
    expect(refused(changes)).toEqual([sentence]);
  });

  test('a missing field is refused, and none in English', () => {
    // Words kept on a device before there were details are still understood.
    const { details, ...needed } = words;
    expect(refused({ details: undefined })).toEqual([]);
    expect(details).toEqual({});
    for (const field of Object.keys(needed)) {
      const sentences = refused({ [field]: undefined });
      expect(sentences).not.toEqual([]);
      for (const sentence of sentences) expect(sentence).not.toMatch(/invalid|expected|required|unrecognized|too /i);
    }
  });

  test('keys that would reach the prototype are refused', () => {
    expect(wordsInput.safeParse(JSON.parse(`{"__proto__":{"isAdmin":true}}`)).success).toBe(false);
    expect(refused(JSON.parse('{"constructor":{}}'))).toEqual([`: ${outdated}`]);
  });
});

describe('a line of plain text', () => {
  const line = plainLine(20, 'Judul');

  test.each([
    ['satu\n dua\t\ttiga', 'satu dua tiga'],
    ['ter\u200bsem\u202ebunyi\u0007', 'tersembunyi'],
    ['e\u0301', '\u00e9'],
    ['baris\u00a0baru', 'baris baru'],
    ['\ud800', '\ufffd'],
  ])('%j becomes %j', (typed, kept) => {
    expect(line.parse(typed)).toBe(kept);
  });

  test('keeps spaces at its ends, since somebody is still typing', () => {
    expect(line.parse('judul ')).toBe('judul ');
  });

  test('is measured after cleaning', () => {
    expect(line.parse(`${'a'.repeat(20)}\u200b`)).toHaveLength(20);
    expect(line.safeParse('a'.repeat(21)).success).toBe(false);
    expect(line.safeParse('\u200b'.repeat(1000)).success).toBe(false);
  });

  test('cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = plainLine(400, 'Judul').parse(text);
        expect(plainLine(400, 'Judul').parse(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });

  test('the limits are those the form shows', () => {
    expect(wordsInput.safeParse({ ...words, title: 'a'.repeat(fieldLimits.title) }).success).toBe(true);
    expect(wordsInput.safeParse({ ...words, lead: 'a'.repeat(fieldLimits.lead) }).success).toBe(true);
  });
});
