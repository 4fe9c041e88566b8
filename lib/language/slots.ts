import type { Span } from './manuscript.ts';

/** Where the places to fill of a template stand in a text. */
export function slotsIn(text: string): Span[] {
  if (!text.includes('[')) return [];
  const line = slotLine.exec(text.trimEnd())?.[1];
  if (line !== undefined && !/disamarkan|dirahasiakan/u.test(line)) {
    const start = text.indexOf(line);
    return [{ start, end: start + line.length }];
  }
  return [...text.matchAll(slot)]
    .filter(([words]) => questionSlot.test(words) || !editorsWord.test(words))
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}

/** What a slot of a template asks for: “[nama kepala dinas]”, “[penghargaan apa]”. */
const slot =
  /\[(?:(?:nama|jabatan|tanggal|tempat|wilayah|jumlah|isi|isikan|sebutkan|tulis|tuliskan|lengkapi|siapa|apa|kapan|di mana|mengapa|bagaimana|melakukan apa|hari|lokasi|kutipan|angka|instansi|judul|teras|masukkan|ganti|sumber|waktu|pukul|kegiatan|alasan|manfaat|hasilnya|penyelenggara|pemberi|narasumber|peserta|untuk siapa|ke mana|berapa)(?![\p{L}\p{N}])[^[\]\n]{0,80}|\p{L}+ apa)\]/giu;
/** A line that is nothing but a slot, or a name with one behind it: “Syarat: [Syarat]”. */
const slotLine = /^(?:[^[\].:]{2,30}: )?(\[\p{Lu}[^[\]\n]{2,120}\])\.?$/u;
const questionSlot = /^\[(?:Siapa|Apa|Kapan|Di mana|Mengapa|Bagaimana|Ke mana|Berapa)(?!\p{L})/u;
const editorsWord = /disamarkan|dirahasiakan|tersebut|\bitu\b|\bini\b/iu;
