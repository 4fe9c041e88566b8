import type { LibraryItem, RightsState } from '#lib/library/library-shapes.ts';
import { formatDate } from '#lib/newsroom/labels.ts';
import { originLabels } from '#lib/richtext/origin-words.ts';

/** What a mark on an item says, and how much it matters. */
export type Mark = { text: string; tone: 'plain' | 'good' | 'warn' | 'bad' };

/** What must be known of an item before it is used. */
export function marksOf(item: LibraryItem): Mark[] {
  const marks: Mark[] = [];
  if (item.state === 'withdrawn') marks.push({ text: 'Ditarik', tone: 'bad' });
  // Without a picture its place says so itself.
  if (item.state === 'processing' && item.source !== null) marks.push({ text: 'Sedang diolah', tone: 'plain' });
  if (item.rights === 'expired') marks.push({ text: 'Izin habis', tone: 'bad' });
  if (item.rights === 'expiring') marks.push({ text: 'Izin segera habis', tone: 'warn' });
  if (item.showsChild) marks.push({ text: item.hasConsent ? 'Anak, ada izin' : 'Anak, belum ada izin', tone: 'warn' });
  if (item.origin !== 'photo') marks.push({ text: originLabels[item.origin], tone: 'plain' });
  if (item.isShared) marks.push({ text: 'Dibagikan', tone: 'good' });
  return marks;
}

/** Until when it may be used, in words. */
export function rightsText(rightsUntil: string | null, rights: RightsState): string {
  if (rightsUntil === null) return 'Tanpa batas waktu';
  return rights === 'expired' ? `Habis sejak ${formatDate(rightsUntil)}` : `Sampai ${formatDate(rightsUntil)}`;
}

/** What an item is called where it has a line to itself. */
export const nameOf = (item: Pick<LibraryItem, 'caption' | 'fileName'>) =>
  item.caption === '' ? item.fileName : item.caption;
