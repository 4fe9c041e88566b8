'use client';

import type { Editor } from '@tiptap/core';
import type { RemarkAnchor } from '#lib/newsroom/conversation-shapes.ts';
import { placeWord } from '../note-list.tsx';
import { goToWords } from './go-to-words.ts';

/** The words a remark is about, which lead to where they stand; or that they are not there any more. */
export function RemarkWords({
  id,
  anchor,
  isLost,
  editor,
}: {
  id: string;
  anchor: RemarkAnchor;
  isLost: boolean;
  editor: Editor | null;
}) {
  if (anchor.place === '') return <p className="muted small">Tentang seluruh naskah</p>;
  if (anchor.quote === '') return <p className="muted small">Tentang {placeWord(anchor.place)}</p>;
  return (
    <div>
      <blockquote className="remark-quote">{anchor.quote}</blockquote>
      {isLost ? (
        <p className="muted small">Kata-katanya sudah berubah.</p>
      ) : (
        <button type="button" className="issue" onClick={() => goToWords(id, anchor, editor)}>
          Ke kata-kata ini di {placeWord(anchor.place)}
        </button>
      )}
    </div>
  );
}
