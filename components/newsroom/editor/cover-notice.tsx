'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { goToPlace } from './places.ts';

/** Says where a photo went that has just left the text for the cover, until the next change of the text. */
export function CoverNotice({ editor }: { editor: Editor }) {
  const bar = useRef<HTMLDivElement>(null);
  // The button that was pressed left with its photo; the keyboard goes on from here.
  useEffect(() => bar.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={bar} className="caret-bar cover-notice" role="status" tabIndex={-1}>
      <p>Foto dipindahkan dari isi menjadi foto utama.</p>
      <div className="row">
        <button type="button" onClick={() => editor.chain().undo().focus().run()}>
          Urungkan
        </button>
        <button type="button" onClick={() => goToPlace('cover', editor)}>
          Lihat foto utama
        </button>
      </div>
    </div>
  );
}
