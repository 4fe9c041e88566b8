'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps a bar at the lower edge of what is really visible. iOS lays its keyboard over the
 * page without telling the layout, so the bar is lifted by what the keyboard covers.
 */
export function useAboveKeyboard(): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const viewport = window.visualViewport;
    if (viewport === null) return;
    const lift = () => {
      const covered = Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop);
      bar.current?.style.setProperty('--covered', `${Math.round(covered)}px`);
    };
    viewport.addEventListener('resize', lift);
    viewport.addEventListener('scroll', lift);
    lift();
    return () => {
      viewport.removeEventListener('resize', lift);
      viewport.removeEventListener('scroll', lift);
    };
  }, []);
  return bar;
}
