import type { AssetId } from '#lib/ids.ts';
import { formatBytes } from '#lib/newsroom/labels.ts';
import { blockWords, fileNote } from '#lib/richtext/block-words.ts';
import type { RichDocumentCard } from '#lib/richtext/rich-nodes.ts';

/** Where a document is fetched from, and how large it is. */
export type DocumentFile = { href: string; bytes: number };

/** Finds the file of a document; null when it is no longer offered. */
export type FindFile = (assetId: AssetId) => DocumentFile | null;

/**
 * A document to fetch, with what it is and how large.
 *
 * @param file absent where documents cannot be fetched (a version of the history): then only named
 */
export function RichDocumentBlock({ card, file }: { card: RichDocumentCard; file: FindFile | undefined }) {
  const { assetId, description } = card.attrs;
  const title = card.attrs.title || blockWords.document;
  const found = file?.(assetId);
  return (
    <div className="document-card">
      <p className="document-title">
        {found ? (
          <a href={found.href}>
            {title} <span className="document-size">{fileNote(formatBytes(found.bytes))}</span>
          </a>
        ) : (
          title
        )}
      </p>
      {description && <p>{description}</p>}
      {found === null && <p>{blockWords.documentGone}</p>}
    </div>
  );
}
