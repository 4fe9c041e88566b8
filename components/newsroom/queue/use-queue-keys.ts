'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { keepKeys, keysAreOn } from './keys-choice.ts';

/** What the keys of the queue do, by their name. */
export type QueueKeys = {
  next: () => void;
  previous: () => void;
  choose: () => void;
  claim: () => void;
  assign: () => void;
  priority: () => void;
  return: () => void;
  search: () => void;
  help: () => void;
  clear: () => void;
};

/** Which key does what, as the window shows it. */
export const queueKeys = [
  { keys: ['j', '↓'], does: 'Naskah berikutnya' },
  { keys: ['k', '↑'], does: 'Naskah sebelumnya' },
  { keys: ['Enter'], does: 'Buka naskah' },
  { keys: ['x'], does: 'Pilih atau lepas pilihan' },
  { keys: ['c'], does: 'Ambil untuk disunting' },
  { keys: ['a'], does: 'Tugaskan' },
  { keys: ['p'], does: 'Ubah prioritas' },
  { keys: ['r'], does: 'Kembalikan kepada penulis' },
  { keys: ['/'], does: 'Cari judul' },
  { keys: ['Esc'], does: 'Lepas semua pilihan' },
  { keys: ['?'], does: 'Tampilkan pintasan ini' },
] as const;

const letters: Readonly<Record<string, keyof QueueKeys>> = {
  j: 'next',
  k: 'previous',
  x: 'choose',
  c: 'claim',
  a: 'assign',
  p: 'priority',
  r: 'return',
  '/': 'search',
  '?': 'help',
};
/** These need no letter, so they work with the letters switched off; arrows only on the list itself. */
const others: Readonly<Record<string, keyof QueueKeys>> = { ArrowDown: 'next', ArrowUp: 'previous', Escape: 'clear' };

/**
 * The keys of the queue: never while somebody types or a window is open, and the single letters only while
 * this person has not switched them off on this device.
 *
 * @returns whether the letters work, and a way to switch them
 */
export function useQueueKeys(keys: QueueKeys): { areOn: boolean; switchTo: (areOn: boolean) => void } {
  const [areOn, setAreOn] = useState(true);
  useEffect(() => setAreOn(keysAreOn()), []);

  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(target) || document.querySelector('dialog[open]') !== null) return;
    const isArrow = event.key.startsWith('Arrow');
    if (isArrow && target?.closest('.queue-lines') === null) return;
    const name = others[event.key] ?? (areOn ? letters[event.key] : undefined);
    if (name === undefined) return;
    event.preventDefault();
    keys[name]();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return {
    areOn,
    switchTo(next) {
      setAreOn(next);
      keepKeys(next);
    },
  };
}

function isTyping(target: Element | null): boolean {
  if (target === null) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return target.closest('textarea, select, [contenteditable="true"]') !== null;
}
