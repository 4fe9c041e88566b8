import { type Words, type WordsInput, wordsInput } from '#lib/newsroom/article-input.ts';
import { detailLabels } from '#lib/newsroom/labels.ts';

/** The words as the editor holds and sends them: the body is Tiptap's JSON, checked by the server. */
export type DraftWords = WordsInput;

/** Changes some fields of the words. */
export type ChangeWords = (part: Partial<DraftWords>) => void;

/** A photo as a cover nobody has described yet. */
export function coverOf({ assetId, assetHash }: Pick<Cover, 'assetId' | 'assetHash'>): Cover {
  return { assetId, assetHash, alt: '', decorative: false, caption: '', credit: '', focal: { x: 0.5, y: 0.5 } };
}

type Cover = NonNullable<DraftWords['cover']>;

/** Whether both read the same to a reader: compared in their one stored form. */
export function sameWords(one: unknown, other: unknown): boolean {
  const [first, second] = [wordsInput.safeParse(one), wordsInput.safeParse(other)];
  if (!first.success || !second.success) return false;
  return JSON.stringify(first.data) === JSON.stringify(second.data);
}

const names: Partial<Record<keyof Words, string>> = {
  kind: 'Jenis',
  title: 'Judul',
  lead: 'Teras',
  summary: 'Versi ringkas',
  body: 'Isi',
  cover: 'Foto utama',
  credits: 'Kredit',
  sources: 'Sumber',
  attachments: 'Lampiran',
  details: 'Rincian',
  jointAgencyIds: 'Bersama perangkat daerah',
  sponsored: 'Advertorial',
  datelinePlace: 'Tempat tanggal baris',
  eventDate: 'Tanggal peristiwa',
  regencyCodes: 'Kabupaten/kota',
  infoClass: 'Kelas informasi',
  publicNote: 'Catatan perubahan',
  sectionId: 'Kanal',
  topicIds: 'Topik',
  relatedIds: 'Baca juga',
};

/** What the interface calls a field of the words. */
export function fieldName(field: string): string {
  const [first = '', second = ''] = field.split('.');
  const detail = first === 'details' && Object.entries(detailLabels).find(([name]) => name === second)?.[1];
  if (detail) return detail;
  return Object.entries(names).find(([name]) => name === first)?.[1] ?? 'Naskah';
}

/** Every text inside anything, in order: for words of a form this version no longer understands. */
export function looseText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(looseText).filter(Boolean).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const inside =
    'text' in value ? [value.text] : Object.entries(value).flatMap(([key, child]) => (hidden.has(key) ? [] : [child]));
  return inside.map(looseText).filter(Boolean).join('\n');
}

const hidden = new Set([
  'type',
  'marks',
  'assetId',
  'assetHash',
  'articleId',
  'kind',
  'infoClass',
  'sectionId',
  'topicIds',
  'relatedIds',
  'regencyCodes',
  'jointAgencyIds',
  'role',
  'audience',
  'pageRole',
]);
