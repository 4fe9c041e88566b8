import type { Found } from '../../finding.ts';
import { isAcronym, wordAfter } from '../../next-word.ts';
import type { Word } from '../../reading.ts';
import { type PieceRule, writtenRoles } from '../../rule.ts';
import { writtenLike } from '../../written-like.ts';
import { outsideAddresses } from '../outside-addresses.ts';

/** After these `pun` stands apart; with twelve other words it is one word. */
const beforePun: ReadonlySet<string> = new Set(
  `apa siapa kapan mana berapa itu ini dia ia kita kami saya mereka beliau aku kamu satu seorang sedikit sekecil sebaik secara masyarakat warga pemerintah gubernur
   bupati camat lurah petugas peserta anak orang guru siswa pegawai acara kegiatan rapat hujan banjir harga air jalan kini hari malam apabila hal tidak belum sudah juga demikian begitu selain hanya para`
    .split(/\s+/u)
    .filter(Boolean),
);

/** `apapun`, `itupun`, `kegiatannyapun`. */
export const joinedPun: PieceRule = {
  id: 'joined_pun',
  family: 'word_division',
  title: 'Partikel pun ditulis terpisah',
  roles: writtenRoles,
  find(piece) {
    const found = piece.words.flatMap((word): Found[] => {
      const stem = word.lower.endsWith('pun') ? word.lower.slice(0, -3) : '';
      if (!beforePun.has(stem) && !/\p{Ll}{3}(?:nya|kan|annya)$/u.test(stem)) return [];
      const fix = writtenLike(word.text, `${stem} pun`);
      return [{ start: word.start, end: word.end, reason: `“pun” di sini ditulis terpisah: “${fix}”.`, fix }];
    });
    return outsideAddresses(piece, found);
  },
};

/** `harga nya`, `KTPnya`, `rahmatNya`. */
export const looseClitic: PieceRule = {
  id: 'loose_clitic',
  family: 'word_division',
  title: 'Akhiran -nya ditulis serangkai',
  roles: writtenRoles,
  find(piece) {
    const found: Found[] = [];
    for (const [index, word] of piece.words.entries()) {
      const hyphen = wantsHyphen(word);
      if (hyphen !== undefined) found.push({ start: word.start, end: word.end, ...hyphen });
      const next = wordAfter(piece, index);
      if (next === undefined || next.text !== 'nya') continue;
      const fix = isAcronym(word) ? `${word.text}-nya` : `${word.text}nya`;
      found.push({
        start: word.start,
        end: next.end,
        reason: `“-nya” ditulis serangkai dengan kata di depannya: “${fix}”.`,
        fix,
      });
    }
    return outsideAddresses(piece, found);
  },
};

function wantsHyphen({ text }: Word): { reason: string; fix: string } | undefined {
  const [, acronym] = /^(\p{Lu}{2,})nya$/u.exec(text) ?? [];
  if (acronym !== undefined) {
    return { reason: `Setelah singkatan, “-nya” memakai tanda hubung: “${acronym}-nya”.`, fix: `${acronym}-nya` };
  }
  const [, word] = /^(\p{L}\p{Ll}+)Nya$/u.exec(text) ?? [];
  if (word === undefined) return undefined;
  return { reason: `Sebelum huruf kapital, pakai tanda hubung: “${word}-Nya”.`, fix: `${word}-Nya` };
}
