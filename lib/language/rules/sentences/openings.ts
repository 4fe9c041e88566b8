import type { ReadPiece } from '../../reading.ts';
import type { WholeRule } from '../../rule.ts';

const when = 'Mulai dengan siapa melakukan apa; harinya menyusul.';
const why = 'Mulai dengan apa yang terjadi; alasannya menyusul.';
const openings: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/^Pada hari(?! yang)\b/i, when],
  [/^(?:Pada|Bertepatan) tanggal\b/i, when],
  [/^Bertepatan (?:dengan|pada)\b/i, when],
  [/^Bertempat di\b/i, 'Mulai dengan siapa melakukan apa; tempatnya menyusul.'],
  [/^Dalam (?:rangka|upaya)\b(?! itu)/i, why],
  [/^(?:Guna|Sebagai (?:wujud|bentuk|upaya|tindak lanjut))\b/i, why],
  [/^(?:Sehubungan|Berkaitan|Berkenaan|Menindaklanjuti)\b(?: dengan)?/i, why],
  [/^Telah (?:dilaksanakan|dilakukan|diselenggarakan|diadakan)\b/i, 'Mulai dengan siapa yang melakukannya.'],
  [/^Puji (?:dan )?syukur\b/i, 'Kalimat pidato tidak perlu dalam berita. Mulai dengan apa yang terjadi.'],
  [/^Bahwa\b/i, 'Kata ini pembuka surat keputusan. Mulai dengan siapa melakukan apa.'],
];

/** The first words of an article: the lead, or the first paragraph where there is none. */
export const openingRules: readonly WholeRule[] = [
  {
    id: 'slow_opening',
    family: 'sentences',
    title: 'Pembuka langsung menyebut siapa melakukan apa',
    *compare({ pieces, kind }) {
      if (kind === 'speech' || kind === 'page') return;
      const piece = firstWords(pieces);
      if (piece === undefined) return;
      const indent = piece.text.length - piece.text.trimStart().length;
      for (const [pattern, advice] of openings) {
        const found = pattern.exec(piece.text.slice(indent))?.[0];
        if (found === undefined) continue;
        yield {
          piece,
          start: indent,
          end: indent + found.length,
          reason: `Pembuka “${found}” menunda berita. ${advice}`,
        };
        return;
      }
    },
  },
];

function firstWords(pieces: readonly ReadPiece[]): ReadPiece | undefined {
  const lead = pieces.find(({ role, text }) => role === 'lead' && text.trim() !== '');
  return lead ?? pieces.find(({ role }) => role === 'paragraph');
}
