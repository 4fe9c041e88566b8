import type { CommentId } from '#lib/ids.ts';
import { comment, reply } from '#lib/newsroom/comments.ts';
import { onTheWhole, type RemarkAnchor } from '#lib/newsroom/conversation-shapes.ts';
import { suggest } from '#lib/newsroom/suggestions.ts';
import { anchorOf } from '#lib/richtext/anchor.ts';
import { known } from './office.ts';
import type { PlayedStep } from './roads.ts';
import { type Story, standingOf } from './story.ts';
import type { DemoRemark } from './writing.ts';

/**
 * What is said of an article, each at its moment.
 *
 * @param reached when the article reached its state
 */
export function remarksOn(story: Story, reached: Date): PlayedStep[] {
  const first: { id: CommentId | undefined } = { id: undefined };
  return (story.article.remarks ?? []).map((remark) => ({
    at: new Date(reached.getTime() + remark.after * 60_000),
    play: async () => {
      const id = await play(story, remark, first.id);
      first.id ??= id;
    },
  }));
}

async function play(story: Story, remark: DemoRemark, first: CommentId | undefined): Promise<CommentId | undefined> {
  const { people } = story.office;
  const { editionId } = standingOf(story);
  const by = known(people, remark.by);
  if ('suggest' in remark) {
    const { suggest: replacement, note } = remark;
    await suggest(by, { editionId, anchor: anchorIn(story, remark.about), replacement, note });
    return undefined;
  }
  if ('reply' in remark) {
    if (first === undefined) throw new Error(`Nothing was said of ${story.article.key} that could be answered.`);
    return reply(by, { editionId, commentId: first, text: remark.reply, mentions: [] });
  }
  const mentions = (remark.mentions ?? []).map((key) => known(people, key).userId);
  const anchor = remark.about === undefined ? onTheWhole : anchorIn(story, remark.about);
  return comment(by, { editionId, text: remark.say, mentions, anchor });
}

function anchorIn({ article, text }: Story, { place, quote }: { place: RemarkAnchor['place']; quote: string }) {
  const paragraphs = text.body.flatMap((block) => (block.type === 'paragraph' ? [wordsIn(block.content)] : []));
  const written =
    place === 'body' ? paragraphs.find((words) => words.includes(quote)) : text[place === 'title' ? 'title' : 'lead'];
  const start = written?.indexOf(quote) ?? -1;
  if (written === undefined || start < 0) throw new Error(`${article.key} does not say: ${quote}`);
  return { place, ...anchorOf(written, start, start + quote.length) };
}

const wordsIn = (content: readonly { type: string; text?: string }[] = []) =>
  content.map(({ text = '' }) => text).join('');
