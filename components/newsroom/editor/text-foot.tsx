'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { wordCount } from '#lib/richtext/plain-text.ts';

/** Words that an ordinary reader reads aloud in his head in a minute. */
const wordsPerMinute = 200;
/** Counting waits for a pause in typing: a long text would be counted with every letter. */
const pauseMs = 400;

/** How much has been written, and how long it takes to read. */
export function TextFoot({ editor }: { editor: Editor }) {
  const [count, setCount] = useState(() => countOf(editor));
  useEffect(() => {
    let pause = 0;
    const later = () => {
      window.clearTimeout(pause);
      pause = window.setTimeout(() => setCount(countOf(editor)), pauseMs);
    };
    editor.on('transaction', later);
    later();
    return () => {
      window.clearTimeout(pause);
      editor.off('transaction', later);
    };
  }, [editor]);
  const minutes = Math.max(1, Math.round(count / wordsPerMinute));
  return (
    <p className="text-foot muted small">
      {count.toLocaleString('id-ID')} kata{count > 0 && ` · sekitar ${minutes} menit baca`}
    </p>
  );
}

function countOf({ state: { doc } }: Editor): number {
  return wordCount(doc.textBetween(0, doc.content.size, ' ', ' '));
}
