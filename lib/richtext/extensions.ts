import type { Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { attributeCheck } from './attribute-check.ts';
import { headingAttributes, italicAttributes, linkAttributes, orderedListAttributes } from './attributes.ts';
import { DocumentCard } from './document-card.ts';
import { Figure } from './figure.ts';
import { Gallery } from './gallery.ts';
import { InfoBox } from './info-box.ts';
import { KeyNumber, KeyNumbers } from './key-numbers.ts';
import { foreignLanguage } from './languages.ts';
import { AgendaEvent, RelatedArticle } from './linked-articles.ts';
import { checkLink } from './links.ts';
import { PullQuote } from './pull-quote.ts';
import { Quote } from './quote.ts';
import { PlainTable, PlainTableCell, PlainTableHeader, PlainTableRow } from './table.ts';
import { Timeline, TimelineItem } from './timeline.ts';

const Subhead = Heading.extend({
  addAttributes() {
    return {
      level: {
        isRequired: true,
        rendered: false,
        // The tag says the level; an attribute of this name in pasted HTML would break the paste.
        parseHTML: () => null,
        validate: attributeCheck(headingAttributes.shape.level),
      },
    };
  },
  parseHTML() {
    return [
      { tag: 'h1', attrs: { level: 2 } },
      { tag: 'h2', attrs: { level: 2 } },
      { tag: 'h3', attrs: { level: 3 } },
      { tag: 'h4', attrs: { level: 3 } },
      { tag: 'h5', attrs: { level: 3 } },
      { tag: 'h6', attrs: { level: 3 } },
    ];
  },
}).configure({ levels: [2, 3] });

const NumberedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        validate: attributeCheck(orderedListAttributes.shape.start),
        parseHTML: (element: HTMLElement) => {
          const start = orderedListAttributes.shape.start.safeParse(Number(element.getAttribute('start') ?? 1));
          return start.success ? start.data : 1;
        },
      },
    };
  },
});

const PlainListItem = ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' });

const ItalicWithLanguage = Italic.extend({
  addAttributes() {
    return {
      lang: {
        default: null,
        validate: attributeCheck(italicAttributes.shape.lang),
        parseHTML: (element: HTMLElement) => foreignLanguage(element.getAttribute('lang')) ?? null,
        renderHTML: ({ lang }: Record<string, unknown>) => (typeof lang === 'string' ? { lang } : {}),
      },
    };
  },
});

const CheckedLink = Link.extend({
  // Words typed right after a link do not become part of it.
  inclusive: false,
  addAttributes() {
    return {
      href: {
        isRequired: true,
        validate: attributeCheck(linkAttributes.shape.href),
        parseHTML: (element: HTMLElement) => {
          const link = checkLink(element.getAttribute('href') ?? '');
          return link.ok ? link.href : null;
        },
      },
    };
  },
}).configure({
  autolink: true,
  linkOnPaste: true,
  openOnClick: false,
  defaultProtocol: 'https',
  HTMLAttributes: { target: null, rel: null },
  isAllowedUri: (address) => checkLink(address).ok,
  // Only what plainly is an address: "selesai.Si" is a missing space, not a site in Slovenia.
  shouldAutoLink: (address) => /^https?:\/\//i.test(address) && checkLink(address).ok,
});

/** The blocks an editor may draw in its own way. */
type DrawnBlocks = {
  quote: typeof Quote;
  figure: typeof Figure;
  gallery: typeof Gallery;
  table: typeof PlainTable;
  pullQuote: typeof PullQuote;
  infoBox: typeof InfoBox;
  timeline: typeof Timeline;
  timelineItem: typeof TimelineItem;
  keyNumbers: typeof KeyNumbers;
  keyNumber: typeof KeyNumber;
  documentCard: typeof DocumentCard;
  relatedArticle: typeof RelatedArticle;
  agendaEvent: typeof AgendaEvent;
};

/**
 * Everything an article's body may hold: the one list for editor, validator and renderer.
 *
 * The editor passes its own blocks, made from ours with `.extend({ addNodeView })`, and adds
 * behaviour that leaves the schema alone (undo, drop cursor, placeholder) beside the list.
 */
export function richTextExtensions(drawn: Partial<DrawnBlocks> = {}): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    HardBreak,
    Subhead,
    BulletList,
    NumberedList,
    PlainListItem,
    drawn.quote ?? Quote,
    drawn.figure ?? Figure,
    drawn.gallery ?? Gallery,
    drawn.table ?? PlainTable,
    PlainTableRow,
    PlainTableHeader,
    PlainTableCell,
    drawn.pullQuote ?? PullQuote,
    drawn.infoBox ?? InfoBox,
    drawn.timeline ?? Timeline,
    drawn.timelineItem ?? TimelineItem,
    drawn.keyNumbers ?? KeyNumbers,
    drawn.keyNumber ?? KeyNumber,
    drawn.documentCard ?? DocumentCard,
    drawn.relatedArticle ?? RelatedArticle,
    drawn.agendaEvent ?? AgendaEvent,
    CheckedLink,
    Bold,
    ItalicWithLanguage,
  ];
}
