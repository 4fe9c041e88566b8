import { type ImportBlock, isWords, textOf } from './import-blocks.ts';

const addressLine =
  /^(?:jl\.|jln\.|jalan)\s|\b(?:telp|telepon|faks?|faksimile|laman|website|surel|e-?mail|kode ?pos)\b\s*[.:(\d]/i;
const label =
  /^(?:(?:berita|siaran pers|pengumuman|klarifikasi hoaks|pidato|agenda|galeri foto|infografis) · .{2,120}|siaran pers|press release|rilis(?: berita| pers)?|naskah berita|berita (?:daerah|kegiatan)|untuk (?:segera )?(?:disiarkan|diterbitkan|dirilis)|(?:nomor|no\.?)\s*:.{0,60})$/i;

const government = /^PEMERINTAH (?:PROVINSI|KABUPATEN|KOTA) [A-Z ]{4,30}$/;
const office =
  /^(?:DINAS|BADAN|BIRO|SEKRETARIAT|INSPEKTORAT|KECAMATAN|KELURAHAN|DESA|RUMAH SAKIT|RSUD|SATUAN|KANTOR|UPTD?)\b[^a-z]{3,80}$/;

/**
 * The head of an office's paper, told by its address or its two names, and the name of the kind of paper: the blocks
 * that are no part of the text, each with its words.
 */
export function linesOfLetterhead(blocks: readonly ImportBlock[]): Map<ImportBlock, string> {
  const first = blocks.slice(0, 8);
  const texts = first.map(textOf);
  const address = texts.findLastIndex((text) => text.length <= 160 && addressLine.test(text));
  const names = texts.findIndex((text, index) => government.test(text) && office.test(texts[index + 1] ?? ''));
  const last = Math.max(address, names < 0 ? -1 : names + 1);
  return new Map(
    first.flatMap((block, index): [ImportBlock, string][] => {
      if (isWords(block)) return index <= last || label.test(textOf(block)) ? [[block, textOf(block)]] : [];
      const lines = index <= 1 ? linesOfHead(block) : [];
      return lines.length > 0 ? [[block, lines.join(' ')]] : [];
    }),
  );
}

/** The lines of a head with the mark of the office beside it, which is drawn as a table; none for any other table. */
function linesOfHead(block: ImportBlock): string[] {
  if (block.type !== 'table' || block.content.length > 3) return [];
  const lines = block.content
    .flatMap((row) => row.content)
    .flatMap(({ content }) =>
      (content ?? [])
        .map((inline) => (inline.type === 'text' ? inline.text : '\n'))
        .join('')
        .split('\n'),
    )
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isHead = lines.some((line) => government.test(line) || addressLine.test(line));
  return isHead && lines.join(' ').length <= 500 ? lines : [];
}
