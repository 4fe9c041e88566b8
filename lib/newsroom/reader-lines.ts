import type { LinkedWords } from '../richtext/surroundings.ts';
import { readerPath } from '../urls.ts';
import type { Credit } from './article-input.ts';
import { formatMoment, kindLabels } from './labels.ts';
import type { PublicBanner, PublicCard } from './reader-shapes.ts';

/** Who did what, as a byline names it; in the order of the line. */
const creditNames = [
  ['writer', 'Penulis'],
  ['contributor', 'Kontributor'],
  ['photographer', 'Foto'],
  ['editor', 'Redaktur'],
] as const satisfies readonly (readonly [Credit['role'], string])[];

/** The byline's parts, such as `Penulis: Ana, Bram`. */
export function bylineParts(credits: readonly Credit[]): { role: string; names: string }[] {
  return creditNames.flatMap(([role, label]) => {
    const names = credits.filter((credit) => credit.role === role && credit.name !== '').map((credit) => credit.name);
    return names.length === 0 ? [] : [{ role: label, names: names.join(', ') }];
  });
}

/** The code after the last word, such as `(ANE/ADV/Diskominfo)`; empty when nobody gave initials. */
export function tailCode(credits: readonly Credit[], sponsored: boolean): string {
  const wrote = credits.filter((credit) => credit.role !== 'photographer' && credit.initials !== '');
  if (wrote.length === 0) return '';
  const units = wrote.map((credit) => credit.unit).filter((unit) => unit !== '');
  const parts = [...wrote.map((credit) => credit.initials), ...(sponsored ? ['ADV'] : []), ...units];
  return `(${[...new Set(parts)].join('/')})`;
}

/** The dateline by the portal's template (`{tempat}, {portal} –`); empty without a place. */
export function dateline(place: string, portal: { name: string; datelineTemplate: string }): string {
  if (place === '') return '';
  // Replaced by functions: a name with a dollar sign is a name.
  return portal.datelineTemplate.replace('{tempat}', () => place).replace('{portal}', () => portal.name);
}

/** What stands over a headline: the section, and the kind where it is not plain news. */
export function kickerParts(card: Pick<PublicCard, 'kind' | 'section'>): string[] {
  const kind = kindLabels[card.kind];
  if (card.section === null) return [kind];
  return card.kind === 'news' ? [card.section.name] : [card.section.name, kind];
}

/** The code under which anybody can check a text: as much of its content hash as nobody meets twice. */
export const checkCodeOf = (contentHash: string) => contentHash.slice(0, 16);

/** A code so that two people can compare it aloud: `3f2a 9c1b 77d0 41ee`. */
export function spokenCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join(' ');
}

/** What is said of another article where a body names it: of an event also when and where. */
export function linkedWords(
  card: Pick<PublicCard, 'kind' | 'slug' | 'title' | 'details'>,
  timeZone: string,
): LinkedWords {
  const { startsAt, venue } = card.details;
  const isTimed = card.kind === 'agenda_event' && startsAt !== undefined;
  return {
    path: readerPath(card),
    title: card.title,
    ...(isTimed && { when: formatMoment(new Date(startsAt), timeZone) }),
    ...(card.kind === 'agenda_event' && venue && { venue }),
  };
}

/** A banner as it stands over every page. */
export function bannerOf({
  title,
  details,
  awaitsSecondReview,
}: Pick<PublicCard, 'title' | 'details' | 'awaitsSecondReview'>): PublicBanner {
  return { text: title, link: details.link ?? null, awaitsSecondReview };
}

/** A telephone number as people write it, as an address to call. */
export const phoneAddress = (phone: string) => `tel:${phone.replace(/[^+\d]/g, '')}`;
