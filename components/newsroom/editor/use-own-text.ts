'use client';

import { useRef, useState } from 'react';

/**
 * The text of a field inside the editor's document. The document answers a keystroke one step
 * later, which would throw the caret to the end of the field; so the field holds its own text, and
 * takes the document's only when that did not come from here (undo, another version).
 *
 * @returns the text to show, and what to call with every change
 */
export function useOwnText(
  value: string,
  onChange: (text: string) => void,
): [text: string, change: (text: string) => void] {
  const [text, setText] = useState(value);
  const seen = useRef(value);
  const underWay = useRef<string[]>([]);

  if (seen.current !== value) {
    seen.current = value;
    const answered = underWay.current.indexOf(value);
    if (answered >= 0) underWay.current = underWay.current.slice(answered + 1);
    else if (value !== text) {
      underWay.current = [];
      setText(value);
    }
  }

  const change = (next: string) => {
    underWay.current.push(next);
    setText(next);
    onChange(next);
  };
  return [text, change];
}
