import { describe, expect, test } from 'vitest';
import { readCorpus } from './corpus.ts';
import { scoreFamily } from './scoring.ts';

describe('a file of samples', () => {
  test('gives an article per group of lines, with its facts', () => {
    const [first, second, ...others] = readCorpus(
      [
        '# comment',
        'judul: Gubernur Resmikan Jalan',
        'tanggal: 2025-10-08',
        'tempat: Samarinda',
        'Isi pertama.',
        '',
        '',
        'kutipan: “Kami siap.” — Budi Santoso, Kepala Dinas',
        'orang: Sri Wahyuni | Sekretaris Daerah | | | 2022-01-01 |',
      ].join('\n'),
    );
    expect(others).toEqual([]);
    expect(first?.line).toBe(2);
    expect(first?.manuscript).toMatchObject({ eventDate: '2025-10-08', datelinePlace: 'Samarinda' });
    expect(first?.manuscript.pieces.map(({ place, role }) => [place, role])).toEqual([
      ['title', 'title'],
      ['body.0', 'paragraph'],
    ]);
    expect(second?.manuscript.pieces.map(({ part, role, text }) => [part, role, text])).toEqual([
      ['', 'quote', '“Kami siap.”'],
      ['speaker', 'speaker', 'Budi Santoso'],
      ['role', 'speaker_role', 'Kepala Dinas'],
    ]);
    expect(second?.reference.people).toEqual([
      {
        name: 'Sri Wahyuni',
        posts: [{ title: 'Sekretaris Daerah', agency: '', isActing: false, from: '2022-01-01', until: null }],
      },
    ]);
  });

  test('marks faults by their offsets in the text without marks', () => {
    const [sample] = readCorpus('Rapat _daring_ [[[di sini](https://a.example/x) tadi]] usai [nama].');
    expect(sample?.manuscript.pieces[0]).toEqual({
      place: 'body.0',
      part: '',
      role: 'paragraph',
      text: 'Rapat daring di sini tadi usai [nama].',
      links: [{ start: 13, end: 20, href: 'https://a.example/x' }],
      italics: [{ start: 6, end: 12 }],
    });
    expect(sample?.faults).toEqual([{ place: 'body.0', part: '', start: 13, end: 25, text: 'di sini tadi' }]);
  });

  test('gives photos their facts and their words', () => {
    const [sample] = readCorpus('foto: alt=Warga antre | keterangan=Loket | kredit=Adpim | anak | izin=tidak');
    expect(sample?.manuscript.photos).toEqual([
      {
        place: 'cover',
        alt: 'Warga antre',
        caption: 'Loket',
        credit: 'Adpim',
        decorative: false,
        showsChild: true,
        hasConsent: false,
      },
    ]);
    expect(sample?.manuscript.pieces.map(({ place, part }) => `${place}/${part}`)).toEqual([
      'cover/alt',
      'cover/caption',
      'cover/credit',
    ]);
  });

  test('refuses a mark that is never closed', () => {
    expect(() => readCorpus('Rapat [[usai.')).toThrow('A mark is never closed');
  });
});

test('a mark nobody finds counts as a miss', () => {
  const score = scoreFamily('dates', readCorpus('Rapat [[xyzzy]] usai.\n\nRapat usai.'));
  expect(score).toMatchObject({ faults: 1, clean: 1, found: 0, falsePositives: 0, recall: 0, precision: 1 });
  expect(score.misses.map(({ what }) => what)).toEqual(['xyzzy']);
});
