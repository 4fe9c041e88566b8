import type { PhotoOrigin } from '../../db/schema/enums.ts';
import type { AssetId } from '../ids.ts';
import type { Cover, Words } from '../newsroom/article-input.ts';
import type { RichBlock, RichFigure } from '../richtext/rich-nodes.ts';

/** What an article is told of the photo that comes. */
export type Replacement = {
  id: AssetId;
  hash: string;
  alt: string;
  caption: string;
  credit: string;
  origin: PhotoOrigin;
  focalX: number;
  focalY: number;
};

/**
 * Puts another photo in the place of one, in text, galleries and cover. Alt and credit are the new
 * photo's: the old ones would say something untrue of it. Its caption too, unless it has none.
 */
export function exchangePhoto(
  words: Pick<Words, 'body' | 'cover'>,
  old: AssetId,
  by: Replacement,
): Pick<Words, 'body' | 'cover'> {
  const figure = (node: RichFigure): RichFigure => {
    if (node.attrs.assetId !== old) return node;
    const { decorative, caption = '' } = node.attrs;
    const told = by.caption === '' ? caption : by.caption;
    return {
      type: 'figure',
      attrs: {
        assetId: by.id,
        assetHash: by.hash,
        ...(decorative ? { decorative } : {}),
        ...(decorative || by.alt === '' ? {} : { alt: by.alt }),
        ...(told === '' ? {} : { caption: told }),
        ...(by.credit === '' ? {} : { credit: by.credit }),
        ...(by.origin === 'photo' ? {} : { origin: by.origin }),
      },
    };
  };
  const content = words.body.content.map((block): RichBlock => {
    if (block.type === 'gallery') return { ...block, content: block.content.map(figure) };
    return block.type === 'figure' ? figure(block) : block;
  });
  return {
    body: { ...words.body, content },
    cover: words.cover === null || words.cover.assetId !== old ? words.cover : newCover(words.cover, by),
  };
}

function newCover(former: Cover, by: Replacement): Cover {
  return {
    assetId: by.id,
    assetHash: by.hash,
    alt: former.decorative ? '' : by.alt,
    decorative: former.decorative,
    caption: by.caption === '' ? former.caption : by.caption,
    credit: by.credit,
    focal: { x: by.focalX, y: by.focalY },
    ...(by.origin === 'photo' ? {} : { origin: by.origin }),
  };
}
