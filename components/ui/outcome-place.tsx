'use client';

import { createContext, type ReactNode, useCallback, useState } from 'react';

/** Told by a form what it has done; null where no place is kept for it. */
export const OutcomeContext = createContext<((text: string) => void) | null>(null);

/** Keeps what a form inside it has done in sight, also when that form goes with what it was about. */
export function OutcomePlace({ children }: { children: ReactNode }) {
  const [told, setTold] = useState({ text: '', times: 0 });
  const tell = useCallback((text: string) => setTold(({ times }) => ({ text, times: times + 1 })), []);
  return (
    <OutcomeContext value={tell}>
      <div role="status" className="outcome-place">
        {told.text !== '' && (
          <p key={told.times} className="notice notice-good">
            <span aria-hidden="true">✓ </span>
            {told.text}
          </p>
        )}
      </div>
      {children}
    </OutcomeContext>
  );
}
