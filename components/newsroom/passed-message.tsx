'use client';

import { useEffect, useState } from 'react';
import { takeMessage } from './next-message.ts';

/** What the page before had to say about what was just done. */
export function PassedMessage() {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const left = takeMessage();
    if (left !== null) setText(left);
  }, []);
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
