import type { Span } from './manuscript.ts';

/** A regulation as it is cited: “Permenkominfo Nomor 4 Tahun 2023”. */
export type CitedRegulation = Span & { kind: string; number: string; year: number };

const cited =
  /(?<!\p{L})((?:Undang-Undang|UU|Peraturan|Keputusan|Instruksi|Surat Edaran|Per(?:pres|da|gub|bup|wali|wako|men[\p{L}]*)|Kep(?:pres|gub|men[\p{L}]*)|Inpres|PP|SE|Permen[\p{L}]*)(?: \p{Lu}[\p{L}-]*| dan| RI){0,8}) (?:Nomor|No\.?|nomor|no\.?) ?([\d.]{1,8}(?:\/[\p{L}\p{N}./-]{1,30})?) [Tt]ahun (\d{4})(?!\d)/gu;

const shortKinds: ReadonlyMap<string, string> = new Map([
  ['uu', 'undang-undang'],
  ['pp', 'peraturan pemerintah'],
  ['perpres', 'peraturan presiden'],
  ['perda', 'peraturan daerah'],
  ['pergub', 'peraturan gubernur'],
  ['perbup', 'peraturan bupati'],
  ['perwali', 'peraturan wali kota'],
  ['perwako', 'peraturan wali kota'],
  ['kepgub', 'keputusan gubernur'],
  ['keppres', 'keputusan presiden'],
  ['inpres', 'instruksi presiden'],
  ['permenkominfo', 'peraturan menteri komunikasi dan informatika'],
  ['permenkomdigi', 'peraturan menteri komunikasi dan digital'],
  ['permendagri', 'peraturan menteri dalam negeri'],
  ['permenkes', 'peraturan menteri kesehatan'],
  ['permendikbud', 'peraturan menteri pendidikan dan kebudayaan'],
  ['permenpan rb', 'peraturan menteri pendayagunaan aparatur negara dan reformasi birokrasi'],
  ['se', 'surat edaran'],
]);

/** The regulations a text cites with number and year. */
export function regulationsIn(text: string): CitedRegulation[] {
  return [...text.matchAll(cited)].map(({ 0: whole, 1: kind = '', 2: number = '', 3: year = '', index }) => ({
    start: index,
    end: index + whole.length,
    kind: regulationKind(kind),
    number,
    year: Number(year),
  }));
}

/** In full and without its region, to compare: “Perda Kaltim” is “peraturan daerah”. */
export function regulationKind(kind: string): string {
  const plain = kind
    .toLowerCase()
    .replace(/ (?:provinsi|kabupaten|kota|kaltim|kalimantan timur|ri|republik indonesia).*$/u, '')
    .trim();
  return shortKinds.get(plain) ?? plain;
}
