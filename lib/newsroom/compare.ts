import type { RichBlock, RichDocument, RichInline, RichListItem } from '../richtext/document.ts';
import type { Words } from './article-input.ts';
import { infoClassLabels, kindLabels } from './labels.ts';
import { longestCommon } from './longest-common.ts';

/** A run of text that both have, or that only one of them has. */
export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** One difference between two versions of the words: a field, or a block of the body. */
export type Change = {
  /** A field of the words, or `body.<n>` with the block's number in the newer words (in the older ones when it was removed). */
  place: string;
  kind: 'added' | 'removed' | 'changed';
  /** Empty when only the form changed: bold, italics, language. */
  pieces: Piece[];
};

/** What the names of things are, for fields that hold ids. */
export type Names = (id: string) => string;

/**
 * What a reader of the newer words would find different, in the order of the page. Everything
 * that is signed is compared, addresses of links and alternative texts too.
 */
export function compareWords(before: Words, after: Words, nameOf: Names = (id) => id): Change[] {
  const older = fieldTexts(before, nameOf);
  const newer = fieldTexts(after, nameOf);
  const fields = Object.keys(newer).flatMap((field) => textChange(field, older[field] ?? '', newer[field] ?? ''));
  const headline = fields.filter(({ place }) => place === 'title' || place === 'lead');
  const rest = fields.filter((change) => !headline.includes(change));
  return [...headline, ...compareBodies(before.body, after.body), ...rest];
}

/** The difference of two texts, word by word. */
export function compareText(before: string, after: string): Piece[] {
  return joined(longestCommon(tokens(before), tokens(after), (token) => token));
}

function textChange(place: string, before: string, after: string): Change[] {
  if (before === after) return [];
  const kind = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
  return [{ place, kind, pieces: compareText(before, after) }];
}

function compareBodies(before: RichDocument, after: RichDocument): Change[] {
  const older = before.content.map((block, at) => ({ at, key: JSON.stringify(block), text: blockText(block) }));
  const newer = after.content.map((block, at) => ({ at, key: JSON.stringify(block), text: blockText(block) }));
  const changes: Change[] = [];
  let removed: typeof older = [];
  let added: typeof newer = [];
  const settle = () => {
    changes.push(...pairedChanges(removed, added));
    removed = [];
    added = [];
  };
  for (const step of longestCommon(older, newer, (block) => block.key)) {
    if (step.kind === 'same') settle();
    else if (step.kind === 'removed') removed.push(step.item);
    else added.push(step.item);
  }
  settle();
  return changes;
}

type BlockAt = { at: number; text: string };

/** Blocks that gave way to others at the same place: shown as one changed block where their words are alike. */
function pairedChanges(removed: BlockAt[], added: BlockAt[]): Change[] {
  const changes: Change[] = [];
  const left = [...removed];
  for (const block of added) {
    const former = left.findIndex((candidate) => areAlike(candidate.text, block.text));
    const [old] = former < 0 ? [] : left.splice(former, 1);
    if (old === undefined) changes.push(whole('added', block));
    else {
      const pieces = old.text === block.text ? [] : compareText(old.text, block.text);
      changes.push({ place: `body.${block.at}`, kind: 'changed', pieces });
    }
  }
  return [...left.map((block) => whole('removed', block)), ...changes];
}

const whole = (kind: 'added' | 'removed', block: BlockAt): Change => ({
  place: `body.${block.at}`,
  kind,
  pieces: [{ kind, text: block.text }],
});

/** Whether at least a third of the longer text stands in the other as well. */
function areAlike(before: string, after: string): boolean {
  if (before === after) return true;
  const shared = compareText(before, after)
    .filter((piece) => piece.kind === 'same')
    .reduce((length, piece) => length + piece.text.trim().length, 0);
  return shared * 3 >= Math.max(before.length, after.length);
}

function tokens(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+(?:[-.’'][\p{L}\p{N}]+)*|[^\s]/gu) ?? [];
}

function joined(steps: { kind: Piece['kind']; item: string }[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { kind, item } of steps) {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += item;
    else pieces.push({ kind, text: item });
  }
  return pieces;
}

/** Everything but the body as text a person can compare, by field. */
function fieldTexts(words: Words, nameOf: Names): Record<string, string> {
  const { cover } = words;
  const lines = (list: readonly string[]) => list.filter((line) => line !== '').join('\n');
  const listed = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
  return {
    title: words.title,
    lead: words.lead,
    summary: words.summary,
    publicNote: words.publicNote,
    kind: kindLabels[words.kind],
    cover:
      cover === null
        ? ''
        : photoText(
            cover,
            `${cover.assetHash.slice(0, 8)}, titik fokus ${percent(cover.focal.x)} ${percent(cover.focal.y)}`,
          ),
    datelinePlace: words.datelinePlace,
    eventDate: words.eventDate ?? '',
    infoClass: infoClassLabels[words.infoClass],
    sectionId: words.sectionId === null ? '' : nameOf(words.sectionId),
    topicIds: lines(words.topicIds.map(nameOf)),
    regencyCodes: lines(words.regencyCodes.map(nameOf)),
    jointAgencyIds: lines(words.jointAgencyIds.map(nameOf)),
    credits: lines(words.credits.map(({ name, initials, role, unit }) => listed([name, initials, role, unit]))),
    sources: lines(words.sources.map(({ name, detail }) => listed([name, detail]))),
    attachments: lines(words.attachments.map(({ title, assetHash }) => `${title} (${assetHash.slice(0, 8)})`)),
    relatedIds: lines(words.relatedIds.map(nameOf)),
    sponsored: words.sponsored ? 'Advertorial' : '',
  };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

function photoText(
  photo: { alt?: string; decorative?: boolean; caption?: string; credit?: string },
  which: string,
): string {
  const alt = photo.decorative ? 'dekoratif' : `teks alternatif “${photo.alt ?? ''}”`;
  return `Foto ${which}; ${alt}; keterangan “${photo.caption ?? ''}”; kredit “${photo.credit ?? ''}”`;
}

function blockText(block: RichBlock | RichListItem): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'quote': {
      const { speaker = '', speakerRole = '' } = block.attrs ?? {};
      const by = [speaker, speakerRole].filter((part) => part !== '').join(', ');
      return by === '' ? inlineText(block.content) : `${inlineText(block.content)}\n— ${by}`;
    }
    case 'figure':
      return photoText(block.attrs, block.attrs.assetHash.slice(0, 8));
    case 'bulletList':
      return block.content.map((item) => `• ${blockText(item)}`).join('\n');
    case 'orderedList': {
      const start = block.attrs?.start ?? 1;
      return block.content.map((item, index) => `${start + index}. ${blockText(item)}`).join('\n');
    }
    case 'listItem':
      return block.content.map(blockText).join('\n');
  }
}

function inlineText(nodes: readonly RichInline[] = []): string {
  return nodes
    .map((node) => {
      if (node.type !== 'text') return '\n';
      const link = node.marks?.find((mark) => mark.type === 'link');
      return link === undefined ? node.text : `${node.text} ⟨${link.attrs.href}⟩`;
    })
    .join('');
}
