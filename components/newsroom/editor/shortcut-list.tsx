'use client';

import { shortcutName, tools, useIsMac } from './tools.ts';

/** The keys of the text, for those who write without a mouse. */
export function ShortcutList() {
  const isMac = useIsMac();
  return (
    <details className="shortcuts small">
      <summary>Pintasan papan tik</summary>
      <dl className="shortcut-list">
        {tools
          .flatMap(({ id, name, keys }) => (keys ? [{ id, name, keys }] : []))
          .map(({ id, name, keys }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                <kbd>{shortcutName(keys, isMac)}</kbd>
              </dd>
            </div>
          ))}
        <div>
          <dt>Ke alat tulis, lalu panah kiri dan kanan</dt>
          <dd>
            <kbd>Alt+F10</kbd>
          </dd>
        </div>
        <div>
          <dt>Dari alat tulis kembali ke teks</dt>
          <dd>
            <kbd>Esc</kbd>
          </dd>
        </div>
      </dl>
    </details>
  );
}
