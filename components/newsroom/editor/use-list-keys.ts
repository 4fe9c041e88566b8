'use client';

import { useEffect, useRef, useState } from 'react';

/** The part of a key press that matters; the browser's and React's events alike. */
type Pressed = { key: string; isComposing?: boolean };

/**
 * Arrow keys over a list whose focus stays in a text: which one is marked, and what a key does. The
 * marked one is scrolled into sight.
 *
 * @param ids of the elements of the list, in their order
 */
export function useListKeys(ids: readonly string[], choose: (index: number) => void) {
  const [marked, setMarked] = useState(0);
  const list = ids.join();
  const shown = useRef(list);
  if (shown.current !== list) {
    shown.current = list;
    setMarked(0);
  }
  const index = Math.min(marked, ids.length - 1);
  const id = ids[index];
  useEffect(() => {
    if (id !== undefined) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id]);

  /** Whether the key was one of the list's. */
  const press = ({ key, isComposing = false }: Pressed): boolean => {
    if (ids.length === 0 || isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) {
      setMarked((index + step + ids.length) % ids.length);
      return true;
    }
    if (key !== 'Enter') return false;
    choose(index);
    return true;
  };

  return { index, id, press, mark: setMarked };
}
