import type { BlockDesk } from '../editor/block-desk.tsx';
import type { DocumentFile } from '../editor/documents.ts';

/** What blocks need of a screen on which nobody writes: the documents they name, and nothing that could be asked for. */
export function readingBlocks(documents: readonly DocumentFile[]): BlockDesk {
  return {
    documents: {
      known: new Map(documents.map((document) => [document.assetId, document])),
      uploads: { subscribe: () => nothing, all: () => [], goOn: nothing, remove: nothing },
      pick: nothing,
      ...{ openLibrary: nothing, take: nothing },
    },
    articleId: '',
    portalId: '',
    findLinkable: async (before) => before,
    speakers: [],
  };
}

const nothing = () => undefined;
