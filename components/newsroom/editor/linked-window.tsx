'use client';

import { useEffect, useState, useTransition } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { type Linkable, useBlockDesk } from './block-desk.tsx';

const words = {
  article: { title: 'Baca juga', label: 'Cari judul artikel terbit' },
  event: { title: 'Agenda', label: 'Cari judul acara' },
} as const;

/** Searches the portal's live articles, or the events of its agenda, for one to be named in the text. */
export function LinkedWindow({
  what,
  onInsert,
  onClose,
}: {
  what: keyof typeof words;
  onInsert: (found: Linkable) => void;
  onClose: () => void;
}) {
  const { findLinkable, portalId, articleId } = useBlockDesk();
  const [text, setText] = useState('');
  const [state, find, isFinding] = useFormAction(findLinkable);
  const [, startFinding] = useTransition();
  const offered = (state.result ?? []).filter((one) => one.articleId !== articleId);

  const search = (wanted: string) => startFinding(() => find(asForm({ portalId, what, text: wanted })));
  // The newest ones stand there before anybody has typed.
  useEffect(() => startFinding(() => find(asForm({ portalId, what, text: '' }))), [find, portalId, what]);

  return (
    <Dialog isOpen title={words[what].title} onClose={onClose}>
      <div className="field">
        <label htmlFor="cari-sisipan">{words[what].label}</label>
        <div className="with-button">
          <input
            id="cari-sisipan"
            type="search"
            data-first
            value={text}
            maxLength={100}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              search(text);
            }}
          />
          <button type="button" onClick={() => search(text)} aria-disabled={isFinding}>
            {isFinding ? 'Mencari…' : 'Cari'}
          </button>
        </div>
        {state.message !== '' && <p className="field-error">{state.message}</p>}
      </div>
      <p className="visually-hidden" role="status">
        {state.status === 'done' && `${offered.length} ditemukan.`}
      </p>
      {state.status === 'done' && offered.length === 0 && <p className="muted">Tidak ada judul yang cocok.</p>}
      <ul className="picks picks-offered">
        {offered.map((found) => (
          <li key={found.articleId}>
            <span>
              {found.title}
              {found.when && (
                <span className="muted small"> {[found.when, found.venue].filter(Boolean).join(' · ')}</span>
              )}
            </span>
            <button
              type="button"
              onClick={() => {
                onClose();
                onInsert(found);
              }}
            >
              Sisipkan<span className="visually-hidden"> {found.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function asForm(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
