import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import sharp from 'sharp';
import { database, transaction } from '#db/client.ts';
import { demoArticles } from '#db/demo/articles/all-articles.ts';
import { calendarAround } from '#db/demo/calendar.ts';
import { demoAccounts, type PersonKey } from '#db/demo/people.ts';
import { agencies, articles, assets, editions, users } from '#db/schema/index.ts';
import { type Actor, loadActor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import type { AgencyId, ArticleId } from '#lib/ids.ts';
import { ingestPhoto } from '#lib/media/ingest.ts';
import { emptyWords, type Words } from '#lib/newsroom/article-input.ts';
import { type Begun, createArticle, saveWords } from '#lib/newsroom/drafting.ts';
import { hashOfRow, wordsOf } from '#lib/newsroom/edition-record.ts';
import { keepTyping } from '#lib/newsroom/history.ts';
import { inlineText, wordCount } from '#lib/richtext/plain-text.ts';
import type { RichBlock, RichFigure, RichGallery } from '#lib/richtext/rich-nodes.ts';

/** How large an article may be and stay usable. */
export const large = { words: 20_000, photos: 200, revisions: 5_000 } as const;

/** Different files among the photos: making them ready is not what is measured. */
const photoFiles = 40;

/** Who writes the articles that are measured, in which browser they sign in. */
export const largeWriter: PersonKey = 'dewi';
const writesFor = 'dinas-perhubungan';

/** Photos of one gallery; the rest stand by themselves. */
const galleryOf = 60;
const day = new Date('2026-01-14T03:00:00Z');

export type LargeArticles = { long: ArticleId; photos: ArticleId; revisions: ArticleId };

/** Makes the three, through the newsroom's own verbs. */
export async function largeArticles(): Promise<LargeArticles> {
  return { long: await anEmptyDraft(), photos: await aDraftOfPhotos(), revisions: await aDraftOfRevisions() };
}

/** A draft with nothing in it, whose former version is as long as what will be pasted and a fifth of it otherwise. */
async function anEmptyDraft(): Promise<ArticleId> {
  const content = paragraphsOf(large.words).map((text, index) => paragraph(index % 5 === 0 ? `Semula ${text}` : text));
  const draft = await aDraftWith({ content, at: new Date(Date.now() - elevenMinutes) });
  await save(draft, { ...emptyWords(), title: 'Laporan panjang' });
  return draft.articleId;
}

/** A draft with two hundred photos: single ones and two galleries, between the texts of the demo. */
async function aDraftOfPhotos(): Promise<ArticleId> {
  const [actor, agencyId] = [await writer(), await agency()];
  const files: RichFigure[] = [];
  for (let index = 0; index < photoFiles; index += 1) files.push(await aFigure(actor, agencyId, index));
  await untilReady(files);
  const figures = Array.from({ length: large.photos / files.length }, () => files).flat();
  const galleries = [0, galleryOf].map(
    (from): RichGallery => ({
      type: 'gallery',
      attrs: { caption: 'Kegiatan dalam gambar' },
      content: figures.slice(from, from + galleryOf),
    }),
  );
  const single = figures.slice(galleryOf * 2);
  const texts = paragraphsOf(3_000);
  const between = single.flatMap((figure, index): RichBlock[] => {
    const text = texts[index];
    return text === undefined ? [figure] : [paragraph(text), figure];
  });
  const { articleId } = await aDraftWith({ content: [...galleries, ...between] });
  return articleId;
}

/** A draft of 1,500 words whose writing left five thousand versions. */
async function aDraftOfRevisions(): Promise<ArticleId> {
  const begun = Date.now() - large.revisions * elevenMinutes;
  const { articleId, editionId, actor } = await aDraftWith({
    content: paragraphsOf(1_500).map(paragraph),
    at: new Date(begun),
  });
  const [row] = await database()
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(eq(editions.id, editionId));
  if (row === undefined) throw new Error('The draft is not there.');
  for (let from = 1; from < large.revisions; from += atOnce) {
    await transaction(async (tx) => {
      for (let index = from; index < Math.min(from + atOnce, large.revisions); index += 1) {
        const words = { ...wordsOf(row.edition), lead: `Teras yang ditulis untuk kali ke-${index + 1}.` };
        const contentHash = hashOfRow({ ...row.edition, ...words }, row.article);
        const at = new Date(begun + index * elevenMinutes);
        await keepTyping(tx, { editionId, words, contentHash, by: actor.userId, at });
      }
    });
  }
  return articleId;
}

/** Typing that goes on after more than ten minutes begins a new version. */
const elevenMinutes = 11 * 60_000;
const atOnce = 250;

/** The texts of the demo in a row, and again from the beginning, until there are so many words. */
export function paragraphsOf(wanted: number): string[] {
  const texts = demoArticles.flatMap(({ write }) =>
    write(calendarAround(day)).body.flatMap((block) => (block.type === 'paragraph' ? [inlineText(block.content)] : [])),
  );
  const found: string[] = [];
  for (let words = 0, at = 0; words < wanted; at += 1) {
    const text = texts[at % texts.length] ?? '';
    found.push(text);
    words += wordCount(text);
  }
  return found;
}

const paragraph = (text: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });

type Draft = Begun & { actor: Actor; version: number };

/** A draft with this text, as if it had been saved at that moment. */
async function aDraftWith({ content, at }: { content: RichBlock[]; at?: Date }): Promise<Draft> {
  const actor = await writer();
  const putClockBack = useClock(() => at ?? new Date());
  try {
    const begun = await createArticle(actor, { agencyId: await agency() });
    const draft = { ...begun, actor, version: 1 };
    const words = { ...emptyWords(), title: 'Naskah besar', lead: 'Naskah ini untuk mengukur penyunting.' };
    return { ...draft, version: await save(draft, { ...words, body: { type: 'doc', content } }) };
  } finally {
    putClockBack();
  }
}

async function save({ actor, editionId, version }: Draft, words: Words): Promise<number> {
  const saved = await saveWords(actor, { editionId, baseVersion: version, saveId: randomUUID(), words });
  if (saved.outcome !== 'saved') throw new Error(`The draft was not saved: ${saved.outcome}`);
  return saved.version;
}

async function aFigure(actor: Actor, agencyId: AgencyId, index: number): Promise<RichFigure> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  const background = { r: (index * 7) % 256, g: 96, b: (index * 31) % 256 };
  const bytes = await sharp({ create: { width: 480, height: 320, channels: 3, background, noise } })
    .jpeg()
    .toBuffer();
  const { assetId, hash } = await ingestPhoto(actor, {
    agencyId,
    fileName: `lapangan-${index + 1}.jpg`,
    declaredLength: bytes.length,
    body: inOnePiece(bytes),
  });
  const words = { alt: `Petugas di lapangan, foto ${index + 1}`, caption: `Petugas di lapangan (${index + 1}).` };
  return { type: 'figure', attrs: { assetId, assetHash: hash, ...words, credit: 'Dinas Perhubungan' } };
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Milliseconds that the application's jobs may take for all photos. */
const patience = 300_000;

async function untilReady(figures: readonly RichFigure[]): Promise<void> {
  const ids = figures.map(({ attrs }) => attrs.assetId);
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const rows = await database().select({ state: assets.state }).from(assets).where(inArray(assets.id, ids));
    if (rows.every(({ state }) => state === 'ready')) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('The photos were not made ready.');
}

async function writer(): Promise<Actor> {
  const account = demoAccounts.find(({ key }) => key === largeWriter);
  const [row] = await database()
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, account?.email ?? ''));
  if (row === undefined) throw new Error(`The demo has no ${largeWriter}.`);
  return loadActor(row.id);
}

async function agency(): Promise<AgencyId> {
  const [row] = await database().select({ id: agencies.id }).from(agencies).where(eq(agencies.slug, writesFor));
  if (row === undefined) throw new Error(`The demo has no ${writesFor}.`);
  return row.id;
}
