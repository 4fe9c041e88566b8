import type { ReactNode } from 'react';
import type { PublicPortal, SiteFrame } from '#lib/newsroom/reader-shapes.ts';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

/**
 * Header, content and footer of a reader's page.
 *
 * @param frame null where the database may be away: header and footer then do without sections and agencies
 * @param current address of the section that the page is or belongs to
 */
export function SitePage({
  portal,
  frame,
  current,
  isPlace = true,
  children,
}: {
  portal: PublicPortal;
  frame: SiteFrame | null;
  current?: string;
  isPlace?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <a className="skip unseen" href="#isi">
        Langsung ke isi
      </a>
      <SiteHeader
        portal={portal}
        sections={frame?.sections ?? []}
        banner={frame?.banner ?? null}
        current={current ?? ''}
      />
      <main id="isi" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter portal={portal} frame={frame} isPlace={isPlace} />
    </>
  );
}
