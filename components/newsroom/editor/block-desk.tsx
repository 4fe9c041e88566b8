'use client';

import { createContext, useContext } from 'react';
import type { FormAction } from '#lib/action-state.ts';
import type { ArticleId } from '#lib/ids.ts';
import type { DocumentDesk } from './use-documents.ts';

/** An article or event that can be named in the text. */
export type Linkable = { articleId: ArticleId; title: string; when: string; venue: string };

/** Somebody who is quoted, with the post to be written beside the name. */
export type Speaker = { name: string; post: string };

/** What the blocks of a text need of the screen around it. */
export type BlockDesk = {
  documents: DocumentDesk;
  /** Of the article that is written: it is not offered to itself. */
  articleId: string;
  portalId: string;
  findLinkable: FormAction<Linkable[]>;
  speakers: readonly Speaker[];
};

export const BlockDeskContext = createContext<BlockDesk | null>(null);

export function useBlockDesk(): BlockDesk {
  const desk = useContext(BlockDeskContext);
  if (desk === null) throw new Error('A block was drawn outside the editor.');
  return desk;
}
