'use client';

import { useEffect } from 'react';
import type { Uploads } from './uploads.ts';

/** Has files that wait for the network go on when it is back. */
export function useGoOn({ goOn }: Pick<Uploads, 'goOn'>): void {
  useEffect(() => {
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, [goOn]);
}
