import type { ChangeType } from '../../db/schema/enums.ts';
import type { Issue } from '../errors.ts';
import type { AssetId } from '../ids.ts';
import { figuresOf, isEmptyDocument } from '../richtext/document.ts';
import { wordCount } from '../richtext/plain-text.ts';
import { houseLimits, type Words } from './article-input.ts';

/** How far a photo is. `missing`: no such upload in this portal. */
export type PhotoState = 'processing' | 'ready' | 'failed' | 'withdrawn' | 'missing';

/**
 * What stands in the way of submitting (`blocking`), what publishing waits for (`pending`:
 * photos still being made ready), and what is only advised (`advisory`).
 */
export type Readiness = { blocking: Issue[]; pending: Issue[]; advisory: Issue[] };

type Tell = (field: string, code: string, text: string) => void;

/**
 * Whether an edition is good enough to submit, approve and publish. One list feeds the
 * message beside the field, the panel, and the gate on the server.
 *
 * Issues name their place: a field of `Words`, or `body.<n>` for the n-th block, from 0.
 *
 * @param changeType of a later edition; null for the first
 */
export function readinessOf(
  words: Words,
  photoState: (asset: AssetId) => PhotoState,
  changeType: ChangeType | null = null,
): Readiness {
  const found: Readiness = { blocking: [], pending: [], advisory: [] };
  const block: Tell = (field, code, text) => found.blocking.push({ field, code, text });
  const wait: Tell = (field, code, text) => found.pending.push({ field, code, text });
  const advise: Tell = (field, code, text) => found.advisory.push({ field, code, text });

  if (words.title.trim() === '') block('title', 'title_missing', 'Judul belum ditulis.');
  if (words.lead.trim() === '') block('lead', 'lead_missing', 'Teras belum ditulis.');
  if (isEmptyDocument(words.body)) block('body', 'body_missing', 'Isi belum ditulis.');
  if (words.sectionId === null) block('sectionId', 'section_missing', 'Kanal belum dipilih.');
  if (words.infoClass === 'exempt') {
    block(
      'infoClass',
      'exempt_information',
      'Informasi yang dikecualikan tidak boleh diterbitkan. Ubah kelas informasi atau buang naskah ini.',
    );
  }

  if (changeType !== null && changeType !== 'minor' && words.publicNote.trim() === '') {
    block(
      'publicNote',
      'public_note_missing',
      'Catatan perubahan belum ditulis. Tulis apa yang berubah, untuk dibaca warga.',
    );
  }

  for (const [index, figure] of figuresOf(words.body).entries()) {
    const which = { place: `body.${figure.place}`, name: `Foto ke-${index + 1} di isi` };
    checkPhoto(which, figure, photoState(figure.assetId), block, wait);
    if (figure.assetId === words.cover?.assetId) {
      advise(which.place, 'cover_repeated', `${which.name} sama dengan foto utama, jadi pembaca melihatnya dua kali.`);
    }
  }
  if (words.cover !== null) {
    checkPhoto({ place: 'cover', name: 'Foto utama' }, words.cover, photoState(words.cover.assetId), block, wait);
  }

  const titleWords = wordCount(words.title);
  if (titleWords > houseLimits.titleWords) {
    advise('title', 'title_long', `Judul ${titleWords} kata. Anjuran: paling banyak ${houseLimits.titleWords} kata.`);
  }
  const leadWords = wordCount(words.lead);
  if (leadWords > houseLimits.leadWords) {
    advise('lead', 'lead_long', `Teras ${leadWords} kata. Anjuran: paling banyak ${houseLimits.leadWords} kata.`);
  }
  if (words.cover === null)
    advise('cover', 'cover_missing', 'Belum ada foto utama. Artikel dengan foto lebih banyak dibaca.');
  if (words.sources.length === 0)
    advise('sources', 'sources_missing', 'Sumber belum dicatat. Tulis dari mana fakta naskah ini berasal.');
  if (words.datelinePlace.trim() === '')
    advise('datelinePlace', 'dateline_missing', 'Tempat pada tanggal baris belum diisi.');
  return found;
}

function checkPhoto(
  { place, name }: { place: string; name: string },
  photo: { alt: string; decorative: boolean; credit: string },
  state: PhotoState,
  block: Tell,
  wait: Tell,
): void {
  const lacking = lackingWords(photo);
  if (lacking.includes('alt')) {
    block(place, 'alt_missing', `${name} belum punya teks alternatif. Tulis apa yang terlihat, atau tandai dekoratif.`);
  }
  if (lacking.includes('credit'))
    block(place, 'credit_missing', `${name} belum punya kredit. Tulis nama pemotret dan unitnya.`);
  switch (state) {
    case 'ready':
    case 'withdrawn':
      return;
    case 'processing':
      wait(place, 'photo_unfinished', `${name} masih diolah. Tunggu sebentar, lalu coba lagi.`);
      return;
    case 'failed':
      block(place, 'photo_failed', `${name} gagal diolah. Hapus foto ini atau unggah ulang.`);
      return;
    case 'missing':
      block(place, 'photo_missing', `${name} tidak ditemukan. Hapus foto ini, lalu unggah ulang.`);
  }
}

/** The words a photo still lacks where it stands. */
export function lackingWords(photo: { alt: string; decorative: boolean; credit: string }): ('alt' | 'credit')[] {
  const lacksAlt = !photo.decorative && photo.alt.trim() === '';
  const lacksCredit = photo.credit.trim() === '';
  return [...(lacksAlt ? ['alt' as const] : []), ...(lacksCredit ? ['credit' as const] : [])];
}

/** The photos the words use, cover first, each once. */
export function photosOf(words: Words): AssetId[] {
  const inBody = figuresOf(words.body).map((figure) => figure.assetId);
  return [...new Set(words.cover === null ? inBody : [words.cover.assetId, ...inBody])];
}
