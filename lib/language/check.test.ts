import { describe, expect, test } from 'vitest';
import { checkManuscript, createChecker } from './check.ts';
import { readCorpus } from './corpus.ts';
import type { Manuscript, Piece } from './manuscript.ts';
import { emptyReference } from './reference.ts';

const reference = emptyReference('2026-11-22');

function anArticle(source: string): Manuscript {
  const [sample] = readCorpus(source);
  if (sample === undefined) throw new Error('There is no sample.');
  return sample.manuscript;
}

const rulesOf = (manuscript: Manuscript) => checkManuscript(manuscript, reference).map(({ rule }) => rule);

describe('checks of an article', () => {
  const article = anArticle(
    [
      'judul: 120 Pranata Humas Ikuti Rapat Kerja',
      'teras: Sebanyak 125 pranata humas ikut, Kamis (8/10/2025).',
      'Acara ditutup bupati. (csv)',
    ].join('\n'),
  );

  test('say rule, place, words and reason, in reading order', () => {
    const findings = checkManuscript(article, reference).filter(({ family }) =>
      ['dates', 'numbers', 'leftovers'].includes(family),
    );
    expect(findings.map(({ rule, place, text }) => [rule, place, text])).toEqual([
      ['number_differs', 'title', '120 Pranata'],
      ['weekday_mismatch', 'lead', 'Kamis (8/10/2025)'],
      ['tail_code_in_body', 'body.0', '(csv)'],
    ]);
    for (const { place, start, end, text } of findings) {
      expect(article.pieces.find((piece) => piece.place === place)?.text.slice(start, end)).toBe(text);
    }
  });

  test('find the same again and again, also after typing and after a change of the facts', () => {
    const check = createChecker();
    expect(check(article, reference).findings).toEqual(checkManuscript(article, reference));
    expect(check(article, reference).findings).toEqual(checkManuscript(article, reference));
    const [title, lead, ...rest] = article.pieces;
    if (title === undefined || lead === undefined) throw new Error('There is no title.');
    const typed: readonly Piece[] = [title, { ...lead, text: lead.text.replace('125', '120') }, ...rest];
    const changed = { ...article, pieces: typed, eventDate: '2025-10-09' };
    expect(check(changed, reference).findings).toEqual(checkManuscript(changed, reference));
    expect(rulesOf(changed)).not.toContain('number_differs');
    expect(rulesOf(changed)).toContain('event_date_mismatch');
  });

  test('are made anew for another reference', () => {
    const check = createChecker();
    const named = anArticle('Kepala dinas Sri Wahyuny membuka rapat.');
    const rules = (people: readonly string[]) =>
      check(named, { ...reference, houseNames: people }).findings.map(({ rule }) => rule);
    expect(rules([])).not.toContain('name_not_as_registered');
    expect(rules(['Sri Wahyuni'])).toContain('name_not_as_registered');
    expect(rules(['Sri Wahyuny'])).not.toContain('name_not_as_registered');
  });

  test('ask a dictionary for each doubtful word once, and say what it answers', () => {
    const check = createChecker();
    const typed = anArticle('Petani memanen padii. Warga Melak memanen padii, lalu menghubungi Dinas.');
    const { wanted } = check(typed, reference);
    expect(wanted).toEqual(expect.arrayContaining(['memanen', 'padii', 'menghubungi']));
    expect(wanted).not.toContain('Melak');
    expect(new Set(wanted).size).toBe(wanted.length);
    const answers = new Map(wanted.map((word) => [word, word === 'padii' ? ['padi'] : null]));
    const after = check(typed, { ...reference, dictionary: answers });
    expect(after.wanted).toEqual([]);
    expect(after.findings).toEqual(checkManuscript(typed, { ...reference, dictionary: answers }));
    expect(after.findings.filter(({ family }) => family === 'spelling').map(({ text }) => text)).toEqual([
      'padii',
      'padii',
    ]);
  });

  test('move with their words when paragraphs change places', () => {
    const check = createChecker();
    const before = anArticle('Rapat usai.\nLoket tutup, Kamis (8/10/2025).');
    const after = anArticle('Loket tutup, Kamis (8/10/2025).\nRapat usai.');
    const placeOf = (manuscript: Manuscript) =>
      check(manuscript, reference).findings.find(({ rule }) => rule === 'weekday_mismatch')?.place;
    expect([placeOf(before), placeOf(after)]).toEqual(['body.1', 'body.0']);
  });
});

describe('a fix', () => {
  test.each([
    ['“Rawat pompa air,"', '“Rawat pompa air,”', 'quote_mixed_marks'],
    ['“Kami siap” ujar lurah.', '“Kami siap,” ujar lurah.', 'quote_comma'],
    ['Loket di Kabupaten Balikpapan buka.', 'Loket di Kota Balikpapan buka.', 'regency_or_city'],
    ['Rapat usai. (ANE/ADV/Diskominfo)', 'Rapat usai. ', 'tail_code_in_body'],
    ['Bupati berkata “Jalan ini milik kita.”', 'Bupati berkata, “Jalan ini milik kita.”', 'quote_comma'],
    [
      'Sementara itu, Camat Melak, Yohanes Lejau menyebut jalan itu rusak.',
      'Sementara itu, Camat Melak, Yohanes Lejau, menyebut jalan itu rusak.',
      'name_comma_open',
    ],
    [
      'Ke depannya, ujar Faisal akan ada pelatihan.',
      'Ke depannya, ujar Faisal, akan ada pelatihan.',
      'speaker_comma_open',
    ],
    ['Ini bukan untuk pegawai, tetapi untuk warga.', 'Ini bukan untuk pegawai, melainkan untuk warga.', 'not_but_pair'],
    ['Ada beras, gula, minyak dan telur.', 'Ada beras, gula, minyak, dan telur.', 'list_comma'],
    ['Ini tidak hanya uang, namun juga bibit.', 'Ini tidak hanya uang, tetapi juga bibit.', 'not_only_pair'],
    ['Baik petani dan nelayan hadir.', 'Baik petani maupun nelayan hadir.', 'both_pair'],
    ['Jarak antara Melak dengan Bontang jauh.', 'Jarak antara Melak dan Bontang jauh.', 'between_pair'],
  ])('mends “%s”', (wrong, right, rule) => {
    const found = checkManuscript(anArticle(wrong), reference).find((finding) => finding.rule === rule);
    const { start = 0, end = 0, fix = '' } = found ?? {};
    expect(wrong.slice(0, start) + fix + wrong.slice(end)).toBe(right);
  });
});

test('hostile texts are read to their end', () => {
  const seeds = [
    '(',
    '"',
    '“',
    'Rabu (8/10/2025) ',
    '1.',
    'Muhammad ',
    'terdiri atas 1 orang ',
    'Rp1 ',
    'Kepala Dinas ',
    'Bagi warga yang ',
    'bukan untuk a ',
    '[nama ',
    'ABCD (',
    '_',
  ];
  const houseNames = Array.from({ length: 500 }, (_, index) => `Muhammad Nama${index}`);
  const long = (seed: string) => seed.repeat(Math.floor(30_000 / seed.length));
  for (const text of [...seeds.map(long), ...['a', '1', ')', 'a.'].map((seed) => `“a” ${long(seed)}`)]) {
    const piece: Piece = { place: 'body.0', part: '', role: 'paragraph', text, links: [], italics: [] };
    const findings = checkManuscript({ ...anArticle('x'), pieces: [piece] }, { ...reference, houseNames });
    expect(findings.every(({ end }) => end <= 20_000)).toBe(true);
  }
});
