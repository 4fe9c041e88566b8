'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  findNext,
  findPrev,
  getSearchState,
  replaceAll,
  replaceNext,
  SearchQuery,
  setSearchState,
} from 'prosemirror-search';
import { type KeyboardEvent, useEffect, useState } from 'react';

/** More are not counted: nobody goes through them one by one. */
const mostCounted = 999;

/** Finds words in the text and puts others in their place, one by one or all at once. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [words, setWords] = useState(() => wordsSelected(editor));
  const [instead, setInstead] = useState('');
  const [isExact, setIsExact] = useState(false);
  const [done, setDone] = useState('');
  const found = useEditorState({ editor, selector: ({ editor: now }) => countOf(now) });

  useEffect(() => {
    const query = new SearchQuery({ search: words, replace: instead, caseSensitive: isExact, literal: true });
    editor.view.dispatch(setSearchState(editor.state.tr, query).setMeta('addToHistory', false));
  }, [editor, words, instead, isExact]);
  useEffect(
    () => () => {
      if (editor.isDestroyed) return;
      editor.view.dispatch(setSearchState(editor.state.tr, new SearchQuery({ search: '' })));
    },
    [editor],
  );

  const go = (command: typeof findNext) => {
    setDone('');
    command(editor.state, (transaction) => editor.view.dispatch(transaction.scrollIntoView()));
  };
  const exchangeAll = () => {
    const { total } = countOf(editor);
    replaceAll(editor.state, editor.view.dispatch);
    setDone(`${total} diganti.`);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
      editor.commands.focus();
    }
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      go(event.shiftKey ? findPrev : findNext);
    }
  };

  const isNothing = found.total === 0;
  return (
    <search className="find-bar" aria-label="Cari dan ganti" onKeyDown={press}>
      <div className="find-row">
        <label htmlFor="cari-kata" className="visually-hidden">
          Kata yang dicari
        </label>
        <input
          id="cari-kata"
          type="text"
          placeholder="Cari dalam isi"
          autoComplete="off"
          ref={focusOnce}
          value={words}
          maxLength={200}
          onChange={(event) => {
            setDone('');
            setWords(event.target.value);
          }}
        />
        <button type="button" aria-disabled={isNothing} onClick={() => go(findPrev)}>
          <span aria-hidden="true">↑</span>
          <span className="visually-hidden">Sebelumnya</span>
        </button>
        <button type="button" aria-disabled={isNothing} onClick={() => go(findNext)}>
          <span aria-hidden="true">↓</span>
          <span className="visually-hidden">Berikutnya</span>
        </button>
        <button
          type="button"
          className="button-plain"
          onClick={() => {
            onClose();
            editor.commands.focus();
          }}
        >
          Tutup<span className="visually-hidden"> pencarian</span>
        </button>
      </div>
      <div className="find-row">
        <label htmlFor="ganti-kata" className="visually-hidden">
          Ganti dengan
        </label>
        <input
          id="ganti-kata"
          type="text"
          placeholder="Ganti dengan"
          autoComplete="off"
          value={instead}
          maxLength={200}
          readOnly={!editor.isEditable}
          onChange={(event) => setInstead(event.target.value)}
        />
        <button type="button" aria-disabled={isNothing || !editor.isEditable} onClick={() => go(replaceNext)}>
          Ganti
        </button>
        <button type="button" aria-disabled={isNothing || !editor.isEditable} onClick={exchangeAll}>
          Ganti semua
        </button>
      </div>
      <div className="find-row">
        <span className="counter" role="status">
          {done || countWords(words, found)}
        </span>
        <label className="choice">
          <input type="checkbox" checked={isExact} onChange={(event) => setIsExact(event.target.checked)} />
          Bedakan huruf besar
        </label>
      </div>
    </search>
  );
}

type Count = { total: number; current: number };

/** How often the words stand in the text, and which of them is selected. */
function countOf({ state }: Editor): Count {
  const query = getSearchState(state)?.query;
  if (!query?.valid) return { total: 0, current: 0 };
  let [total, current] = [0, 0];
  for (let hit = query.findNext(state, 0); hit && total < mostCounted; hit = query.findNext(state, hit.to)) {
    total += 1;
    if (hit.from === state.selection.from && hit.to === state.selection.to) current = total;
  }
  return { total, current };
}

function countWords(words: string, { total, current }: Count): string {
  if (words === '') return '';
  if (total === 0) return 'Tidak ada';
  const all = total === mostCounted ? `${mostCounted} lebih` : String(total);
  return current === 0 ? `${all} ditemukan` : `${current} dari ${all}`;
}

function wordsSelected({ state }: Editor): string {
  const { from, to } = state.selection;
  return state.doc.textBetween(from, to, ' ').slice(0, 200);
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.select();
}
