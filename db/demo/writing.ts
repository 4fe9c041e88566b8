import type { KindDetails } from '#lib/newsroom/kind-details.ts';
import type { ForeignLanguage } from '#lib/richtext/languages.ts';
import type {
  RichAgendaEvent,
  RichBlock,
  RichDocumentCard,
  RichFigure,
  RichGallery,
  RichInfoBox,
  RichInline,
  RichList,
  RichListItem,
  RichMark,
  RichParagraph,
  RichRelatedArticle,
  RichTable,
} from '#lib/richtext/rich-nodes.ts';
import type { ArticleKind, FastLaneReason, InfoClass, Priority, ReturnReason } from '../schema/enums.ts';
import type { AgencyKey, RegencyCode, SectionKey, TopicKey } from './agencies.ts';
import type { Calendar } from './calendar.ts';
import type { DocumentKey } from './documents/make-document.ts';
import type { PersonKey } from './people.ts';
import type { PictureKey } from './pictures/draw-picture.ts';

/** A picture and the words that go with it in one place. */
export type DemoPicture = { picture: PictureKey; alt: string; caption: string; credit: string };

/** A block of a body; pictures and documents get their assets when they are uploaded. */
export type DemoBlock =
  | Exclude<RichBlock, RichFigure | RichGallery | RichDocumentCard | RichRelatedArticle | RichAgendaEvent>
  | ({ type: 'picture' } & DemoPicture)
  | { type: 'pictures'; caption: string; pictures: readonly DemoPicture[] }
  | { type: 'document'; document: DocumentKey; title: string; description: string }
  /** Another article or event of the demo, live before this one is begun. */
  | { type: 'related' | 'event'; article: string };

/** The words of an article before its pictures are uploaded. */
export type DemoText = {
  title: string;
  lead: string;
  summary: string;
  body: readonly DemoBlock[];
  cover: DemoPicture | null;
  datelinePlace: string;
  eventDate?: string;
  sources: readonly { name: string; detail: string }[];
  /** What only this kind has: dates, contact, speaker. */
  details?: KindDetails;
  attachments?: readonly { document: DocumentKey; title: string }[];
};

/** How far an article has come, and on which road. */
export type DemoStory =
  | { to: 'draft' | 'submitted' | 'verified' | 'in_editing' | 'discarded' }
  | { to: 'returned' | 'rejected'; reasonCode: ReturnReason; note: string }
  /** The editor's wording; the writer has yet to agree. */
  | { to: 'awaiting_confirmation'; edited: Partial<DemoText> }
  /** With `edited`, the editor changed it and the writer agreed before it went out. */
  | { to: 'published'; edited?: Partial<DemoText> }
  | { to: 'fast_lane'; fastLaneReason: FastLaneReason; reason: string; reviewed: boolean }
  /** Approved before its embargo ends; the system publishes it then. */
  | { to: 'embargoed' }
  /** Approved for a time to come, on the next working day at eight. */
  | { to: 'scheduled' }
  | {
      to: 'corrected';
      change: 'correction' | 'right_of_reply';
      daysLater: number;
      publicNote: string;
      corrected: Partial<DemoText>;
    }
  | { to: 'reopened'; publicNote: string; started: Partial<DemoText> }
  | { to: 'retracted'; reason: string };

type DemoWords = { place: 'title' | 'lead' | 'body'; quote: string };

/** What somebody says about an article while it is worked on. */
export type DemoRemark = {
  by: PersonKey;
  /** Minutes after the article reached its state. */
  after: number;
} & (
  | { say: string; about?: DemoWords; mentions?: readonly PersonKey[] }
  /** Said to the first remark. */
  | { reply: string }
  | { suggest: string; about: DemoWords; note: string }
);

/** One article of the demo. */
export type DemoArticle = {
  key: string;
  kind: Exclude<ArticleKind, 'banner'>;
  agency: AgencyKey;
  writer: PersonKey;
  /** Lasting pages stand in none. */
  section: SectionKey | null;
  topics: readonly TopicKey[];
  regencies: readonly RegencyCode[];
  infoClass: Exclude<InfoClass, 'exempt'>;
  /** Agencies that publish it together with its own. */
  joint?: readonly AgencyKey[];
  /** Paid for, and labelled so wherever it shows. */
  sponsored?: true;
  /** When it reached its state: days and time of day in WITA, or minutes before the filling. */
  when: { daysAgo: number; at: `${number}.${number}` } | { minutesAgo: number };
  story: DemoStory;
  /** Keys of articles named beside it once it is live. */
  related?: readonly string[];
  /** Another address given to it after publication; the first one leads there. */
  newSlug?: string;
  /** Known, until it is published, to its writer and these people alone. */
  confidedTo?: readonly PersonKey[];
  /** Given to an editor by the managing editor, with a day and an hour. */
  assigned?: { to: PersonKey; priority: Priority; due: { workdays: number; at: `${number}.${number}` }; note: string };
  /** The journalist, by name, who may read it before its embargo ends. */
  letsIn?: string;
  /** What is said of it, in order. */
  remarks?: readonly DemoRemark[];
  /** Written as beginners write: what the checks have to find in it, by rule. */
  faults?: readonly string[];
  /** Stays at the top of the front page for so many days. */
  pinnedDays?: number;
  /** The words, with dates around the day in `when`. */
  write: (calendar: Calendar) => DemoText;
};

/** What every generated picture is credited with. */
export const pictureCredit = 'Ilustrasi: Ruang Warta (contoh)';

/** A picture with the usual credit. */
export function shot(picture: PictureKey, alt: string, caption: string): DemoPicture {
  return { picture, alt, caption, credit: pictureCredit };
}

type Piece = string | RichInline;

const marked = (text: string, mark: RichMark): RichInline => ({ type: 'text', text, marks: [mark] });

/** Words that carry weight. */
export const bold = (text: string): RichInline => marked(text, { type: 'bold' });
/** Foreign words, with their language. */
export const foreign = (text: string, lang: ForeignLanguage = 'en'): RichInline =>
  marked(text, { type: 'italic', attrs: { lang } });
/** A title of a book or a rule, in italics. */
export const titled = (text: string): RichInline => marked(text, { type: 'italic' });
/** A link. Addresses of the demo lead to contoh.example only. */
export const link = (text: string, href: `https://contoh.example/${string}` | `/${string}`): RichInline =>
  marked(text, { type: 'link', attrs: { href } });

const inline = (pieces: readonly Piece[]): RichInline[] =>
  pieces.map((piece) => (typeof piece === 'string' ? { type: 'text', text: piece } : piece));

/** A paragraph. */
export const p = (...pieces: Piece[]): RichParagraph => ({ type: 'paragraph', content: inline(pieces) });
/** A subhead. */
export const h = (text: string): DemoBlock => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
});
/** A smaller subhead. */
export const h3 = (text: string): DemoBlock => ({
  type: 'heading',
  attrs: { level: 3 },
  content: [{ type: 'text', text }],
});

const item = (pieces: Piece | readonly Piece[]): RichListItem => ({
  type: 'listItem',
  content: [{ type: 'paragraph', content: inline(Array.isArray(pieces) ? pieces : [pieces]) }],
});

/** A list of points. */
export const ul = (...items: (Piece | readonly Piece[])[]): RichList => ({
  type: 'bulletList',
  content: items.map(item),
});
/** A list of steps. */
export const ol = (...items: (Piece | readonly Piece[])[]): RichList => ({
  type: 'orderedList',
  content: items.map(item),
});
/** Somebody's words, set in quotation marks. */
export const quote = (speaker: string, speakerRole: string, ...pieces: Piece[]): DemoBlock => ({
  type: 'quote',
  attrs: { speaker, speakerRole },
  content: inline(['“', ...pieces, '”']),
});
/** A picture between paragraphs. */
export const figure = (picture: PictureKey, alt: string, caption: string): DemoBlock => ({
  type: 'picture',
  ...shot(picture, alt, caption),
});
/** Several pictures in a row. */
export const gallery = (caption: string, ...pictures: DemoPicture[]): DemoBlock => ({
  type: 'pictures',
  caption,
  pictures,
});
/** A table; the first row names the columns. */
export const table = (caption: string, columns: readonly string[], ...rows: (readonly string[])[]): RichTable => ({
  type: 'table',
  attrs: { caption },
  content: [
    { type: 'tableRow', content: columns.map((text) => ({ type: 'tableHeader', content: inline([text]) })) },
    ...rows.map((row) => ({
      type: 'tableRow' as const,
      content: row.map((text) => ({ type: 'tableCell' as const, content: inline([text]) })),
    })),
  ],
});
/** A sentence of the text said again, large. */
export const pullQuote = (text: string, by?: string): DemoBlock => ({
  type: 'pullQuote',
  ...(by === undefined ? {} : { attrs: { by } }),
  content: inline([text]),
});
/** A box beside the text. */
export const infoBox = (title: string, ...content: RichInfoBox['content']): RichInfoBox => ({
  type: 'infoBox',
  attrs: { title },
  content,
});
/** The four questions of a policy, answered. */
export const policy = (answers: { change: string; forWhom: string; since: string; askAt: string }): RichInfoBox =>
  infoBox(
    'Inti kebijakan',
    ul(
      [bold('Apa yang berubah:'), ` ${answers.change}`],
      [bold('Untuk siapa:'), ` ${answers.forWhom}`],
      [bold('Mulai kapan:'), ` ${answers.since}`],
      [bold('Ke mana bertanya:'), ` ${answers.askAt}`],
    ),
  );
/** What happened when. */
export const timeline = (...items: { when: string; what: string }[]): DemoBlock => ({
  type: 'timeline',
  content: items.map(({ when, what }) => ({ type: 'timelineItem', attrs: { when }, content: [p(what)] })),
});
/** The few numbers a text turns on. In the demo each says that it is an example. */
export const keyNumbers = (...numbers: { value: string; label: string; source: string }[]): DemoBlock => ({
  type: 'keyNumbers',
  content: numbers.map((attrs) => ({ type: 'keyNumber', attrs })),
});
/** A document to be fetched, where the text speaks of it. */
export const documentCard = (document: DocumentKey, title: string, description: string): DemoBlock => ({
  type: 'document',
  document,
  title,
  description,
});
/** “Baca juga” another article of the demo. */
export const related = (article: string): DemoBlock => ({ type: 'related', article });
/** An event of the agenda, where the text speaks of it. */
export const event = (article: string): DemoBlock => ({ type: 'event', article });
