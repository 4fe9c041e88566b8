import { detailTexts } from '../newsroom/detail-text.ts';
import type { FullArticle } from '../newsroom/full-articles.ts';
import { changeTypeLabels, fastLaneReasonLabels, formatDate, formatMoment, kindLabels } from '../newsroom/labels.ts';
import { bylineParts, checkCodeOf, spokenCode } from '../newsroom/reader-lines.ts';
import type { PhotoSource, PublicPhoto } from '../newsroom/reader-shapes.ts';
import { absolute, checkCodePath, readerPath } from '../urls.ts';

/** What every copy of an article says beside its words, whatever the format: plain text without markup. */

/** Label and words of one line. */
export type FactLine = { label: string; text: string };

/** The article's own address. */
export const articleAddress = (origin: string, article: Pick<FullArticle, 'kind' | 'slug'>) =>
  absolute(origin, readerPath(article));

/** The same for ever, also when the address, the words or the host change. */
export const articleUrn = (article: Pick<FullArticle, 'articleId'>) => `urn:uuid:${article.articleId}`;

/** When readers were last told something else. */
export const changedAt = (article: Pick<FullArticle, 'updatedAt' | 'firstPublishedAt'>) =>
  article.updatedAt ?? article.firstPublishedAt;

/** What must be known before reading on: paid for, not yet reviewed, archived. */
export function noticeLines(article: FullArticle): string[] {
  const reason = article.fastLane?.reason ?? null;
  const because = reason === null ? '' : ` (alasan: ${fastLaneReasonLabels[reason].toLowerCase()})`;
  return [
    ...(article.sponsored ? ['Advertorial: tulisan ini dipasang atas permintaan.'] : []),
    ...(article.awaitsSecondReview ? [`Artikel ini terbit segera dan menunggu tinjauan kedua${because}.`] : []),
    ...(article.isArchived ? ['Artikel ini tersimpan sebagai arsip. Isinya mungkin tidak berlaku lagi.'] : []),
  ];
}

/** Who it is from: the agency, those it wrote with, and the people by what they did. */
export function bylineLine({ agency, jointAgencies, credits }: FullArticle): string {
  const agencies = [agency, ...jointAgencies].map(({ name }) => name).join(', ');
  return [agencies, ...bylineParts(credits).map(({ role, names }) => `${role}: ${names}`)].join(' · ');
}

/** When it was published and, if its words changed, when that was. */
export function timesLine({ firstPublishedAt, updatedAt }: FullArticle, timeZone: string): string {
  const published = `Terbit ${formatMoment(firstPublishedAt, timeZone)}`;
  return updatedAt === null ? published : `${published} · Diperbarui ${formatMoment(updatedAt, timeZone)}`;
}

// Told elsewhere, or of no use once the article is public.
const untold: ReadonlySet<string> = new Set(['textAlternative', 'embargoUntil', 'pageRole']);

/** What the kind has of its own (number, contact, times of an event), and where and when it happened. */
export function factLines(article: FullArticle): FactLine[] {
  const { eventDate, regencies } = article;
  return [
    ...detailTexts(article)
      .filter(({ name }) => !untold.has(name))
      .map(({ label, text }) => ({ label, text })),
    ...(eventDate === null ? [] : [{ label: 'Tanggal peristiwa', text: formatDate(eventDate) }]),
    ...(regencies.length === 0 ? [] : [{ label: 'Wilayah', text: regencies.join(', ') }]),
  ];
}

/** What an infographic says in words; empty for all else. */
export const textAlternative = ({ kind, details }: FullArticle) =>
  kind === 'infographic' ? (details.textAlternative ?? '') : '';

/** Who was asked, one line each. */
export function sourceLines({ sources }: FullArticle): string[] {
  return sources.map(({ name, detail }) => [name, detail].filter((part) => part !== '').join(', '));
}

/** What changed since, oldest first. */
export function noteLines({ publicNotes }: FullArticle, timeZone: string): FactLine[] {
  return publicNotes.map(({ number, changeType, note, at }) => ({
    label: changeTypeLabels[changeType],
    text: `${note} (edisi ${number}, ${formatMoment(at, timeZone)})`,
  }));
}

/** Where anybody can check whether these words are ours and still hold. */
export const checkAddress = (origin: string, { contentHash }: Pick<FullArticle, 'contentHash'>) =>
  absolute(origin, checkCodePath(checkCodeOf(contentHash)));

/** Who answers for the words, and by which code to check them. */
export function authenticityLine(article: FullArticle): string {
  const signed = article.awaitsSecondReview
    ? 'Isi artikel ini ditandatangani satu redaktur dan menunggu tinjauan kedua.'
    : 'Isi artikel ini diperiksa dan ditandatangani sedikitnya dua orang.';
  return `${signed} Edisi ${article.editionNumber}, sidik isi ${spokenCode(checkCodeOf(article.contentHash))}.`;
}

/** What search and feeds sort it under: kind, section, topics. */
export function categoriesOf({ kind, section, topics, sponsored }: FullArticle): string[] {
  const names = [
    kindLabels[kind],
    ...(section === null ? [] : [section.name]),
    ...topics.map((topic) => topic.name),
    ...(sponsored ? ['Advertorial'] : []),
  ];
  return [...new Set(names)];
}

/** The largest JPEG of a photo for screens: what every program can show. Null when there is none to show. */
export function largestJpeg(photo: PublicPhoto | null | undefined): PhotoSource | null {
  if (!photo || photo.withdrawn) return null;
  return photo.sources.find((source) => source.format === 'jpeg') ?? photo.card;
}
