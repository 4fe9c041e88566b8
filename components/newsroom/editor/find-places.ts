import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { replaceAll } from 'prosemirror-search';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { ATTRIBUTE_TEXT_LIMIT } from '#lib/richtext/attributes.ts';
import type { DraftWords } from './draft-words.ts';

/** What somebody looks for. */
export type Sought = { words: string; isExact: boolean };

/** A place of the article in which it stands, and how often. `place` as `goToPlace` takes it. */
export type FoundPlace = { place: string; label: string; count: number };

/** Where it stands outside the running text, in reading order; places without it are left out. */
export function placesBesideText(words: DraftWords, doc: Node, sought: Sought): FoundPlace[] {
  const inFields = fieldsOf(words).map(({ place, label, text }) => ({ place, label, count: countIn(text, sought) }));
  const attributes = attributesWith(doc, sought);
  const count = attributes.reduce((sum, one) => sum + one.count, 0);
  const place = `body.${attributes[0]?.path.join('.') ?? ''}`;
  return [...inFields, { place, label: 'Keterangan di dalam isi', count }].filter((found) => found.count > 0);
}

/** Other words everywhere: how many, the fields that change, one step for the text, and what would become too long. */
export type Replacement = {
  count: number;
  changes: Partial<DraftWords>;
  transaction: Transaction;
  tooLong: string[];
};

/**
 * Other words in their place everywhere. In the text they follow the search that the state holds; with the
 * captions in it they are one step, so that one undo brings all of it back.
 */
export function replacement(state: EditorState, words: DraftWords, sought: Sought, instead: string): Replacement {
  const tooLong: string[] = [];
  let count = 0;
  let next = words;
  for (const { label, most, put, ...field } of fieldsOf(words)) {
    const hits = countIn(field.text, sought);
    const text = hits === 0 ? field.text : replacedIn(field.text, sought, instead);
    if (hits > 0 && text.length > most) tooLong.push(label);
    else if (hits > 0) {
      next = { ...next, ...put(next, text) };
      count += hits;
    }
  }
  const { title, lead, summary, cover } = next;
  const changes = count === 0 ? {} : { title, lead, summary, cover };
  const made: Transaction[] = [];
  replaceAll(state, (transaction) => made.push(transaction));
  const transaction = made[0] ?? state.tr;
  count += transaction.steps.length;
  for (const { position, name, text, count: hits } of attributesWith(state.doc, sought)) {
    const exchanged = replacedIn(text, sought, instead);
    if (exchanged.length > ATTRIBUTE_TEXT_LIMIT) tooLong.push('Keterangan di dalam isi');
    else {
      transaction.setNodeAttribute(transaction.mapping.map(position), name, exchanged);
      count += hits;
    }
  }
  return { count, changes, transaction, tooLong };
}

type Field = {
  place: string;
  label: string;
  text: string;
  most: number;
  put: (words: DraftWords, text: string) => Partial<DraftWords>;
};

function fieldsOf({ title, lead, summary, cover }: DraftWords): Field[] {
  const ofCover = (part: 'alt' | 'caption' | 'credit', label: string): Field[] =>
    cover === null
      ? []
      : [
          {
            ...{ place: 'cover', label, text: cover[part], most: fieldLimits[part] },
            put: (words, text) => ({ cover: words.cover && { ...words.cover, [part]: text } }),
          },
        ];
  return [
    { place: 'title', label: 'Judul', text: title, most: fieldLimits.title, put: (_, text) => ({ title: text }) },
    { place: 'lead', label: 'Teras', text: lead, most: fieldLimits.lead, put: (_, text) => ({ lead: text }) },
    {
      ...{ place: 'summary', label: 'Versi Ringkas', text: summary, most: fieldLimits.summary },
      put: (_, text) => ({ summary: text }),
    },
    ...ofCover('alt', 'Teks alternatif foto utama'),
    ...ofCover('caption', 'Keterangan foto utama'),
    ...ofCover('credit', 'Kredit foto utama'),
  ];
}

/** The words a block carries beside its text, by the name of the block. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  figure: ['alt', 'caption', 'credit'],
  gallery: ['caption'],
  quote: ['speaker', 'speakerRole'],
  pullQuote: ['by'],
  table: ['caption'],
  infoBox: ['title'],
  timelineItem: ['when'],
  keyNumber: ['value', 'label', 'source'],
  documentCard: ['title', 'description'],
};

type FoundAttribute = { position: number; name: string; text: string; count: number; path: number[] };

function attributesWith(doc: Node, sought: Sought): FoundAttribute[] {
  const found: FoundAttribute[] = [];
  doc.descendants((node, position) => {
    for (const name of attributes[node.type.name] ?? []) {
      const text: unknown = node.attrs[name];
      const count = typeof text === 'string' ? countIn(text, sought) : 0;
      if (typeof text === 'string' && count > 0)
        found.push({ position, name, text, count, path: pathTo(doc, position) });
    }
  });
  return found;
}

/** The block of the text around a position. */
const pathTo = (doc: Node, position: number): number[] => {
  const at = doc.resolve(position);
  return Array.from({ length: at.depth + 1 }, (_, depth) => at.index(depth));
};

function countIn(text: string, sought: Sought): number {
  return sought.words === '' ? 0 : [...text.matchAll(patternOf(sought))].length;
}

// By a function: in a string `$&` would mean what was found.
const replacedIn = (text: string, sought: Sought, instead: string) => text.replace(patternOf(sought), () => instead);

const patternOf = ({ words, isExact }: Sought) =>
  new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), isExact ? 'gu' : 'giu');
