import { createChecker } from './check.ts';
import type { Manuscript } from './manuscript.ts';
import { emptyReference } from './reference.ts';

/** Sentences of which each asks other rules. */
const sentences = [
  'Samarinda, Rabu (14/1/2026), Kepala Dinas Kesehatan Kalimantan Timur, Jaya Mualimin, membuka posko di Kecamatan Palaran.',
  '“Kami menambah dua dokter dan 12 perawat,” ujar Jaya. Anggarannya Rp1,5 miliar, naik 20 persen dari tahun lalu.',
  'Badan Penanggulangan Bencana Daerah (BPBD) mencatat 1.250 warga terdampak; 45 di antaranya anak-anak.',
  'Menurut Wali Kota Samarinda, kegiatan dilaksanakan dalam rangka meningkatkan pelayanan di puskesmas.',
  'Warga dapat mendaftar pukul 08.00–12.00 WITA dengan membawa KTP ke kantor camat tanpa biaya.',
];

/**
 * Checks a few sentences again and again: patterns are compiled and code is made quick when they are first used, which
 * makes the first check of a process five to ten times as long as the others.
 */
export function warmUpChecks(): void {
  const check = createChecker();
  const reference = emptyReference('2026-01-14');
  for (let round = 0; round < 4; round += 1) check(sample(round), reference);
}

function sample(round: number): Manuscript {
  const texts = sentences.map((text) => `${text} Kata${round}.`);
  return {
    kind: 'news',
    pieces: texts.map((text, at) => {
      const role = at === 0 ? 'lead' : 'paragraph';
      return { place: at === 0 ? 'lead' : `body.${at}`, part: '', role, text, links: [], italics: [] };
    }),
    photos: [],
    datelinePlace: 'Samarinda',
    eventDate: '2026-01-14',
    regencies: ['Kota Samarinda'],
    sponsored: false,
    sourceCount: 1,
    venue: '',
  };
}
