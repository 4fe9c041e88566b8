import type { ArticleKind } from '../../db/schema/enums.ts';
import { figuresOf } from '../richtext/document.ts';
import type { Words } from './article-input.ts';
import type { DetailName } from './kind-details.ts';

/** Says one thing about a place of the words. */
export type Tell = (field: string, code: string, text: string) => void;

/** What a kind cannot do without (`requires`), what it is better with (`advises`). What is in neither is not asked for. */
export type KindNeeds = {
  requires: readonly ('lead' | 'body' | 'section')[];
  advises: readonly ('cover' | 'sources' | 'dateline')[];
};

const article: KindNeeds = { requires: ['lead', 'body', 'section'], advises: ['cover', 'sources', 'dateline'] };

/** A title is asked of every kind. A banner is its title: it has no text besides. */
export const kindNeeds: Readonly<Record<ArticleKind, KindNeeds>> = {
  news: article,
  press_release: article,
  announcement: { ...article, advises: ['cover', 'dateline'] },
  hoax_clarification: article,
  gallery: { ...article, advises: ['cover', 'dateline'] },
  infographic: { requires: ['lead', 'section'], advises: ['sources'] },
  speech: { ...article, advises: ['cover', 'dateline'] },
  page: { requires: ['lead', 'body'], advises: [] },
  agenda_event: { requires: ['lead', 'section'], advises: [] },
  banner: { requires: [], advises: [] },
};

/** Whether anything but the title is written for this kind. */
export const hasText = (kind: ArticleKind) => kindNeeds[kind].requires.length > 0;

type Told = { block: Tell; advise: Tell; at: Date };

const place = (name: DetailName) => `details.${name}`;
const lacks = (words: Words, name: DetailName) => (words.details[name] ?? '').trim() === '';

/** What each kind needs of its own details, beyond what all kinds need. */
const kindChecks: Readonly<Partial<Record<ArticleKind, (words: Words, told: Told) => void>>> = {
  press_release(words, { block, advise }) {
    if (lacks(words, 'contactName'))
      block(
        place('contactName'),
        'contact_missing',
        'Narahubung belum ditulis. Wartawan perlu tahu siapa yang dihubungi.',
      );
    if (lacks(words, 'contactPhone'))
      block(place('contactPhone'), 'contact_phone_missing', 'Telepon narahubung belum ditulis.');
    if (lacks(words, 'releaseNumber'))
      advise(place('releaseNumber'), 'release_number_missing', 'Nomor siaran pers belum diisi.');
  },
  announcement(words, { advise }) {
    if (lacks(words, 'validUntil'))
      advise(
        place('validUntil'),
        'valid_until_missing',
        'Tanggal akhir berlaku belum diisi. Tanpa tanggal, pengumuman dianggap berlaku terus.',
      );
  },
  gallery(words, { block }) {
    if (figuresOf(words.body).length < 2)
      block('body', 'gallery_photos_missing', 'Galeri foto memerlukan paling sedikit dua foto di isi.');
  },
  infographic(words, { block }) {
    if (words.cover === null && figuresOf(words.body).length === 0)
      block(
        'cover',
        'infographic_picture_missing',
        'Gambar infografis belum ada. Unggah sebagai foto utama atau di isi.',
      );
    if (lacks(words, 'textAlternative'))
      block(
        place('textAlternative'),
        'text_alternative_missing',
        'Alternatif teks belum ditulis. Tulis semua yang dikatakan gambar, untuk pembaca yang tidak melihatnya.',
      );
  },
  speech(words, { block }) {
    if (lacks(words, 'speaker')) block(place('speaker'), 'speaker_missing', 'Nama pembicara belum ditulis.');
  },
  agenda_event(words, { block, advise, at }) {
    const { startsAt, endsAt } = words.details;
    if (startsAt === undefined) block(place('startsAt'), 'starts_missing', 'Waktu mulai acara belum diisi.');
    else if (endsAt !== undefined && Date.parse(endsAt) < Date.parse(startsAt))
      block(place('endsAt'), 'ends_before_start', 'Acara selesai sebelum mulai. Periksa jamnya.');
    else if (Date.parse(endsAt ?? startsAt) < at.getTime())
      advise(place('startsAt'), 'event_over', 'Acara ini sudah lewat. Periksa tanggalnya.');
    if (lacks(words, 'venue')) block(place('venue'), 'venue_missing', 'Tempat acara belum ditulis.');
  },
  page(words, { block }) {
    const { pageRole } = words.details;
    if (pageRole === undefined)
      block(
        place('pageRole'),
        'page_role_missing',
        'Kegunaan halaman belum dipilih. Pilihan itu menentukan tempatnya di situs.',
      );
    if (pageRole === 'topic_introduction' && words.topicIds.length === 0)
      block('topicIds', 'topic_missing', 'Topik yang diantar halaman ini belum dipilih.');
  },
  banner(words, { block, at }) {
    const { bannerUntil } = words.details;
    if (bannerUntil === undefined)
      block(place('bannerUntil'), 'banner_until_missing', 'Waktu berakhirnya spanduk belum diisi.');
    else if (Date.parse(bannerUntil) <= at.getTime())
      block(
        place('bannerUntil'),
        'banner_over',
        'Waktu berakhirnya spanduk sudah lewat. Pilih waktu yang akan datang.',
      );
  },
};

/**
 * What stands in the way of this kind, and what is advised.
 *
 * @param told.at the moment for which it is asked: a banner that has ended cannot go live
 */
export function checkKind(words: Words, told: Told): void {
  kindChecks[words.kind]?.(words, told);
}
