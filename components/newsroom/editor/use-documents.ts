'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AssetId } from '#lib/ids.ts';
import { documentMediaType } from '#lib/media/table.ts';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { type Attachments, withAttachment } from './attachments.ts';
import type { DocumentFile, DocumentGoal } from './documents.ts';
import type { ChangeWords } from './draft-words.ts';
import { documentDoors } from './upload-request.ts';
import { createUploads, type Uploads } from './uploads.ts';
import { useGoOn } from './use-go-on.ts';

/** The documents of one editor screen: what is known of them, what is on its way, and the way to more. */
export type DocumentDesk = {
  known: ReadonlyMap<AssetId, DocumentFile>;
  uploads: Pick<Uploads, 'subscribe' | 'all' | 'goOn' | 'remove'>;
  /** Opens the device's own picker, for the attachments or for the place of the caret. */
  pick: (goal?: DocumentGoal) => void;
  /** Opens the library; what is chosen there is taken. */
  openLibrary: (goal: DocumentGoal) => void;
  /** Puts a document that is there already. */
  take: (document: DocumentFile, goal: DocumentGoal) => void;
};

/** Sends documents and puts each, once it is taken, at the end of the attachments or into the text. */
export function useDocuments(
  agencyId: string,
  served: readonly DocumentFile[],
  attachments: Attachments,
  change: ChangeWords,
  insert: (document: DocumentFile) => void,
  openLibrary: (goal: DocumentGoal) => void,
): DocumentDesk {
  const [known, setKnown] = useState<ReadonlyMap<AssetId, DocumentFile>>(
    () => new Map(served.map((document) => [document.assetId, document])),
  );
  // What the uploads call is always of this render.
  const now = useRef({ attachments, change, insert });
  now.current = { attachments, change, insert };
  const forBody = useRef(new Set<string>());
  const take = useCallback((document: DocumentFile, goal: DocumentGoal) => {
    setKnown((before) => new Map(before).set(document.assetId, document));
    if (goal === 'body') {
      now.current.insert(document);
      return;
    }
    const next = withAttachment(now.current.attachments, document);
    now.current.attachments = next;
    now.current.change({ attachments: next });
  }, []);
  const [uploads] = useState(() =>
    createUploads(documentDoors(agencyId), {
      onTaken: ({ id }, document) => take(document, forBody.current.delete(id) ? 'body' : 'attachments'),
      onFinished: () => undefined,
      onGone: () => undefined,
    }),
  );
  useEffect(() => () => uploads.stop(), [uploads]);
  useGoOn(uploads);

  return useMemo(() => {
    const pick = (goal: DocumentGoal = 'attachments') => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = `${documentMediaType},.pdf`;
      input.multiple = goal === 'attachments';
      input.addEventListener('change', () => {
        const files = [...(input.files ?? [])];
        if (goal === 'body') {
          for (const { id } of uploads.add(files)) forBody.current.add(id);
          return;
        }
        const room = fieldLimits.attachments - now.current.attachments.length;
        uploads.add(files.slice(0, Math.max(0, room)));
      });
      input.click();
    };
    return { known, uploads, pick, openLibrary, take };
  }, [known, uploads, openLibrary, take]);
}
