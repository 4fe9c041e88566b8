import type { ReactNode } from 'react';

/** By what a region is announced: words of its own, or the element on the page that names it. */
type RegionName = { 'aria-label': string } | { 'aria-labelledby': string };

/**
 * What scrolls inside itself. It takes the focus, since without a pointer only what has the focus
 * scrolls by arrow keys (not every browser gives it by itself), and is named, since what takes the focus is announced.
 */
export function ScrollRegion({
  className,
  children,
  ...name
}: { className: string; children: ReactNode } & RegionName) {
  return (
    <section className={className} tabIndex={0} {...name}>
      {children}
    </section>
  );
}
