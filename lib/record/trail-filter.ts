import { z } from 'zod';
import { type AgencyId, agencyId, type PortalId, portalId, type UserId, userId } from '#lib/ids.ts';
import { eventGroups, eventLabel, namedEvent } from './event-labels.ts';

/** Whose acts: of one person (and what was done to them), or of nobody. */
export type TrailPerson = UserId | 'system';

/** What the audit trail is narrowed to. */
export type TrailFilter = {
  portal: PortalId | undefined;
  person: TrailPerson | undefined;
  verb: string | undefined;
  /** As typed: an address, the last part of one, or an id. */
  article: string;
  agency: AgencyId | undefined;
  /** Calendar days in the portal's zone, both included. */
  from: string | undefined;
  until: string | undefined;
  /** The last entry of the page before. */
  before: number | undefined;
};

/** The names of its fields in an address, as the form sends them. */
export const trailFields = {
  portal: 'portal',
  person: 'orang',
  verb: 'peristiwa',
  article: 'naskah',
  agency: 'opd',
  from: 'dari',
  until: 'sampai',
  before: 'sebelum',
} as const satisfies Record<keyof TrailFilter, string>;

const known = z.string().refine((verb) => namedEvent(verb) !== undefined);
const person = z.union([userId, z.literal('system')]);
const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

type Given = Readonly<Record<string, string | string[] | undefined>>;

/** Reads a filter from an address or a form. What cannot be meant is left out. */
export function trailFilterOf(given: Given): TrailFilter {
  const text = (field: keyof TrailFilter) => {
    const value = given[trailFields[field]];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    portal: portalId.safeParse(text('portal')).data,
    person: person.safeParse(text('person')).data,
    verb: known.safeParse(text('verb')).data,
    article: (text('article') ?? '').trim().slice(0, 300),
    agency: agencyId.safeParse(text('agency')).data,
    from: z.iso.date().safeParse(text('from')).data,
    until: z.iso.date().safeParse(text('until')).data,
    before: number.safeParse(text('before')).data,
  };
}

/** A filter as the query of an address, without what is not set. */
export function trailQuery(filter: TrailFilter): string {
  const fields = Object.entries({ ...filter }).flatMap(([field, value]) => {
    const name = Object.entries(trailFields).find(([own]) => own === field)?.[1];
    return name === undefined || value === undefined || value === '' ? [] : [[name, String(value)]];
  });
  return new URLSearchParams(fields).toString();
}

/** Whether anything but the portal narrows it. */
export const isNarrowed = ({ portal: _portal, before: _before, ...rest }: TrailFilter) =>
  Object.values(rest).some((value) => value !== undefined && value !== '');

/** The filter in the name of a file: `jejak-audit-tarik-2026-01-01-sampai-2026-01-31.csv`. */
export function trailFileName({ person: whose, verb, article, agency, from, until }: TrailFilter): string {
  const parts = [
    'jejak-audit',
    whose === 'system' ? 'sistem' : whose === undefined ? '' : 'satu-orang',
    verb === undefined ? '' : eventLabel(verb).toLowerCase(),
    article === '' ? '' : 'satu-naskah',
    agency === undefined ? '' : 'satu-opd',
    from === undefined ? '' : `dari-${from}`,
    until === undefined ? '' : `sampai-${until}`,
  ];
  return `${parts
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^a-z0-9-]+/g, '-')}.csv`;
}

/** What the filter offers, in groups. */
export const verbChoices = eventGroups.map(({ name, labels }) => ({ name, verbs: Object.entries(labels) }));
