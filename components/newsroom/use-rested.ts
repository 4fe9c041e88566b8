'use client';

import { startTransition, useEffect, useState } from 'react';

/**
 * The value as it was when it last stood still for a moment: for work that looks at a whole text, and that
 * a long text would feel with every key.
 *
 * @param restMs milliseconds without a change
 */
export function useRested<Value>(value: Value, restMs: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setRested(value)), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested;
}
