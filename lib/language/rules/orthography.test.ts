import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkManuscript } from '../check.ts';
import { readCorpus, type Sample } from '../corpus.ts';
import type { Finding } from '../finding.ts';
import { emptyReference } from '../reference.ts';

const families = ['word_forms', 'word_division', 'capitals', 'notation', 'typography', 'spelling'];
const corpus = join(import.meta.dirname, '..', 'corpus');

/** Checks one paragraph, or one title. */
function check(text: string, role: 'paragraph' | 'title' = 'paragraph'): Finding[] {
  const [sample] = readCorpus(role === 'title' ? `judul: ${text}` : text);
  if (sample === undefined) throw new Error('There is no sample.');
  return ours(sample);
}

const ours = ({ manuscript, reference }: Sample) =>
  checkManuscript(manuscript, reference).filter(({ family }) => families.includes(family));

/** The text after all its mendings. */
function mended(text: string, role: 'paragraph' | 'title' = 'paragraph'): string {
  return check(text, role).reduceRight(
    (whole, { start, end, fix }) => (fix === undefined ? whole : whole.slice(0, start) + fix + whole.slice(end)),
    text,
  );
}

describe('what is put in place of a fault', () => {
  it.each([
    ['Perijinan itu dirubah pemerintah.', 'Perizinan itu diubah pemerintah.'],
    ['Dinas mengkoordinasikan dan mensosialisasikan aturan.', 'Dinas mengoordinasikan dan menyosialisasikan aturan.'],
    ['Petugas mempraktekkan tehnik itu.', 'Petugas mempraktikkan teknik itu.'],
    ['Mereka beresiko merealisir aktifitasnya.', 'Mereka berisiko merealisasikan aktivitasnya.'],
    ['Walikota bertanggungjawab atas kerjasama itu.', 'Wali Kota bertanggung jawab atas kerja sama itu.'],
    ['Dimanapun anda berada, acara di ikuti anak anak.', 'Di mana pun Anda berada, acara diikuti anak-anak.'],
    [
      'Rapat se Kaltim antar instansi pasca Lebaran itu ramai.',
      'Rapat se-Kaltim antarinstansi pasca-Lebaran itu ramai.',
    ],
    ['Pegawai non ASN membawa KTPnya.', 'Pegawai non-ASN membawa KTP-nya.'],
    ['Bantuan Rp. 1.500.000,- dibagikan.', 'Bantuan Rp1.500.000 dibagikan.'],
    ['Harga Rp1,500,000.50 per unit.', 'Harga Rp1.500.000 per unit.'],
    ['Acara dimulai jam 10:00 Wita.', 'Acara dimulai pukul 10.00 WITA.'],
    ['HUT ke 80 dan rapat ke-IV berjalan.', 'HUT ke-80 dan rapat ke-4 berjalan.'],
    ['Lahan 100 Ha itu naik 1.9 persen, yaitu 85 %.', 'Lahan 100 ha itu naik 1,9 persen, yaitu 85%.'],
    ['Rapat dipimpin Andi Rahman, S.Sos,M.Si.', 'Rapat dipimpin Andi Rahman, S.Sos., M.Si.'],
    ['Hadir Dr Rahmat, dll di sana.', 'Hadir Dr. Rahmat, dll. di sana.'],
    ['Warga yang yang datang , lalu  pulang..', 'Warga yang datang, lalu pulang.'],
    ['Acara dibuka bupati Kutai Timur di sungai Mahakam.', 'Acara dibuka Bupati Kutai Timur di Sungai Mahakam.'],
    ['Seluruh Camat dari 10 Kabupaten hadir.', 'Seluruh camat dari 10 kabupaten hadir.'],
  ])('%s', (text, right) => {
    expect(mended(text)).toBe(right);
    expect(check(right)).toEqual([]);
  });

  it('keeps small words small within a title only', () => {
    expect(mended('Di Samarinda, Bantuan Untuk Warga Yang Terdampak', 'title')).toBe(
      'Di Samarinda, Bantuan untuk Warga yang Terdampak',
    );
  });

  it('is right by the same rule, in every sample', () => {
    const stillWrong = readdirSync(corpus)
      .filter((name) => families.includes(name.replace('.txt', '')))
      .flatMap((name) => readCorpus(readFileSync(join(corpus, name), 'utf8')))
      .flatMap((sample) => ours(sample).flatMap((finding) => againFound(sample, finding)));
    expect(stillWrong).toEqual([]);
  });
});

/** What the same rule says of the same place once its own mending has been taken. */
function againFound({ manuscript, reference }: Sample, finding: Finding): string[] {
  const { fix, rule, place, part, start } = finding;
  if (fix === undefined) return [];
  const pieces = manuscript.pieces.map((piece) =>
    piece.place === place && piece.part === part
      ? { ...piece, text: piece.text.slice(0, start) + fix + piece.text.slice(finding.end) }
      : piece,
  );
  return checkManuscript({ ...manuscript, pieces }, reference)
    .filter((one) => one.rule === rule && one.place === place && one.start < start + fix.length && one.end > start)
    .map((one) => `${rule}: ${finding.text} → ${fix} → ${one.fix ?? '?'}`);
}

describe('what is left alone', () => {
  it.each([
    ['words of a name of the house', ['nama: Apotik Sehat Bersama', 'Warga datang ke Apotik Sehat Bersama itu.']],
    [
      'addresses, handles and tail codes',
      ['Buka kaltim.example.go.id/kerjasama, @kerjasama, atau #anda. (adv/diskominfo kaltim)'],
    ],
    ['colloquial words in somebody’s own words', ['“Saya nggak tahu,” kata warga itu.']],
    ['foreign words in italics', ['Buku _design management_ itu baru.']],
  ])('%s', (_what, lines) => {
    const [sample] = readCorpus(lines.join('\n'));
    expect(sample === undefined ? undefined : ours(sample)).toEqual([]);
  });

  it('a paragraph that goes on after the greeting of a speech', () => {
    const [sample] = readCorpus('Bapak dan Ibu yang kami hormati,\nterima kasih sudah datang.');
    expect(sample === undefined ? undefined : ours(sample)).toEqual([]);
  });
});

describe('the dictionary', () => {
  const manuscript = (text: string) => readCorpus(text)[0]?.manuscript;

  it('says nothing of words that have not been looked up', () => {
    const given = manuscript('Warga menerima bantuan yxzqw.');
    expect(given === undefined ? undefined : checkManuscript(given, emptyReference('2026-11-22'))).toEqual([]);
  });

  it('offers one tap only for a single suggestion', () => {
    const given = manuscript('Pelabuan dan dermgaa itu ramai.');
    const dictionary = new Map([
      ['Pelabuan', ['Pelabuhan']],
      ['dermgaa', ['dermaga', 'dermagaa']],
    ]);
    const found = given === undefined ? [] : checkManuscript(given, { ...emptyReference('2026-11-22'), dictionary });
    expect(found.map(({ text, fix }) => [text, fix])).toEqual([
      ['Pelabuan', 'Pelabuhan'],
      ['dermgaa', undefined],
    ]);
  });
});
