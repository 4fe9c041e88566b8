'use client';

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import type { AssetId } from '#lib/ids.ts';
import { libraryAnswer } from '#lib/library/library-answer.ts';
import type { LibraryItem } from '#lib/library/library-shapes.ts';
import { formatBytes } from '#lib/newsroom/labels.ts';
import { librarySearchPath } from '#lib/urls.ts';
import { ItemMarks, ItemPicture } from './item-picture.tsx';
import { nameOf } from './library-words.ts';

type Kind = LibraryItem['kind'];

type Filter = 'all' | 'unused' | 'shared';

/**
 * A window on the library's photos or documents: search, choose one or several, take them along.
 *
 * @param most photos that may be chosen at once; of documents always one
 */
export function LibraryPicker({
  isOpen,
  kind,
  title,
  most = 1,
  onTake,
  onClose,
}: {
  isOpen: boolean;
  kind: Kind;
  title: string;
  most?: number;
  onTake: (items: LibraryItem[]) => void;
  onClose: () => void;
}) {
  return (
    <Dialog isOpen={isOpen} title={title} onClose={onClose} isWide>
      {kind === 'photo' ? <ChoosingPhotos most={most} onTake={onTake} /> : <ChoosingDocument onTake={onTake} />}
    </Dialog>
  );
}

type OnTake = (items: LibraryItem[]) => void;

function ChoosingPhotos({ most, onTake }: { most: number; onTake: OnTake }) {
  const [chosen, setChosen] = useState<readonly LibraryItem[]>([]);
  const library = useLibrary('photo');

  const choose = (item: LibraryItem) => {
    if (most === 1) return onTake([item]);
    const isChosen = chosen.some(({ assetId }) => assetId === item.assetId);
    if (isChosen) setChosen(chosen.filter(({ assetId }) => assetId !== item.assetId));
    else if (chosen.length < most) setChosen([...chosen, item]);
  };

  return (
    <Search library={library} label="Kata dari nama, keterangan, kredit, atau tempat" kind="photo">
      <ul className="photo-grid library-grid">
        {library.items.map((item) => (
          <li key={item.assetId}>
            <button
              type="button"
              className="photo-choice"
              aria-pressed={most === 1 ? undefined : chosen.some(({ assetId }) => assetId === item.assetId)}
              disabled={!isFree(item)}
              onClick={() => choose(item)}
            >
              <ItemPicture item={item} />
              <span>{nameOf(item)}</span>
              <ItemMarks item={item} />
            </button>
          </li>
        ))}
      </ul>
      {most > 1 && (
        <p>
          <button
            type="button"
            className="button-main"
            disabled={chosen.length === 0}
            onClick={() => onTake([...chosen])}
          >
            {chosen.length === 0 ? 'Pilih foto dulu' : `Pakai ${chosen.length} foto`}
          </button>
        </p>
      )}
    </Search>
  );
}

function ChoosingDocument({ onTake }: { onTake: OnTake }) {
  const library = useLibrary('document');
  return (
    <Search library={library} label="Kata dari nama atau keterangan" kind="document">
      <ul className="picks">
        {library.items.map((item) => (
          <li key={item.assetId}>
            <span>
              {nameOf(item)}{' '}
              <span className="muted small">
                PDF, {formatBytes(item.bytes)} · {item.agencyName}
              </span>{' '}
              <ItemMarks item={item} />
            </span>
            <button type="button" disabled={!isFree(item)} onClick={() => onTake([item])}>
              Pakai<span className="visually-hidden"> {nameOf(item)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Search>
  );
}

const isFree = ({ state, rights }: LibraryItem) => state !== 'withdrawn' && rights !== 'expired';

/** The question to the library, above what it found. */
function Search({
  library: { items, next, state, find },
  label,
  kind,
  children,
}: {
  library: ReturnType<typeof useLibrary>;
  label: string;
  kind: Kind;
  children: ReactNode;
}) {
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const narrow = (to: Filter) => {
    setFilter(to);
    void find(text, to);
  };
  return (
    <div className="stack library-picker">
      <div className="field">
        <label htmlFor="cari-pustaka">{label}</label>
        <div className="with-button">
          <input
            id="cari-pustaka"
            type="search"
            data-first
            value={text}
            maxLength={100}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              void find(text, filter);
            }}
          />
          <button type="button" onClick={() => void find(text, filter)}>
            Cari
          </button>
        </div>
      </div>
      <fieldset className="row">
        <legend className="visually-hidden">Saringan</legend>
        {filters.map(([value, name]) => (
          <label key={value} className="choice">
            <input type="radio" name="saring-pustaka" checked={filter === value} onChange={() => narrow(value)} />
            {name}
          </label>
        ))}
      </fieldset>
      <p role="status" className={state === 'failed' ? 'field-error' : 'muted small'}>
        {wordsOf(state, items.length, kind, text !== '' || filter !== 'all')}
      </p>
      {children}
      {next !== null && (
        <p>
          <button type="button" onClick={() => void find(text, filter, next)}>
            Tampilkan yang lebih lama
          </button>
        </p>
      )}
    </div>
  );
}

const filters: readonly (readonly [Filter, string])[] = [
  ['all', 'Semua'],
  ['unused', 'Belum dipakai'],
  ['shared', 'Dibagikan'],
];

type State = 'asking' | 'done' | 'failed';

/** @param isNarrowed whether more would be there without what was asked for */
function wordsOf(state: State, count: number, kind: Kind, isNarrowed: boolean): string {
  const what = kind === 'photo' ? 'foto' : 'dokumen';
  if (state === 'asking') return 'Mencari…';
  if (state === 'failed') return 'Pustaka tidak dapat dibuka. Periksa sambungan Anda, lalu cari lagi.';
  if (count > 0) return `${count} ${what}, terbaru dulu.`;
  return isNarrowed ? `Tidak ada ${what} yang cocok. Coba kata atau saringan lain.` : `Belum ada ${what} di pustaka.`;
}

function useLibrary(kind: Kind) {
  const [items, setItems] = useState<readonly LibraryItem[]>([]);
  const [next, setNext] = useState<AssetId | null>(null);
  const [state, setState] = useState<State>('asking');
  const asked = useRef(0);

  const find = useCallback(
    async (text: string, filter: Filter, after?: AssetId): Promise<void> => {
      asked.current += 1;
      const mine = asked.current;
      setState('asking');
      const parameters = new URLSearchParams({ kind, text });
      if (filter === 'unused') parameters.set('use', 'unused');
      if (filter === 'shared') parameters.set('shared', 'ya');
      if (after !== undefined) parameters.set('after', after);
      const page = await pageAt(`${librarySearchPath}?${parameters}`);
      // A later question has its own answer.
      if (asked.current !== mine) return;
      if (page === null) return setState('failed');
      setItems((former) => (after === undefined ? page.items : [...former, ...page.items]));
      setNext(page.next);
      setState('done');
    },
    [kind],
  );

  // The first look, when the window opens.
  useEffect(() => {
    void find('', 'all');
  }, [find]);
  return { items, next, state, find };
}

async function pageAt(address: string) {
  try {
    const response = await fetch(address);
    return libraryAnswer.safeParse(await response.json()).data ?? null;
  } catch {
    // No network, or a page of a proxy: said in words beside the search.
    return null;
  }
}
