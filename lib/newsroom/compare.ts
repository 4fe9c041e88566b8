import { diffArrays, diffWordsWithSpace } from 'diff';
import { plainText } from '../richtext/plain-text.ts';
import type { RichBlock, RichDocument } from '../richtext/rich-nodes.ts';
import type { Words } from './article-input.ts';
import { infoClassLabels, kindLabels } from './labels.ts';

/** A run of words that stayed, came or went. */
export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };
/** One field that differs, in reading order. */
export type FieldChange = { field: string; name: string; pieces: Piece[] };

/** Past this many characters a word-by-word comparison would keep the server busy; whole texts are shown instead. */
const wordDiffLimit = 20_000;

/**
 * What differs between two versions of an edition's words, by words within a paragraph and
 * by paragraphs within the body. Fields that are equal are left out.
 */
export function compareWords(before: Words, after: Words): FieldChange[] {
  const texts: [field: string, name: string, before: string, after: string][] = [
    ['title', 'Judul', before.title, after.title],
    ['lead', 'Teras', before.lead, after.lead],
    ['summary', 'Versi ringkas', before.summary, after.summary],
    ['cover', 'Foto utama', photoText(before.cover), photoText(after.cover)],
    ['kind', 'Jenis', kindLabels[before.kind], kindLabels[after.kind]],
    ['datelinePlace', 'Tempat', before.datelinePlace, after.datelinePlace],
    ['eventDate', 'Tanggal peristiwa', before.eventDate ?? '', after.eventDate ?? ''],
    ['infoClass', 'Kelas informasi', infoClassLabels[before.infoClass], infoClassLabels[after.infoClass]],
    ['credits', 'Kredit', listText(before.credits), listText(after.credits)],
    ['sources', 'Sumber', listText(before.sources), listText(after.sources)],
    ['regencyCodes', 'Kabupaten/kota', before.regencyCodes.join(', '), after.regencyCodes.join(', ')],
    ['sponsored', 'Advertorial', before.sponsored ? 'ya' : 'tidak', after.sponsored ? 'ya' : 'tidak'],
    ['publicNote', 'Catatan perubahan', before.publicNote, after.publicNote],
  ];
  const changes = texts
    .filter(([, , was, is]) => was !== is)
    .map(([field, name, was, is]) => ({ field, name, pieces: wordPieces(was, is) }));
  return [...changes, ...bodyChanges(before.body, after.body)];
}

function bodyChanges(before: RichDocument, after: RichDocument): FieldChange[] {
  const was = before.content.map(blockText);
  const is = after.content.map(blockText);
  const changes: FieldChange[] = [];
  let place = 0;
  let gone: string[] = [];
  const tell = (pieces: Piece[]) => changes.push({ field: `body.${place}`, name: 'Isi', pieces });
  const flush = () => {
    for (const text of gone) tell([{ kind: 'removed', text }]);
    gone = [];
  };
  for (const part of diffArrays(was, is)) {
    if (part.removed) {
      gone.push(...part.value);
      continue;
    }
    for (const text of part.value) {
      const former = part.added ? gone.shift() : undefined;
      if (part.added) tell(former === undefined ? [{ kind: 'added', text }] : wordPieces(former, text));
      else flush();
      place += 1;
    }
  }
  flush();
  return changes;
}

/** A block as one line of text; form that words do not show (links, bold) makes it differ as well. */
function blockText(block: RichBlock): string {
  if (block.type === 'figure') return `[Foto] ${photoText({ ...emptyPhoto, ...block.attrs })}`;
  const words = plainText({ type: 'doc', content: [block] });
  const form = formOf(block);
  return form === '' ? words : `${words} ${form}`;
}

const emptyPhoto = { alt: '', caption: '', credit: '', decorative: false };

function photoText(
  photo: { assetHash: string; alt: string; caption: string; credit: string; decorative: boolean } | null,
): string {
  if (photo === null) return '';
  const alt = photo.decorative ? 'dekoratif' : photo.alt;
  return [photo.caption, alt, photo.credit, `berkas ${photo.assetHash.slice(0, 8)}`]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What a block carries beyond its words, in words: kind, links, marks. */
function formOf(block: RichBlock): string {
  const kind =
    block.type === 'heading'
      ? `(subjudul ${block.attrs.level})`
      : block.type === 'orderedList'
        ? '(daftar bernomor)'
        : '';
  const links = [...JSON.stringify(block).matchAll(/"href":"([^"]*)"/g)].map((match) => `<${match[1]}>`);
  const marks = [...JSON.stringify(block).matchAll(/\{"type":"(bold|italic)"/g)].length;
  return [kind, ...links, ...(marks > 0 ? [`(${marks} penekanan)`] : [])].filter((part) => part !== '').join(' ');
}

function wordPieces(was: string, is: string): Piece[] {
  if (was.length + is.length > wordDiffLimit) {
    return [
      { kind: 'removed', text: was },
      { kind: 'added', text: is },
    ];
  }
  return diffWordsWithSpace(was, is).map((part) => ({
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value,
  }));
}

function listText(items: readonly Record<string, string>[]): string {
  return items
    .map((item) =>
      Object.values(item)
        .filter((value) => value !== '')
        .join(', '),
    )
    .join(' · ');
}
