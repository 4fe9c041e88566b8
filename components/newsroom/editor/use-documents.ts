'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { AssetId } from '#lib/ids.ts';
import { documentMediaType } from '#lib/media/table.ts';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { type Attachments, withAttachment } from './attachments.ts';
import type { DocumentFile } from './documents.ts';
import type { ChangeWords } from './draft-words.ts';
import { documentDoors } from './upload-request.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** The documents of one editor screen: what is known of them, what is on its way, and the way to more. */
export type DocumentDesk = {
  known: ReadonlyMap<AssetId, DocumentFile>;
  uploads: Pick<Uploads, 'subscribe' | 'all' | 'retry' | 'remove'>;
  /** Opens the device's own picker. */
  pick: () => void;
};

/** Sends documents and puts each, once it is taken, at the end of the attachments. */
export function useDocuments(
  agencyId: string,
  served: readonly DocumentFile[],
  attachments: Attachments,
  change: ChangeWords,
): DocumentDesk {
  const [known, setKnown] = useState<ReadonlyMap<AssetId, DocumentFile>>(
    () => new Map(served.map((document) => [document.assetId, document])),
  );
  // What the uploads call is always of this render.
  const now = useRef({ attachments, change });
  now.current = { attachments, change };
  const [uploads] = useState(() =>
    createUploads(documentDoors(agencyId), {
      onTaken: (_upload, document) => {
        setKnown((before) => new Map(before).set(document.assetId, document));
        const next = withAttachment(now.current.attachments, document);
        now.current.attachments = next;
        now.current.change({ attachments: next });
      },
      onFinished: () => undefined,
      onGone: () => undefined,
    }),
  );
  useEffect(() => () => uploads.stop(), [uploads]);

  return useMemo(() => {
    const pick = () => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = `${documentMediaType},.pdf`;
      input.multiple = true;
      input.addEventListener('change', () => {
        const room = fieldLimits.attachments - now.current.attachments.length;
        uploads.add([...(input.files ?? [])].slice(0, Math.max(0, room)));
      });
      input.click();
    };
    return { known, uploads, pick };
  }, [known, uploads]);
}
