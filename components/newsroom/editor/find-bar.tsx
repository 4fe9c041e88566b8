'use client';

import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEditorState } from '@tiptap/react';
import { findNext, findPrev, getSearchState, replaceNext, SearchQuery, setSearchState } from 'prosemirror-search';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ChangeWords, DraftWords } from './draft-words.ts';
import { type FoundPlace, placesBesideText, replacement, type Sought } from './find-places.ts';
import { goToPlace } from './places.ts';

/** More are not counted: nobody goes through them one by one. */
const mostCounted = 999;

/** What "replace all" changed, so that it can be taken back. */
type Undoable = { before: Partial<DraftWords>; after: Partial<DraftWords>; doc: Node | null };

/** Finds words all over the article and puts others in their place: in the text one by one, or everywhere at once. */
export function FindBar({
  editor,
  words: article,
  change,
  onClose,
}: {
  editor: Editor;
  words: DraftWords;
  change: ChangeWords;
  onClose: () => void;
}) {
  const [words, setWords] = useState(() => wordsSelected(editor));
  const [instead, setInstead] = useState('');
  const [isExact, setIsExact] = useState(false);
  const [done, setDone] = useState('');
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const sought: Sought = { words, isExact };
  const { doc, ...found } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ ...countOf(now), doc: now.state.doc }),
    equalityFn: (one, other) =>
      other !== null && one.doc === other.doc && one.total === other.total && one.current === other.current,
  });
  const elsewhere = placesBesideText(article, doc, sought);

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
    say('');
    command(editor.state, (transaction) => editor.view.dispatch(transaction.scrollIntoView()));
  };
  const exchangeAll = () => {
    const { count, changes, transaction, tooLong } = replacement(editor.state, article, sought, instead);
    const before = Object.fromEntries(Object.entries(article).filter(([field]) => field in changes));
    if (transaction.docChanged) editor.view.dispatch(transaction);
    change(changes);
    const kept = tooLong.length === 0 ? '' : ` Tidak diganti karena menjadi terlalu panjang: ${tooLong.join(', ')}.`;
    setDone(`${count} diganti.${kept}`);
    if (count > 0) setUndoable({ before, after: changes, doc: transaction.docChanged ? editor.state.doc : null });
  };
  const takeBack = () => {
    if (undoable === null) return;
    // Whatever was typed since stays as it is.
    if (undoable.doc === editor.state.doc) editor.commands.undo();
    change(stillAs(undoable, article));
    say('Penggantian diurungkan.');
  };
  const say = (told: string) => {
    setDone(told);
    setUndoable(null);
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
          placeholder="Cari dalam naskah"
          autoComplete="off"
          ref={focusOnce}
          value={words}
          maxLength={200}
          onChange={(event) => {
            say('');
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
        <button
          type="button"
          aria-disabled={(isNothing && elsewhere.length === 0) || !editor.isEditable}
          onClick={exchangeAll}
        >
          Ganti semua
        </button>
      </div>
      <div className="find-row find-told">
        <span className="counter" role="status">
          {done || countWords(words, found, elsewhere)}
        </span>
        {undoable !== null && (
          <button type="button" className="button-plain" onClick={takeBack}>
            Urungkan
          </button>
        )}
        <label className="choice">
          <input type="checkbox" checked={isExact} onChange={(event) => setIsExact(event.target.checked)} />
          Bedakan huruf besar
        </label>
      </div>
      {elsewhere.length > 0 && (
        <ul className="find-places" aria-label="Juga ditemukan di">
          {elsewhere.map(({ place, label, count }) => (
            <li key={label}>
              <button type="button" className="button-plain" onClick={() => goToPlace(place, editor)}>
                {label} <span className="counter">{count}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
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

function countWords(words: string, { total, current }: Count, elsewhere: readonly FoundPlace[]): string {
  if (words === '') return '';
  if (total === 0) return elsewhere.length === 0 ? 'Tidak ada' : 'Tidak ada di dalam isi';
  const all = total === mostCounted ? `${mostCounted} lebih` : String(total);
  return current === 0 ? `${all} ditemukan` : `${current} dari ${all}`;
}

/** The former words of the fields that are still as the replacement left them. */
function stillAs({ before, after }: Undoable, now: DraftWords): Partial<DraftWords> {
  const current: Record<string, unknown> = { ...now };
  const left: Record<string, unknown> = { ...after };
  return Object.fromEntries(
    Object.entries(before).filter(([field]) => JSON.stringify(current[field]) === JSON.stringify(left[field])),
  );
}

function wordsSelected({ state }: Editor): string {
  const { from, to } = state.selection;
  return state.doc.textBetween(from, to, ' ').slice(0, 200);
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.select();
}
