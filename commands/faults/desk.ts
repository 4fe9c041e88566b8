import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { ArticleId, EditionId } from '#lib/ids.ts';
import type { Words } from '#lib/newsroom/article-input.ts';
import { createArticle, saveWords } from '#lib/newsroom/drafting.ts';
import { completeWords } from '#lib/testing/words.ts';
import { aDesk } from '../bench/measure-newsroom.ts';

/** A draft of the demo that nobody else touches, with its writer and an editor. */
export type DraftAtHand = {
  writer: Actor;
  editor: Actor;
  articleId: ArticleId;
  editionId: EditionId;
  version: number;
  words: Words;
};

/** A draft that could be submitted; its title occurs nowhere else. */
export async function aDraftAtHand(): Promise<DraftAtHand> {
  const { writer, editor, agencyId, sectionId } = await aDesk();
  const words = completeWords(sectionId, { title: `Uji gangguan ${randomUUID()}` });
  const { articleId, editionId } = await createArticle(writer, { agencyId });
  const saved = await saveWords(writer, { editionId, baseVersion: 1, saveId: randomUUID(), words });
  if (saved.outcome !== 'saved') throw new Error(`The draft was not saved: ${saved.outcome}`);
  return { writer, editor, articleId, editionId, version: saved.version, words };
}

/** The edition's row as it stands. */
export async function rowOf(editionId: EditionId) {
  const [row] = await database().select().from(editions).where(eq(editions.id, editionId));
  if (row === undefined) throw new Error('The edition is gone');
  return row;
}

/** Words whose body is one paragraph. */
export function withText(words: Words, text: string): Words {
  return { ...words, body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } };
}
