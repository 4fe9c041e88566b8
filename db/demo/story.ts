import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { ArticleId, EditionId } from '#lib/ids.ts';
import { createArticle, saveWords } from '#lib/newsroom/drafting.ts';
import { place } from '#lib/newsroom/publishing.ts';
import { linkedWords } from '#lib/newsroom/reader-lines.ts';
import { demoPortal } from './agencies.ts';
import { calendarAround } from './calendar.ts';
import type { DocumentKey } from './documents/make-document.ts';
import { type DemoOffice, known } from './office.ts';
import type { PhotoDesk, Uploaded } from './photo-desk.ts';
import type { PictureKey } from './pictures/draw-picture.ts';
import { documentsOf, picturesOf, wordsOf } from './words.ts';
import type { DemoArticle, DemoText } from './writing.ts';

/** The article under way: which edition, at which version. */
export type Standing = { articleId: ArticleId; editionId: EditionId; version: number };

/** One article being played: its people, its words, and where it stands. */
export type Story = {
  article: DemoArticle;
  office: DemoOffice;
  writer: Actor;
  /** Editors take turns. */
  editor: Actor;
  otherEditor: Actor;
  text: DemoText;
  photos: PhotoDesk;
  assets: Map<PictureKey, Uploaded>;
  documents: Map<DocumentKey, Uploaded>;
  /** The other articles, for those it names. */
  others: ReadonlyMap<string, Story>;
  /** Set once the article has been begun. */
  standing: Standing | undefined;
};

/**
 * Gets an article ready to be played.
 *
 * @param reached when it reaches its state; its dates lie around that day
 * @param turn decides which of the two editors has it
 * @param others every article, also those that are added later
 */
export function storyOf(
  article: DemoArticle,
  office: DemoOffice,
  photos: PhotoDesk,
  reached: Date,
  turn: number,
  others: ReadonlyMap<string, Story>,
): Story {
  const [first, second] = [known(office.people, 'aditya'), known(office.people, 'maria')];
  return {
    article,
    ...{ office, photos, others },
    writer: known(office.people, article.writer),
    editor: turn % 2 === 0 ? first : second,
    otherEditor: turn % 2 === 0 ? second : first,
    text: article.write(calendarAround(reached)),
    assets: new Map(),
    documents: new Map(),
    standing: undefined,
  };
}

/** Uploads what the article shows and offers. */
export async function uploadFiles(story: Story): Promise<void> {
  const agencyId = known(story.office.agencies, story.article.agency);
  for (const picture of picturesOf(story.text)) {
    story.assets.set(picture, await story.photos.upload(story.writer, agencyId, picture));
  }
  for (const document of documentsOf(story.text)) {
    story.documents.set(document, await story.photos.uploadDocument(story.writer, agencyId, document));
  }
}

/** Where the article stands; it must have been begun. */
export function standingOf(story: Story): Standing {
  if (story.standing === undefined) throw new Error(`${story.article.key} has not been begun.`);
  return story.standing;
}

/** Remembers what a verb answered. */
export function moveOn(story: Story, to: { editionId: EditionId; version: number }): void {
  story.standing = { ...standingOf(story), editionId: to.editionId, version: to.version };
}

/** Begins the article and saves its first words. */
export async function begin(story: Story): Promise<void> {
  const { article, office, writer } = story;
  const begun = await createArticle(writer, { agencyId: known(office.agencies, article.agency), kind: article.kind });
  story.standing = { ...begun, version: await versionOf(begun.editionId) };
  await type(story, writer, {});
}

/** Saves the words with changes, as this person. */
export async function type(story: Story, by: Actor, changes: Partial<DemoText>, publicNote = ''): Promise<void> {
  const { article, office, assets, documents } = story;
  story.text = { ...story.text, ...changes };
  const placement = {
    sectionId: article.section === null ? null : known(office.sections, article.section),
    topicIds: article.topics.map((key) => known(office.topics, key)),
    jointAgencyIds: (article.joint ?? []).map((key) => known(office.agencies, key)),
    asset: (picture: PictureKey) => known(assets, picture),
    document: (document: DocumentKey) => known(documents, document),
    article: (key: string) => named(known(story.others, key)),
  };
  const { editionId, version } = standingOf(story);
  const words = { ...wordsOf(article, story.text, placement), publicNote };
  const saved = await saveWords(by, { editionId, baseVersion: version, saveId: randomUUID(), words });
  if (saved.outcome !== 'saved') throw new Error(`The words of ${article.key} were not saved: ${saved.outcome}.`);
  moveOn(story, { editionId, version: saved.version });
}

/** An article as a body names it. */
function named(other: Story) {
  const { articleId } = standingOf(other);
  const card = { kind: other.article.kind, slug: '', title: other.text.title, details: other.text.details ?? {} };
  const { path: _, ...words } = linkedWords(card, demoPortal.timeZone);
  return { articleId, ...words };
}

/** Remembers what the system did to the article. */
export async function lookAgain(story: Story): Promise<void> {
  const { editionId } = standingOf(story);
  moveOn(story, { editionId, version: await versionOf(editionId) });
}

async function versionOf(editionId: EditionId): Promise<number> {
  const [row] = await database().select({ version: editions.version }).from(editions).where(eq(editions.id, editionId));
  if (row === undefined) throw new Error('The edition is not there.');
  return row.version;
}

/** Waits for the article's renditions, without which it could not go live. */
export function photosReady(story: Story): Promise<void> {
  return story.photos.ready([...story.assets.values()].map(({ assetId }) => assetId));
}

/** Names related articles, pins it, gives it a new address: what the article asks for once it is live. */
export async function placeLive(story: Story): Promise<void> {
  const { article, office, others } = story;
  const { articleId, editionId, version } = standingOf(story);
  if (article.section === null) throw new Error(`${article.key} stands in no section, so it cannot be placed.`);
  const pinnedUntil =
    article.pinnedDays === undefined ? null : new Date(now().getTime() + article.pinnedDays * 86_400_000);
  const [row] = await database().select({ slug: articles.slug }).from(articles).where(eq(articles.id, articleId));
  const placed = await place(story.editor, {
    editionId,
    version,
    slug: article.newSlug ?? row?.slug ?? '',
    sectionId: known(office.sections, article.section),
    topicIds: article.topics.map((key) => known(office.topics, key)),
    pinnedUntil,
    relatedIds: (article.related ?? []).map((key) => standingOf(known(others, key)).articleId),
  });
  moveOn(story, placed);
}
