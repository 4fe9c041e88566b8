'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { takeMessage } from './next-message.ts';

/** What the page before had to say about what was just done. */
export function PassedMessage() {
  const [text, setText] = useState<string | null>(null);
  const path = usePathname();
  const [told, setTold] = useState('');
  useEffect(() => {
    // Asked anew on each page, also when the page was changed without loading this frame again.
    const left = takeMessage();
    if (left === null && path === told) return;
    setText(left);
    setTold(path);
  }, [path, told]);
  return (
    <div role="status" className="passed-message">
      {text && (
        <p className="notice notice-good">
          <span aria-hidden="true">✓ </span>
          {text}
        </p>
      )}
    </div>
  );
}
