import { fieldLimits } from '#lib/newsroom/article-input.ts';
import type { DraftWords } from './draft-words.ts';

export type Attachments = DraftWords['attachments'];

/** The attachments with one more at their end; the same document stands there once, and no more than fit. */
export function withAttachment(
  attachments: Attachments,
  { assetId, assetHash }: Pick<Attachments[number], 'assetId' | 'assetHash'>,
): Attachments {
  const isThere = attachments.some((one) => one.assetId === assetId);
  if (isThere || attachments.length >= fieldLimits.attachments) return attachments;
  return [...attachments, { assetId, assetHash, title: '' }];
}

/** The list with one entry a place further up or down. */
export function moved<Item>(items: readonly Item[], index: number, direction: -1 | 1): Item[] {
  const next = [...items];
  const [item] = next.splice(index, 1);
  if (item !== undefined) next.splice(Math.max(0, index + direction), 0, item);
  return next;
}
