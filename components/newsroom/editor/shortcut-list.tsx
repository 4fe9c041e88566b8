'use client';

import { useEffect } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { furtherKeys, shortcutName, tools, useIsMac } from './tools.ts';

/** All keys of the text, for those who write without a mouse. */
export function ShortcutList({
  isOpen,
  onOpen,
  onClose,
}: {
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}) {
  const isMac = useIsMac();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isAsked = event.key === '?' && !isTyping(event.target);
      const isAnywhere = event.key === '/' && (event.ctrlKey || event.metaKey);
      if (event.defaultPrevented || !(isAsked || isAnywhere)) return;
      event.preventDefault();
      onOpen();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onOpen]);
  const named = tools.flatMap(({ name, keys }) => (keys === undefined || keys.includes('↑') ? [] : [{ name, keys }]));

  return (
    <Dialog isOpen={isOpen} title="Pintasan papan tik" onClose={onClose}>
      <dl className="shortcut-list">
        {[...named, ...furtherKeys].map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <kbd>{shortcutName(keys, isMac)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

/** Whether keys write where the focus is. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
