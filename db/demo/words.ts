import { type Words, type WordsInput, wordsInput } from '#lib/newsroom/article-input.ts';
import { demoAgencies } from './agencies.ts';
import type { DocumentKey } from './documents/make-document.ts';
import { demoAccounts } from './people.ts';
import type { PictureKey } from './pictures/draw-picture.ts';
import type { DemoArticle, DemoBlock, DemoPicture, DemoText } from './writing.ts';

type Asset = { assetId: string; assetHash: string };

/** Where an article of the demo stands, and the assets its pictures and documents became. */
export type DemoPlacement = {
  sectionId: string | null;
  topicIds: readonly string[];
  jointAgencyIds: readonly string[];
  asset: (picture: PictureKey) => Asset;
  document: (document: DocumentKey) => Asset;
  article: (key: string) => { articleId: string; title: string; when?: string; venue?: string };
};

/**
 * The words of an article as the editor would send them, checked by the same rule.
 *
 * @throws ZodError when a text breaks a limit or names an unknown node: a mistake in the demo
 */
export function wordsOf(article: DemoArticle, text: DemoText, placement: DemoPlacement): Words {
  const { cover } = text;
  const input: WordsInput = {
    kind: article.kind,
    title: text.title,
    lead: text.lead,
    summary: text.summary,
    body: { type: 'doc', content: text.body.map((block) => withAsset(block, placement)) },
    cover:
      cover === null
        ? null
        : {
            ...placement.asset(cover.picture),
            alt: cover.alt,
            decorative: false,
            caption: cover.caption,
            credit: cover.credit,
            focal: { x: 0.5, y: 0.5 },
          },
    credits: [creditOf(article)],
    sources: text.sources.map((source) => ({ ...source })),
    attachments: (text.attachments ?? []).map(({ document, title }) => ({ ...placement.document(document), title })),
    details: { ...text.details },
    jointAgencyIds: [...placement.jointAgencyIds],
    sponsored: article.sponsored ?? false,
    datelinePlace: text.datelinePlace,
    eventDate: text.eventDate ?? null,
    regencyCodes: [...article.regencies],
    infoClass: article.infoClass,
    publicNote: '',
    sectionId: placement.sectionId,
    topicIds: [...placement.topicIds],
    relatedIds: [],
  };
  return wordsInput.parse(input);
}

function withAsset(block: DemoBlock, placement: DemoPlacement): unknown {
  switch (block.type) {
    case 'picture':
      return figureOf(block, placement);
    case 'pictures': {
      const content = block.pictures.map((picture) => figureOf(picture, placement));
      return { type: 'gallery', attrs: { caption: block.caption }, content };
    }
    case 'document': {
      const { document, title, description } = block;
      return { type: 'documentCard', attrs: { ...placement.document(document), title, description } };
    }
    case 'related': {
      const { articleId, title } = placement.article(block.article);
      return { type: 'relatedArticle', attrs: { articleId, title } };
    }
    case 'event':
      return { type: 'agendaEvent', attrs: placement.article(block.article) };
    default:
      return block;
  }
}

function figureOf({ alt, caption, credit, picture }: DemoPicture, placement: DemoPlacement): unknown {
  return { type: 'figure', attrs: { ...placement.asset(picture), alt, caption, credit } };
}

function creditOf(article: DemoArticle): WordsInput['credits'][number] {
  const writer = demoAccounts.find(({ key }) => key === article.writer);
  const agency = demoAgencies.find(({ key }) => key === article.agency);
  if (writer === undefined || agency === undefined) throw new Error(`Nobody writes ${article.key}.`);
  return { name: writer.name, initials: writer.initials, role: 'writer', unit: agency.shortName };
}

/** The pictures an article shows, cover first. */
export function picturesOf(text: DemoText): PictureKey[] {
  const inBody = text.body.flatMap((block) => {
    if (block.type === 'pictures') return block.pictures.map(({ picture }) => picture);
    return block.type === 'picture' ? [block.picture] : [];
  });
  return [...new Set(text.cover === null ? inBody : [text.cover.picture, ...inBody])];
}

/** The documents an article offers. */
export function documentsOf(text: DemoText): DocumentKey[] {
  const inBody = text.body.flatMap((block) => (block.type === 'document' ? [block.document] : []));
  return [...new Set([...inBody, ...(text.attachments ?? []).map(({ document }) => document)])];
}

/** The articles and events a body names, by their keys. */
export function namedIn(text: DemoText): string[] {
  return text.body.flatMap((block) => (block.type === 'related' || block.type === 'event' ? [block.article] : []));
}
