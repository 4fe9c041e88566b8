import type { ChangeType } from '../../db/schema/enums.ts';
import { now } from '../clock.ts';
import type { Issue } from '../errors.ts';
import type { AssetId } from '../ids.ts';
import { advertisedGambling } from '../language/advertised-gambling.ts';
import { documentsOf, figuresOf, isEmptyDocument } from '../richtext/document.ts';
import { wordCount } from '../richtext/plain-text.ts';
import { houseLimits, type Words } from './article-input.ts';
import { checkBlocks } from './block-readiness.ts';
import { checkKind, kindNeeds, type Tell } from './kind-readiness.ts';
import { wordsOfKind } from './kind-words.ts';
import { type LinkRegister, linkIssues } from './outgoing-links.ts';

/** How far a photo or document is. `missing`: no such upload in this portal. */
export type PhotoState = 'processing' | 'ready' | 'failed' | 'withdrawn' | 'missing';

/**
 * What stands in the way of submitting (`blocking`), what publishing waits for (`pending`:
 * photos still being made ready), and what is only advised (`advisory`).
 */
export type Readiness = { blocking: Issue[]; pending: Issue[]; advisory: Issue[] };

/**
 * Whether an edition is good enough to submit, approve and publish. One list feeds the
 * message beside the field, the panel, and the gate on the server.
 *
 * Issues name their place: a field of `Words`, `details.<name>`, `attachments.<n>`, or `body.<n>`
 * for the n-th block, from 0 (`body.<n>.<m>` for a photo of a gallery). What the kind has no field
 * for stands in nobody's way.
 *
 * @param photoState of photos and documents alike
 * @param changeType of a later edition; null for the first
 * @param register of the hosts that links may lead to; without it links stand in nobody's way
 */
export function readinessOf(
  written: Words,
  photoState: (asset: AssetId) => PhotoState,
  changeType: ChangeType | null = null,
  at: Date = now(),
  register?: LinkRegister,
): Readiness {
  const found: Readiness = { blocking: [], pending: [], advisory: [] };
  const block: Tell = (field, code, text) => found.blocking.push({ field, code, text });
  const wait: Tell = (field, code, text) => found.pending.push({ field, code, text });
  const advise: Tell = (field, code, text) => found.advisory.push({ field, code, text });

  const words = wordsOfKind(written);
  const { requires, advises } = kindNeeds[words.kind];

  if (words.title.trim() === '') block('title', 'title_missing', 'Judul belum ditulis.');
  if (requires.includes('lead') && words.lead.trim() === '') block('lead', 'lead_missing', 'Teras belum ditulis.');
  if (requires.includes('body') && isEmptyDocument(words.body)) block('body', 'body_missing', 'Isi belum ditulis.');
  if (requires.includes('section') && words.sectionId === null)
    block('sectionId', 'section_missing', 'Kanal belum dipilih.');
  checkKind(words, { block, advise, at });
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
  checkBlocks(words.body, block);
  for (const [index, { place, assetId }] of documentsOf(words.body).entries()) {
    const which = { place: `body.${place}`, name: `Dokumen ke-${index + 1} di isi`, what: 'dokumen' as const };
    checkUpload(which, photoState(assetId), block, wait);
  }
  for (const [index, { assetId, title }] of words.attachments.entries()) {
    const which = { place: `attachments.${index}`, name: `Lampiran ke-${index + 1}`, what: 'dokumen' as const };
    if (title.trim() === '') block(which.place, 'attachment_title_missing', `${which.name} belum punya judul.`);
    checkUpload(which, photoState(assetId), block, wait);
  }

  for (const [field, text] of unreadTexts(words)) {
    const advertised = advertisedGambling(text);
    if (advertised === undefined) continue;
    block(field, 'gambling_words', `Di sini tertulis “${advertised}”, kata iklan judi daring. Hapus kata itu.`);
  }
  if (register !== undefined) {
    const { refused, awaiting } = linkIssues(words, register);
    found.blocking.push(...refused);
    found.advisory.push(...awaiting);
  }

  const titleWords = wordCount(words.title);
  if (titleWords > houseLimits.titleWords) {
    advise('title', 'title_long', `Judul ${titleWords} kata. Anjuran: paling banyak ${houseLimits.titleWords} kata.`);
  }
  const leadWords = wordCount(words.lead);
  if (leadWords > houseLimits.leadWords) {
    advise('lead', 'lead_long', `Teras ${leadWords} kata. Anjuran: paling banyak ${houseLimits.leadWords} kata.`);
  }
  if (advises.includes('cover') && words.cover === null)
    advise('cover', 'cover_missing', 'Belum ada foto utama. Artikel dengan foto lebih banyak dibaca.');
  if (advises.includes('sources') && words.sources.length === 0)
    advise('sources', 'sources_missing', 'Sumber belum dicatat. Tulis dari mana fakta naskah ini berasal.');
  if (advises.includes('dateline') && words.datelinePlace.trim() === '')
    advise('datelinePlace', 'dateline_missing', 'Tempat pada tanggal baris belum diisi.');
  return found;
}

/** Short texts for readers that are no prose, and that the checks of texts therefore do not read. */
function unreadTexts({ datelinePlace, credits, details }: Words): [field: string, text: string][] {
  return [
    ['datelinePlace', datelinePlace],
    ...credits.map(({ initials, unit }, at): [string, string] => [`credits.${at}`, `${initials} ${unit}`]),
    ...(['releaseNumber', 'contactPhone', 'contactEmail'] as const).map((name): [string, string] => [
      `details.${name}`,
      details[name] ?? '',
    ]),
    ['details.link', (details.link ?? '').split(/[^\p{L}\p{N}@$]+/u).join(' ')],
  ];
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
  checkUpload({ place, name, what: 'foto' }, state, block, wait);
}

const unfinished = '_unfinished';

/** Whether an issue passes by itself: a file that is still being made ready. */
export function isUnfinished(code: string): boolean {
  return code.endsWith(unfinished);
}

/** Whether an uploaded file can be used where it stands. */
function checkUpload(
  { place, name, what }: { place: string; name: string; what: 'foto' | 'dokumen' },
  state: PhotoState,
  block: Tell,
  wait: Tell,
): void {
  const code = what === 'foto' ? 'photo' : 'document';
  switch (state) {
    case 'ready':
    case 'withdrawn':
      return;
    case 'processing':
      wait(place, `${code}${unfinished}`, `${name} masih diolah. Tunggu sebentar.`);
      return;
    case 'failed':
      block(place, `${code}_failed`, `${name} gagal diolah. Hapus ${what} ini atau unggah ulang.`);
      return;
    case 'missing':
      block(place, `${code}_missing`, `${name} tidak ditemukan. Hapus ${what} ini, lalu unggah ulang.`);
  }
}

/** The words a photo still lacks where it stands. */
export function lackingWords(photo: { alt: string; decorative: boolean; credit: string }): ('alt' | 'credit')[] {
  const lacksAlt = !photo.decorative && photo.alt.trim() === '';
  const lacksCredit = photo.credit.trim() === '';
  return [...(lacksAlt ? ['alt' as const] : []), ...(lacksCredit ? ['credit' as const] : [])];
}

/** The photos the words use, those of galleries too, cover first, each once. */
export function photosOf(words: Words): AssetId[] {
  const inBody = figuresOf(words.body).map((figure) => figure.assetId);
  return [...new Set(words.cover === null ? inBody : [words.cover.assetId, ...inBody])];
}

/** The documents the words offer, those of the body first, each once. */
export function documentIdsOf(words: Pick<Words, 'attachments' | 'body'>): AssetId[] {
  return [...new Set([...documentsOf(words.body), ...words.attachments].map(({ assetId }) => assetId))];
}

/** Everything uploaded that the words use: photos, then documents; each once. */
export function assetsOf(words: Words): AssetId[] {
  return [...new Set([...photosOf(words), ...documentIdsOf(words)])];
}
