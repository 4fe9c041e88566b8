'use client';

import type { Editor } from '@tiptap/core';
import type { RemarkAnchor } from '#lib/newsroom/conversation-shapes.ts';
import { placeWord } from '../note-list.tsx';
import { goToWords } from './go-to-words.ts';
import type { Standing } from './text-order.ts';

const standingWords = { changed: 'Kata-katanya sudah berubah.', gone: 'Kata-katanya sudah tidak ada.' } as const;

/** The words a remark is about, which lead to where they stand; or that they are not there any more. */
export function RemarkWords({
  id,
  anchor,
  standing,
  editor,
}: {
  id: string;
  anchor: RemarkAnchor;
  standing: Standing;
  editor: Editor | null;
}) {
  if (anchor.place === '') return <p className="muted small">Tentang seluruh naskah</p>;
  if (anchor.quote === '') return <p className="muted small">Tentang {placeWord(anchor.place)}</p>;
  return (
    <div>
      <blockquote className="remark-quote">{anchor.quote}</blockquote>
      {standing !== 'there' && <p className="muted small">{standingWords[standing]}</p>}
      {standing !== 'gone' && (
        <button type="button" className="issue" onClick={() => goToWords(id, anchor, editor)}>
          Ke {standing === 'there' ? 'kata-kata ini' : 'tempatnya'} di {placeWord(anchor.place)}
        </button>
      )}
    </div>
  );
}
