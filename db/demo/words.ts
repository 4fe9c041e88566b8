import { type Words, type WordsInput, wordsInput } from '#lib/newsroom/article-input.ts';
import { demoAgencies } from './agencies.ts';
import { demoAccounts } from './people.ts';
import type { PictureKey } from './pictures/draw-picture.ts';
import type { DemoArticle, DemoBlock, DemoText } from './writing.ts';

/** Where an article of the demo stands, and the assets its pictures became. */
export type DemoPlacement = {
  sectionId: string;
  topicIds: readonly string[];
  asset: (picture: PictureKey) => { assetId: string; assetHash: string };
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
    attachments: [],
    details: {},
    jointAgencyIds: [],
    sponsored: false,
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
  if (block.type !== 'picture') return block;
  const { alt, caption, credit, picture } = block;
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
  const inBody = text.body.flatMap((block) => (block.type === 'picture' ? [block.picture] : []));
  return [...new Set(text.cover === null ? inBody : [text.cover.picture, ...inBody])];
}
