import type { ReactNode } from 'react';
import type { GuideSlug } from '#lib/guides/guide-list.ts';
import { helpPath } from '#lib/urls.ts';

/** Leads to the part of a guide that helps here, beside the work and never in its place. */
export function HelpLink({ guide, section, children }: { guide: GuideSlug; section?: string; children: ReactNode }) {
  return (
    <a className="help-link" href={helpPath(guide, section)} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
