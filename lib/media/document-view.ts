import type { AssetState } from '#db/schema/enums.ts';
import type { AssetId } from '#lib/ids.ts';
import { newsroomMediaPath } from '#lib/urls.ts';
import type { AssetDocument } from './documents.ts';

/** A document as the newsroom's screens show it. */
export type DocumentView = {
  kind: 'document';
  assetId: AssetId;
  assetHash: string;
  fileName: string;
  bytes: number;
  state: AssetState | 'withdrawn';
  /** Where it can be fetched. */
  source: string;
  version: number;
};

export function documentView(document: AssetDocument): DocumentView {
  return {
    kind: 'document',
    assetId: document.assetId,
    assetHash: document.hash,
    fileName: document.fileName,
    bytes: document.bytes,
    state: document.withdrawn ? 'withdrawn' : document.state,
    source: newsroomMediaPath(document.key),
    version: document.version,
  };
}
