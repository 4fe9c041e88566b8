'use client';

import { useState, useTransition } from 'react';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';
import { fieldLimits } from '#lib/newsroom/article-input.ts';

export type LiveArticle = { id: string; title: string };

/**
 * Chooses live articles that stand beneath this one. The chosen ones travel with the form around it.
 *
 * @param articleId the article itself, which is not offered
 */
export function RelatedPicker({
  articleId,
  related,
  portalId,
  findLive,
}: {
  articleId: string;
  related: readonly LiveArticle[];
  portalId: string;
  findLive: FormAction<LiveArticle[]>;
}) {
  const [chosen, setChosen] = useState(related);
  const [text, setText] = useState('');
  const [state, find, isFinding] = useFormAction(findLive);
  const [, startFinding] = useTransition();
  const offered = (state.result ?? []).filter(({ id }) => id !== articleId && chosen.every((one) => one.id !== id));
  const isFull = chosen.length >= fieldLimits.related;

  const search = () => {
    const form = new FormData();
    form.set('portalId', portalId);
    form.set('text', text);
    startFinding(() => find(form));
  };

  return (
    <fieldset className="stack-tight">
      <legend>Terkait, paling banyak {fieldLimits.related}</legend>
      <ul className="picks">
        {chosen.map(({ id, title }) => (
          <li key={id}>
            <input type="hidden" name="relatedIds" value={id} />
            <span>{title}</span>
            <button type="button" onClick={() => setChosen(chosen.filter((one) => one.id !== id))}>
              Lepas<span className="visually-hidden"> {title}</span>
            </button>
          </li>
        ))}
      </ul>
      {!isFull && (
        <div className="field">
          <label htmlFor="cari-terkait">Cari judul artikel terbit</label>
          <div className="with-button">
            <input
              id="cari-terkait"
              type="search"
              value={text}
              maxLength={100}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                search();
              }}
            />
            <button type="button" onClick={search} aria-disabled={isFinding}>
              {isFinding ? 'Mencari…' : 'Cari'}
            </button>
          </div>
          {state.message !== '' && <p className="field-error">{state.message}</p>}
          {state.status === 'done' && offered.length === 0 && <p className="muted">Tidak ada judul yang cocok.</p>}
          <ul className="picks picks-offered">
            {offered.map((article) => (
              <li key={article.id}>
                <span>{article.title}</span>
                <button type="button" onClick={() => setChosen([...chosen, article])}>
                  Tambah<span className="visually-hidden"> {article.title}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );
}
