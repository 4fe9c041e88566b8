import type { AssetId } from '../ids.ts';
import type { CheckedPhoto, Manuscript, Piece, PieceRole, Span } from '../language/manuscript.ts';
import { figuresOf } from '../richtext/document.ts';
import type { RichBlock, RichInline, RichListItem, RichTableCell } from '../richtext/rich-nodes.ts';
import type { Words } from './article-input.ts';
import type { DetailName } from './kind-details.ts';
import { wordsOfKind } from './kind-words.ts';

/** What the media library knows of a photo that its words do not say. */
export type PhotoFacts = Pick<CheckedPhoto, 'showsChild' | 'hasConsent' | 'rightsUntil'>;

/** What checks need to know beside the words. */
export type ManuscriptFacts = {
  /** Names of regencies and cities by their code. */
  regencyNames: ReadonlyMap<string, string>;
  photoFacts: (asset: AssetId) => PhotoFacts | undefined;
};

/**
 * The words of an edition as checks read them, in reading order. Places are those of issues:
 * a field, `details.<name>`, `sources.<n>`, or the path of a block of text (`body.3`, `body.3.0.1`).
 */
export function manuscriptOf(written: Words, { regencyNames, photoFacts }: ManuscriptFacts): Manuscript {
  const words = wordsOfKind(written);
  const { cover } = words;
  const photos = [
    ...(cover === null ? [] : [{ place: 'cover', ...cover }]),
    ...figuresOf(words.body).map((figure) => ({ ...figure, place: `body.${figure.place}` })),
  ];
  return {
    kind: words.kind,
    pieces: piecesOf(words).filter(({ text }) => text.trim() !== ''),
    photos: photos.map(({ place, assetId, alt, decorative, caption, credit }) => ({
      ...{ place, alt, decorative, caption, credit },
      ...photoFacts(assetId),
    })),
    datelinePlace: words.datelinePlace,
    eventDate: words.eventDate,
    regencies: words.regencyCodes.flatMap((code) => regencyNames.get(code) ?? []),
    sponsored: words.sponsored,
    sourceCount: words.sources.length,
    venue: words.details.venue ?? '',
  };
}

function piecesOf(words: Words): Piece[] {
  const { cover } = words;
  return [
    field('title', 'title', words.title),
    field('lead', 'lead', words.lead),
    field('summary', 'summary', words.summary),
    ...(cover === null ? [] : photoPieces('cover', cover)),
    ...words.body.content.flatMap((block, at) => blockPieces(block, `body.${at}`)),
    ...detailPieces(words),
    ...words.attachments.map(({ title }, at) => attribute(`attachments.${at}`, 'title', 'document_title', title)),
    ...words.sources.flatMap(({ name, detail }, at) => [
      attribute(`sources.${at}`, 'name', 'source', name),
      attribute(`sources.${at}`, 'detail', 'source', detail),
    ]),
    ...words.credits.map(({ name }, at) => attribute(`credits.${at}`, 'name', 'byline', name)),
    field('publicNote', 'note', words.publicNote),
  ];
}

/** How to reach the contact person is there to be read: it is no slip that gives somebody away. */
const textDetails: readonly DetailName[] = [
  ...(['occasion', 'venue', 'speaker', 'speakerRole', 'contactName', 'textAlternative'] as const),
];

const detailRoles: Readonly<Partial<Record<DetailName, PieceRole>>> = {
  speaker: 'speaker',
  speakerRole: 'speaker_role',
  contactName: 'byline',
};

function detailPieces({ details }: Words): Piece[] {
  return textDetails.map((name) => field(`details.${name}`, detailRoles[name] ?? 'detail', details[name] ?? ''));
}

function photoPieces(place: string, photo: { alt?: string; caption?: string; credit?: string }): Piece[] {
  return (['alt', 'caption', 'credit'] as const).map((part) => attribute(place, part, part, photo[part]));
}

function blockPieces(block: RichBlock | RichListItem, place: string): Piece[] {
  switch (block.type) {
    case 'paragraph':
      return [run(place, 'paragraph', block.content)];
    case 'heading':
      return [run(place, 'subhead', block.content)];
    case 'quote':
      return [
        run(place, 'quote', block.content),
        attribute(place, 'speaker', 'speaker', block.attrs?.speaker),
        attribute(place, 'speakerRole', 'speaker_role', block.attrs?.speakerRole),
      ];
    case 'pullQuote':
      return [run(place, 'pull_quote', block.content), attribute(place, 'by', 'speaker', block.attrs?.by)];
    case 'figure':
      return photoPieces(place, block.attrs);
    case 'gallery':
      return [attribute(place, 'caption', 'caption', block.attrs?.caption), ...inside(block.content, place)];
    case 'bulletList':
    case 'orderedList':
      return inside(block.content, place).map((piece) => asListItem(piece));
    case 'listItem':
      return inside(block.content, place);
    case 'infoBox':
      return [attribute(place, 'title', 'box_title', block.attrs?.title), ...inside(block.content, place)];
    case 'timeline':
      return block.content.flatMap((item, at) => [
        attribute(`${place}.${at}`, 'when', 'moment', item.attrs.when),
        ...inside(item.content, `${place}.${at}`),
      ]);
    case 'table':
      return [
        attribute(place, 'caption', 'table_caption', block.attrs.caption),
        ...block.content.flatMap((row, at) => row.content.map((cell, column) => cellPiece(cell, place, at, column))),
      ];
    case 'keyNumbers':
      return block.content.flatMap(({ attrs }, at) =>
        (['value', 'label', 'source'] as const).map((part) =>
          attribute(`${place}.${at}`, part, 'key_number', attrs[part]),
        ),
      );
    case 'documentCard':
      return [
        attribute(place, 'title', 'document_title', block.attrs.title),
        attribute(place, 'description', 'document_title', block.attrs.description),
      ];
    case 'relatedArticle':
    case 'agendaEvent':
      // Another article's words, which are checked where they are written.
      return [];
  }
}

function inside(blocks: readonly (RichBlock | RichListItem)[], place: string): Piece[] {
  return blocks.flatMap((block, at) => blockPieces(block, `${place}.${at}`));
}

function cellPiece(cell: RichTableCell, place: string, row: number, column: number): Piece {
  return run(`${place}.${row}.${column}`, 'table_cell', cell.content);
}

function asListItem(piece: Piece): Piece {
  return piece.role === 'paragraph' ? { ...piece, role: 'list_item' } : piece;
}

function field(place: string, role: PieceRole, text: string): Piece {
  return { place, part: '', role, text, links: [], italics: [] };
}

function attribute(place: string, part: string, role: PieceRole, text = ''): Piece {
  return { place, part, role, text, links: [], italics: [] };
}

/** Words with their marks; a line break counts as one character, as it does in the editor. */
function run(place: string, role: PieceRole, content: readonly RichInline[] = []): Piece {
  let text = '';
  const links: (Span & { href: string })[] = [];
  const italics: Span[] = [];
  for (const inline of content) {
    const start = text.length;
    text += inline.type === 'text' ? inline.text : '\n';
    const span = { start, end: text.length };
    for (const mark of inline.type === 'text' ? (inline.marks ?? []) : []) {
      if (mark.type === 'link') links.push({ ...span, href: mark.attrs.href });
      if (mark.type === 'italic') italics.push(span);
    }
  }
  return { place, part: '', role, text, links, italics };
}
