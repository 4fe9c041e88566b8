import type { PieceRole } from '../../manuscript.ts';
import { isInside, quotedSpans } from '../../quoted-words.ts';
import type { PieceRule } from '../../rule.ts';

const ownProse: readonly PieceRole[] = ['lead', 'summary', 'paragraph', 'list_item', 'note'];

/** A preposition stands before whoever is to do something, so that nobody does it. */
const shapes: readonly { shape: RegExp; reason: string; mayGoOn: boolean }[] = [
  {
    shape:
      /^Menurut (?!rencana|jadwal|catatan|data)[^,.;:“”"]{2,80}(?<!yang|saat|ketika|setelah|sebelum|sambil|untuk),? (?:mengatakan|menyatakan|menyebut|menyebutkan|menyampaikan|menjelaskan|menegaskan|mengungkapkan|menambahkan|menuturkan|berpendapat)(?!\p{L})/u,
    reason: 'Setelah “Menurut …” tidak perlu kata kerja seperti “mengatakan”. Hapus salah satunya.',
    mayGoOn: true,
  },
  {
    shape:
      /^(?:Dalam|Pada|Di) (?:sambutannya|arahannya|laporannya|paparannya|pidatonya|keterangannya|(?:kesempatan|rapat|acara|kegiatan|kunjungan|pertemuan|forum) (?:itu|tersebut|yang sama|ini)),? (?:juga |turut |sekaligus |pun )?(?:me\p{Ll}{4,}kan|membuka|menutup|meminta|mengajak|menyebut|menilai|memuji|mengimbau|memberi|membahas|meninjau)(?!\p{L})/u,
    reason: 'Kalimat ini tidak menyebut siapa yang melakukannya. Tulis orang atau instansinya sebelum kata kerja.',
    mayGoOn: true,
  },
  {
    shape:
      /^(?:Bagi|Untuk|Kepada) [^,.;:“”"]{2,60} yang [^,.;:“”"]{3,80}(?<!tidak|belum|sudah|akan|masih|hanya|ingin|juga|yang|tak|tetap) (?:dapat|bisa|wajib|harus|diharapkan|diminta|diimbau|dipersilakan|dimohon|harap|diwajibkan)(?!\p{L})/u,
    reason: 'Kata depan di awal membuat kalimat ini kehilangan subjek. Hapus “Bagi”, “Untuk”, atau “Kepada”.',
    mayGoOn: false,
  },
];

export const lostSubject: PieceRule = {
  id: 'subject_lost',
  family: 'sentences',
  title: 'Setiap kalimat menyebut siapa yang melakukan',
  roles: ownProse,
  *find({ text, sentences }) {
    for (const { start, text: sentence } of sentences) {
      for (const { shape, reason, mayGoOn } of shapes) {
        const found = shape.exec(sentence);
        // After a comma the sentence may name whoever does it.
        if (found === null || (!mayGoOn && sentence.slice(found[0].length).includes(','))) continue;
        if (isInside(quotedSpans(text), { start })) continue;
        yield { start, end: start + found[0].length, reason };
      }
    }
  },
};
