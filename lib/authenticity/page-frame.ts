import {
  fastLaneReasonLabels,
  formatDate,
  formatMoment,
  kindLabels,
  roleLabels,
  signatureActLabels,
} from '../newsroom/labels.ts';
import { bylineParts, checkCodeOf, kickerParts, linkedWords, spokenCode, tailCode } from '../newsroom/reader-lines.ts';
import type { PublicArticle, PublicPortal } from '../newsroom/reader-shapes.ts';
import { creditLine } from '../richtext/origin-words.ts';

/** What the page of an article has around the words, as it arrives when somebody marks and copies all of it. */
const labels = [
  ...['Versi Ringkas', 'Sumber', 'Wilayah', 'Bersama', 'Topik', 'Tanggal peristiwa', 'Catatan perubahan', 'Keterangan'],
  ...['Bagikan', 'WhatsApp', 'Telegram', 'X', 'Facebook', 'Surel', 'Keaslian', 'Cek keaslian tulisan ini', 'Dokumen'],
  ...['Semua ralat dan hak jawab di situs ini', 'Menemukan kekeliruan? Laporkan kekeliruan.', 'Baca juga', 'Terkait'],
  ...['Isi', 'Arsip', 'Lampiran', 'Langsung ke isi'],
  'Isi artikel ini diperiksa dan ditandatangani sedikitnya dua orang.',
  'Isi artikel ini ditandatangani satu redaktur dan menunggu tinjauan kedua.',
];

/** Lines of the page that are not the article's words. */
export function frameWords(
  article: PublicArticle,
  portal: Pick<PublicPortal, 'name' | 'timeZone' | 'contactPhone'>,
): string[] {
  const { agency, jointAgencies, credits, section, topics, sources, regencies, signedBy, fastLane } = article;
  const moment = (at: Date) => formatMoment(at, portal.timeZone);
  const times = [article.firstPublishedAt, article.publishedAt, article.updatedAt];
  const pictures = [article.cover, ...Object.values(article.photos)].flatMap((photo) => {
    if (photo === null || photo.withdrawn) return [];
    return [photo.caption, creditLine(photo), `${photo.caption} ${creditLine(photo)}`];
  });
  return [
    ...labels,
    ...pictures,
    portal.name,
    `Menemukan kekeliruan? Laporkan kekeliruan atau hubungi ${portal.contactPhone}.`,
    `Menemukan kekeliruan? Laporkan kekeliruan: ${portal.contactPhone}.`,
    ...(article.eventDate === null ? [] : [formatDate(article.eventDate)]),
    ...Object.values(kindLabels),
    ...Object.values(article.linked).flatMap((card) => {
      const { title, when, venue } = linkedWords(card, portal.timeZone);
      const parts = [title, card.lead, when ?? '', venue ?? ''].filter((part) => part !== '');
      return [
        ...parts,
        [when, venue].filter(Boolean).join(' · '),
        [when, venue].filter(Boolean).join(', '),
        `${venue}.`,
      ];
    }),
    kickerParts(article).join(' · '),
    ...kickerParts(article),
    ...[agency, ...jointAgencies].flatMap(({ name, shortName }) => [name, shortName]),
    ...bylineParts(credits).map(({ role, names }) => `${role}: ${names}`),
    [agency.name, ...bylineParts(credits).map(({ role, names }) => `${role}: ${names}`)].join(' '),
    ...times.flatMap((at) => (at === null ? [] : [moment(at), `Diperbarui ${moment(at)}`])),
    tailCode(credits, article.sponsored),
    ...(section === null ? [] : [section.name]),
    ...topics.map(({ name }) => name),
    ...sources.flatMap(({ name, detail }) => [name, `${name}, ${detail}`]),
    regencies.join(', '),
    ...signedBy.map(
      ({ role, act, at }) => `${roleLabels[role]} ${signatureActLabels[act].toLowerCase()}, ${moment(at)}`,
    ),
    ...(fastLane?.reason ? [`Jalur cepat (${fastLaneReasonLabels[fastLane.reason].toLowerCase()})`] : []),
    `Edisi ${article.editionNumber} · Kode keaslian ${spokenCode(checkCodeOf(article.contentHash))}`,
  ].filter((line) => line !== '');
}
