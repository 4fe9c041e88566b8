import type { ReactNode } from 'react';
import { searchLimits } from '#lib/search/search-input.ts';
import { searchPath } from '#lib/urls.ts';

/** Asks for words to look for; what narrows the search down stands inside. */
export function SearchForm({ typed = '', children }: { typed?: string; children?: ReactNode }) {
  return (
    <search>
      <form className="search-form" action={searchPath} method="get">
        <label htmlFor="cari-kata">Cari di situs ini</label>
        <div className="search-row">
          <input
            id="cari-kata"
            type="search"
            name="q"
            defaultValue={typed}
            maxLength={searchLimits.letters}
            autoComplete="off"
            enterKeyHint="search"
          />
          <button type="submit">Cari</button>
        </div>
        {children}
      </form>
    </search>
  );
}
