import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLines, type PublishedLines } from './compare-lines.ts';
import { fingerprintOf, hasHidden, normalLines, turnsAround } from './normal-lines.ts';

const texts = [
  'Puskesmas buka imunisasi tiap Sabtu',
  'Imunisasi gratis dibuka untuk 1.250 anak di Samarinda.',
  'Kepala dinas berkata, “Kami tidak menolak siapa pun, tetapi stok harus cukup.”',
  'Layanan buka pukul 08.00–12.00 WITA setiap Sabtu.',
  'Warga cukup membawa buku kesehatan anak.',
];
const line = (text: string) => normalLines(text)[0] ?? [];
const published: PublishedLines = {
  lines: [
    ...texts.map((text) => ({ words: line(text), isAside: false })),
    { words: line('Anak-anak mengantre di puskesmas.'), isAside: true },
  ],
  frame: [
    'Dinas Kesehatan · Penulis: Ana',
    'Terbit Rabu, 14 Januari 2026, 10.30 WITA',
    `Samarinda, Warta Kaltim – ${texts[1]}`,
  ].map(line),
  dateline: line('Samarinda, Warta Kaltim –'),
};
const compare = (text: string) => compareLines(normalLines(text), published);
const whole = texts.join('\n\n');

describe('a copy is the same', () => {
  test.each<[string, string]>([
    ['as it was', whole],
    ['without breaks', texts.join(' ')],
    ['broken anywhere, as in a mail', whole.replace(/((?:\S+ ){5})/g, '$1\n')],
    ['with a caption', `${whole}\nAnak-anak mengantre di puskesmas.`],
    [
      'with what stands around it',
      `Dinas Kesehatan · Penulis: Ana\n${whole}\nTerbit Rabu, 14 Januari 2026, 10.30 WITA`,
    ],
    [
      'with the place before its words',
      whole.replace('Imunisasi gratis', 'Samarinda, Warta Kaltim – Imunisasi gratis'),
    ],
    ['with straight quotation marks', whole.replace(/[“”]/g, '"').replace('–', '-')],
    ['from a messenger', whole.replace(texts[0] ?? '', `*${texts[0]}*`)],
    ['as Markdown', `# ${texts[0]}\n\n**${texts[1]}**\n\n${texts.slice(2).join('\n\n').replace('1.250', '1\\.250')}`],
    ['with invisible signs', whole.replaceAll('imunisasi', 'imu\u200Bnisa\u00ADsi').replace('Warga', '\uFEFFWarga')],
    ['with other spaces', whole.replaceAll(' ', '\u00A0')],
  ])('%s', (_, text) => {
    expect(compare(text)).toEqual({ kind: 'same' });
  });
});

describe('a copy is different', () => {
  test.each<[string, string, { kind: string; text: string }[]]>([
    [
      'with one changed figure',
      whole.replace('1.250', '1.520'),
      [
        { kind: 'ours', text: '1.250' },
        { kind: 'theirs', text: '1.520' },
      ],
    ],
    [
      'with an inserted paragraph',
      whole.replace(texts[3] ?? '', `${texts[3]}\n\nBiayanya Rp50.000 per anak.`),
      [{ kind: 'theirs', text: 'Biayanya Rp50.000 per anak.' }],
    ],
    [
      'with a cut quotation',
      whole.replace(', tetapi stok harus cukup.', '.'),
      [
        { kind: 'ours', text: 'pun, tetapi stok harus cukup."' },
        { kind: 'theirs', text: 'pun."' },
      ],
    ],
    ['without a “tidak”', whole.replace('tidak ', ''), [{ kind: 'ours', text: 'tidak' }]],
    [
      'with letters that look alike',
      whole.replace('Samarinda', 'Sаmаrinda'),
      [
        { kind: 'ours', text: 'Samarinda.' },
        { kind: 'theirs', text: 'Sаmаrinda.' },
      ],
    ],
    [
      'with a raised figure',
      whole.replace('1.250', '1.25⁰'),
      [
        { kind: 'ours', text: '1.250' },
        { kind: 'theirs', text: '1.25⁰' },
      ],
    ],
    [
      'with struck words',
      whole.replace('gratis', '~gratis~'),
      [
        { kind: 'ours', text: 'gratis' },
        { kind: 'theirs', text: '~gratis~' },
      ],
    ],
  ])('%s', (_, text, expected) => {
    const found = compare(text);
    expect(found.kind).toBe('different');
    const runs = found.kind === 'different' ? found.runs.filter(({ kind }) => kind !== 'same') : [];
    expect(runs).toEqual(expected);
  });
});

test('whole lines left out are told, however alike their beginnings', () => {
  expect(compare(texts.slice(0, 2).join('\n'))).toEqual({
    kind: 'part',
    missing: texts.slice(2).map((text) => line(text).join(' ')),
  });
  const alike: PublishedLines = {
    lines: ['Harga beras naik.', 'Harga beras turun di pasar pagi.'].map((text) => ({
      words: line(text),
      isAside: false,
    })),
    frame: [],
    dateline: [],
  };
  expect(compareLines(normalLines('Harga beras turun di pasar pagi.'), alike)).toEqual({
    kind: 'part',
    missing: ['Harga beras naik.'],
  });
});

test('another text is another, and two lines that changed places are no copy', () => {
  expect(compare('Rapat paripurna membahas anggaran jalan provinsi tahun depan bersama seluruh fraksi.')).toEqual({
    kind: 'other',
  });
  expect(compare([texts[1], texts[0], ...texts.slice(2)].join('\n')).kind).toBe('different');
});

test('numbers of a list are no words, a number that begins a line is one', () => {
  expect(normalLines('1. Datang\n2. Daftar\n5. Pulang\n2026. Tahun baru').map((words) => words[0])).toEqual([
    ...['Datang', 'Daftar', '5.', '2026.'],
  ]);
});

test('marks of Markdown before a line are no words', () => {
  expect(normalLines('> — Junaidi\n>\n> - satu\n## Judul\n–5 derajat').map((words) => words.join(' '))).toEqual([
    ...['Junaidi', 'satu', 'Judul', '-5 derajat'],
  ]);
});

test('signs that are not seen are told apart from those that turn the words around', () => {
  expect([hasHidden('a\u200Bb'), hasHidden('ab'), turnsAround('12\u202E21'), turnsAround('a\u200Bb')]).toEqual([
    ...[true, false, true, false],
  ]);
});

test('a fingerprint is a whole number, the same for what reads the same, and none for a few letters', () => {
  const [one, other] = ['“Halo”, kata dia pagi itu', '"Halo", kata  dia pagi itu'].map((text) =>
    fingerprintOf(line(text)),
  );
  expect(Number.isSafeInteger(one)).toBe(true);
  expect(one).toBe(other);
  expect(fingerprintOf(['Baca', 'juga'])).toBeUndefined();
});

test('no word that was changed, added or taken out anywhere leaves a text genuine', () => {
  const words = whole.match(/\S+\s*/g) ?? [];
  fc.assert(
    fc.property(fc.nat(words.length - 1), fc.constantFrom('ubah', 'tambah', 'buang'), (at, act) => {
      const changed = words.flatMap((word, index) => {
        if (index !== at) return [word];
        return act === 'ubah' ? ['lain '] : act === 'tambah' ? [word, 'lain '] : [];
      });
      // A title, a lead and words of one line each: taking one word out never leaves whole lines.
      expect(compare(changed.join('')).kind).toBe('different');
    }),
  );
});

test('the worst that fits into a form is compared within bounds', () => {
  const many = Array.from({ length: 1_000 }, () => ({ words: ['a'], isAside: false }));
  const pasted = normalLines('a b '.repeat(4_000));
  expect(compareLines(pasted, { lines: many, frame: [], dateline: [] }).kind).toBe('other');
  expect(normalLines('['.repeat(50_000)).length).toBe(1);
  expect(normalLines(`${'![a](b '.repeat(10_000)}`).length).toBe(1);
});
