'use client';

import { type KeyboardEvent, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { InsertOptions } from './insert-options.tsx';
import { type Insert, insertsFor } from './inserts.ts';
import { slashOptionId } from './slash-trigger.ts';
import { useListKeys } from './use-list-keys.ts';

const listId = 'sisipkan-pilihan';

/** “Sisipkan”: everything that can be put into the text, to be found by a thumb or by typing. */
export function InsertWindow({ onChoose, onClose }: { onChoose: (insert: Insert) => void; onClose: () => void }) {
  const [query, setQuery] = useState('');
  // Where fingers choose, the list comes first and no keyboard in front of it.
  const [hasKeys] = useState(() => window.matchMedia('(hover: hover)').matches);
  const offered = insertsFor(query);
  const choose = (insert: Insert | undefined) => {
    if (insert === undefined) return;
    onClose();
    onChoose(insert);
  };
  const keys = useListKeys(
    offered.map(({ id }) => slashOptionId(id)),
    (index) => choose(offered[index]),
  );
  const press = (event: KeyboardEvent) => {
    if (keys.press({ key: event.key, isComposing: event.nativeEvent.isComposing })) event.preventDefault();
  };
  return (
    <Dialog isOpen title="Sisipkan" onClose={onClose}>
      <div className="field">
        <label htmlFor="sisipkan-cari">Cari</label>
        <input
          id="sisipkan-cari"
          type="text"
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={keys.id}
          autoComplete="off"
          enterKeyHint="go"
          data-first={hasKeys ? '' : undefined}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={press}
        />
      </div>
      {offered.length === 0 && <p className="muted">Tidak ada yang cocok. Coba kata lain, misalnya “tabel”.</p>}
      <InsertOptions
        id={listId}
        offered={offered}
        marked={keys.id}
        onChoose={choose}
        onKey={hasKeys ? undefined : press}
      />
    </Dialog>
  );
}
