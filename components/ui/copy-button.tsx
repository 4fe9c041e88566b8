'use client';

import { useEffect, useState } from 'react';

/** Copies a text. Where the browser cannot, there is no button: the text stands beside it to be marked. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [canCopy, setCanCopy] = useState(false);
  const [told, setTold] = useState('');
  useEffect(() => setCanCopy('clipboard' in navigator), []);
  if (!canCopy) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setTold('Tersalin.'),
      () => setTold('Tidak dapat menyalin. Tandai teksnya, lalu salin sendiri.'),
    );
  return (
    <span className="row">
      <button type="button" onClick={copy}>
        {label}
      </button>
      <span role="status">{told}</span>
    </span>
  );
}
