import { diffArrays, diffWordsWithSpace } from 'diff';
import type { PhotoOrigin } from '../../db/schema/enums.ts';
import { originLabels } from '../richtext/origin-words.ts';
import { plainText } from '../richtext/plain-text.ts';
import type { RichBlock, RichDocument, RichFigure, RichTableRow } from '../richtext/rich-nodes.ts';
import type { Words } from './article-input.ts';
import { detailText } from './detail-text.ts';
import { type DetailName, detailFields } from './kind-details.ts';
import { creditRoleLabels, detailLabels, infoClassLabels, kindLabels } from './labels.ts';

/** A run of words that stayed, came or went. */
export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };
/** One field that differs, in reading order. */
export type FieldChange = { field: string; name: string; pieces: Piece[] };

type Text = [field: string, name: string, before: string, after: string];

/** Past this many characters a word-by-word comparison would keep the server busy; whole texts are shown instead. */
const wordDiffLimit = 20_000;

/**
 * What differs between two versions of an edition's words, by words within a paragraph and
 * by paragraphs within the body. Fields that are equal are left out.
 */
export function compareWords(before: Words, after: Words): FieldChange[] {
  return [...compareFields(before, after), ...bodyChanges(before.body, after.body)];
}

/** The same for everything but the body. */
export function compareFields(before: Words, after: Words): FieldChange[] {
  const texts: Text[] = [
    ['title', 'Judul', before.title, after.title],
    ['lead', 'Teras', before.lead, after.lead],
    ['summary', 'Versi ringkas', before.summary, after.summary],
    ['cover', 'Foto utama', photoText(before.cover), photoText(after.cover)],
    ['kind', 'Jenis', kindLabels[before.kind], kindLabels[after.kind]],
    ['datelinePlace', 'Tempat', before.datelinePlace, after.datelinePlace],
    ['eventDate', 'Tanggal peristiwa', before.eventDate ?? '', after.eventDate ?? ''],
    ['infoClass', 'Kelas informasi', infoClassLabels[before.infoClass], infoClassLabels[after.infoClass]],
    ['credits', 'Kredit', creditsText(before), creditsText(after)],
    ['sources', 'Sumber', listText(before.sources), listText(after.sources)],
    ['attachments', 'Lampiran', attachmentsText(before), attachmentsText(after)],
    ...detailNames(before, after).map(
      (name): Text => [
        `details.${name}`,
        detailLabels[name],
        detailText(before.details, name),
        detailText(after.details, name),
      ],
    ),
    ['regencyCodes', 'Kabupaten/kota', before.regencyCodes.join(', '), after.regencyCodes.join(', ')],
    ['sponsored', 'Advertorial', before.sponsored ? 'ya' : 'tidak', after.sponsored ? 'ya' : 'tidak'],
    ['publicNote', 'Catatan perubahan', before.publicNote, after.publicNote],
  ];
  return texts
    .filter(([, , was, is]) => was !== is)
    .map(([field, name, was, is]) => ({ field, name, pieces: wordPieces(was, is) }));
}

function bodyChanges(before: RichDocument, after: RichDocument): FieldChange[] {
  const was = before.content.flatMap(blockTexts);
  const is = after.content.map(blockTexts);
  // Which block each line belongs to: a note about a row of a table is about the table.
  const blockOf = is.flatMap((texts, block) => texts.map(() => block));
  const changes: FieldChange[] = [];
  let line = 0;
  let gone: string[] = [];
  const tell = (pieces: Piece[]) => changes.push({ field: `body.${blockOf[line] ?? is.length}`, name: 'Isi', pieces });
  const flush = () => {
    for (const text of gone) tell([{ kind: 'removed', text }]);
    gone = [];
  };
  for (const part of diffArrays(was, is.flat())) {
    if (part.removed) {
      gone.push(...part.value);
      continue;
    }
    for (const text of part.value) {
      const former = part.added ? gone.shift() : undefined;
      if (part.added) tell(former === undefined ? [{ kind: 'added', text }] : wordPieces(former, text));
      else flush();
      line += 1;
    }
  }
  flush();
  return changes;
}

/**
 * A block as lines of text, each compared on its own: one, but of galleries, tables, timelines and numbers
 * one for each photo, row, event and number, so that a new row is not a new table.
 */
export function blockTexts(block: RichBlock): string[] {
  switch (block.type) {
    case 'figure':
      return [figureText(block)];
    case 'gallery':
      return [`[Galeri] ${block.attrs?.caption ?? ''}`.trim(), ...block.content.map(figureText)];
    case 'table':
      return [`[Tabel] ${block.attrs.caption}`.trim(), ...block.content.map(rowText)];
    case 'timeline':
      return block.content.map((item) =>
        [`[Lini masa] ${item.attrs.when}`, ...item.content.flatMap(blockTexts)].join(' · '),
      );
    case 'keyNumbers':
      return block.content.map(({ attrs }) =>
        ['[Angka kunci]', attrs.value, attrs.label, attrs.source && `(${attrs.source})`].filter(Boolean).join(' '),
      );
    case 'documentCard': {
      const { title, description, assetHash } = block.attrs;
      return [['[Dokumen]', title, description, fileText(assetHash)].filter(Boolean).join(' · ')];
    }
    case 'relatedArticle':
      return [`[Baca juga] ${block.attrs.title}`];
    case 'agendaEvent': {
      const { title, when, venue } = block.attrs;
      return [['[Agenda]', title, when, venue].filter(Boolean).join(' · ')];
    }
    default:
      return [formedText(block)];
  }
}

function figureText({ attrs }: RichFigure): string {
  return `[Foto] ${photoText({ ...emptyPhoto, ...attrs })}`;
}

function rowText({ content }: RichTableRow): string {
  const isHeader = content.every((cell) => cell.type === 'tableHeader');
  const cells = content.map((cell) =>
    formedText({ type: 'paragraph', ...(cell.content && { content: cell.content }) }),
  );
  return `[${isHeader ? 'Judul kolom' : 'Baris tabel'}] ${cells.join(' | ')}`;
}

/** The words of a block; form that words do not show (links, bold) makes it differ as well. */
function formedText(block: RichBlock): string {
  const words = plainText({ type: 'doc', content: [block] });
  const form = formOf(block);
  return form === '' ? words : `${words} ${form}`;
}

const emptyPhoto = { alt: '', caption: '', credit: '', decorative: false };

function photoText(
  photo: {
    assetHash: string;
    alt: string;
    caption: string;
    credit: string;
    decorative: boolean;
    origin?: PhotoOrigin | undefined;
  } | null,
): string {
  if (photo === null) return '';
  const alt = photo.decorative ? 'dekoratif' : photo.alt;
  const origin = photo.origin === undefined || photo.origin === 'photo' ? '' : originLabels[photo.origin].toLowerCase();
  return [photo.caption, alt, photo.credit, origin, fileText(photo.assetHash)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Which bytes: a file may be replaced without a word changing. */
const fileText = (assetHash: string) => `berkas ${assetHash.slice(0, 8)}`;

/** What a block carries beyond its words, in words: kind, links, marks. */
function formOf(block: RichBlock): string {
  const kind = kindName(block);
  const links = [...JSON.stringify(block).matchAll(/"href":"([^"]*)"/g)].map((match) => `<${match[1]}>`);
  const marks = [...JSON.stringify(block).matchAll(/\{"type":"(bold|italic)"/g)].length;
  return [kind, ...links, ...(marks > 0 ? [`(${marks} penekanan)`] : [])].filter((part) => part !== '').join(' ');
}

function kindName(block: RichBlock): string {
  switch (block.type) {
    case 'heading':
      return `(subjudul ${block.attrs.level})`;
    case 'orderedList':
      return '(daftar bernomor)';
    case 'pullQuote':
      return '(petikan)';
    case 'infoBox':
      return '(kotak informasi)';
    default:
      return '';
  }
}

/** Two texts word by word. */
export function wordPieces(was: string, is: string): Piece[] {
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

/** The details that mean something before or after, each once. */
function detailNames(before: Words, after: Words): DetailName[] {
  return [...new Set([...detailFields[before.kind], ...detailFields[after.kind]])];
}

function attachmentsText({ attachments }: Words): string {
  return attachments.map(({ title, assetHash }) => `${title} (berkas ${assetHash.slice(0, 8)})`).join(' · ');
}

function creditsText({ credits }: Words): string {
  return listText(credits.map((credit) => ({ ...credit, role: creditRoleLabels[credit.role].toLowerCase() })));
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
