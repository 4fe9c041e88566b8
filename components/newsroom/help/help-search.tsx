'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import { findInGuides, type HelpEntry } from '#lib/guides/find-in-guides.ts';

/**
 * Looks for words in the guides while somebody types. Without script the form asks the server.
 *
 * @param action where the form leads, with `cari`
 * @param question what was asked by the address
 */
export function HelpSearch({
  entries,
  action,
  question,
  label,
}: {
  entries: readonly HelpEntry[];
  action: string;
  question: string;
  label: string;
}) {
  const [typed, setTyped] = useState(question);
  const asked = useDeferredValue(typed);
  const hits = useMemo(() => findInGuides(entries, asked), [entries, asked]);
  const isAsked = asked.trim() !== '';
  return (
    <search className="help-search stack">
      <form action={action} className="field narrow">
        <label htmlFor="cari-bantuan">{label}</label>
        <div className="with-button">
          <input
            id="cari-bantuan"
            type="search"
            name="cari"
            value={typed}
            maxLength={100}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
          <button type="submit">Cari</button>
        </div>
      </form>
      <p role="status" className={isAsked ? 'muted small' : 'visually-hidden'}>
        {isAsked && told(hits.length)}
      </p>
      {hits.length > 0 && (
        <ul className="rows">
          {hits.map(({ href, guide, title, excerpt }) => (
            <li key={href} className="edition-row">
              <a className="edition-title" href={href}>
                {title}
              </a>
              <p className="muted small">{guide}</p>
              {excerpt !== '' && <p className="small">{excerpt}</p>}
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

function told(count: number): string {
  return count === 0 ? 'Tidak ada yang cocok. Coba satu kata saja, misalnya “foto”.' : `${count} bagian memuatnya.`;
}
