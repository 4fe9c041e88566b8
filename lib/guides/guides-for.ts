import type { Role } from '#db/schema/enums.ts';
import { helpPath } from '#lib/urls.ts';
import { firstSteps, guideList } from './guide-list.ts';
import type { Guide } from './guide-shapes.ts';

/** The guides written for people with these roles, and the others: everyone may read all of them. */
export function guidesByRole(guides: readonly Guide[], roles: readonly Role[]): { own: Guide[]; others: Guide[] } {
  const isOwn = ({ slug }: Guide) => {
    const written: readonly Role[] = guideList.find((one) => one.slug === slug)?.roles ?? [];
    return roles.some((role) => written.includes(role));
  };
  return { own: guides.filter(isOwn), others: guides.filter((guide) => !isOwn(guide)) };
}

/** What people with these roles can do first, each once. */
export function firstStepsOf(guides: readonly Guide[], roles: readonly Role[]): { href: string; title: string }[] {
  const found = new Map<string, string>();
  for (const { slug, section } of [...new Set(roles)].flatMap((role) => firstSteps[role])) {
    const part = guides.find((guide) => guide.slug === slug)?.sections.find(({ id }) => id === section);
    if (part !== undefined) found.set(helpPath(slug, section), part.title);
  }
  return [...found].map(([href, title]) => ({ href, title }));
}
