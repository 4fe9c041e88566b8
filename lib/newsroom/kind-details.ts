import { z } from 'zod';
import '../zod-in-browser.ts';
import type { ArticleKind } from '../../db/schema/enums.ts';
import { cleanText } from '../richtext/clean-text.ts';
import { checkLink } from '../richtext/links.ts';
import { paragraphs, plainLine } from './plain-input.ts';

/** What only some kinds of article have, beside the words all have. */

export const audiences = ['public', 'press', 'invited'] as const;
export type Audience = (typeof audiences)[number];

/** What a page (profile, introduction) is for: it decides where readers meet it. */
export const pageRoles = [
  'about',
  'editorial_policy',
  'privacy',
  'accessibility',
  'agency_profile',
  'topic_introduction',
  'other',
] as const;
export type PageRole = (typeof pageRoles)[number];

/** Kinds that can be begun, in the order in which they are offered. Clarifications of hoaxes have a form of their own. */
export const creatableKinds = [
  'news',
  'press_release',
  'announcement',
  'agenda_event',
  'gallery',
  'infographic',
  'speech',
  'page',
  'banner',
] as const satisfies readonly ArticleKind[];

/** The most characters each detail takes. */
export const detailLimits = {
  releaseNumber: 80,
  contactName: 120,
  contactPhone: 40,
  contactEmail: 160,
  textAlternative: 6000,
  speaker: 120,
  speakerRole: 160,
  occasion: 200,
  venue: 200,
  link: 500,
} as const;

const momentText = z.iso.datetime({ offset: true, error: 'Pilih tanggal dan jam yang benar.' });
const outdated = 'Pilihan ini tidak dikenali. Muat ulang halaman; ketikan Anda tetap tersimpan di perangkat ini.';

const link = z
  .string('Tautan harus berupa teks.')
  .max(detailLimits.link * 4, `Tautan terlalu panjang: paling banyak ${detailLimits.link} karakter.`)
  .transform((text, context) => {
    const clean = cleanText(text).trim();
    if (clean === '') return '';
    const checked = checkLink(clean);
    if (checked.ok) return checked.href;
    context.addIssue({ code: 'custom', message: checked.reason });
    return z.NEVER;
  });

const fields = {
  /** Number of a press release, as the agency files it. */
  releaseNumber: plainLine(detailLimits.releaseNumber, 'Nomor siaran pers').optional(),
  contactName: plainLine(detailLimits.contactName, 'Nama narahubung').optional(),
  contactPhone: plainLine(detailLimits.contactPhone, 'Telepon narahubung').optional(),
  contactEmail: plainLine(detailLimits.contactEmail, 'Surel narahubung').optional(),
  /** Nothing of the edition is public before this moment. */
  embargoUntil: momentText.optional(),
  /** Last day an announcement holds, `YYYY-MM-DD`. */
  validUntil: z.iso.date('Tanggal berlaku tidak ada di kalender. Pilih tanggal yang benar.').optional(),
  /** Everything an infographic says, for whoever cannot see it. */
  textAlternative: paragraphs(detailLimits.textAlternative, 'Alternatif teks').optional(),
  speaker: plainLine(detailLimits.speaker, 'Nama pembicara').optional(),
  speakerRole: plainLine(detailLimits.speakerRole, 'Jabatan pembicara').optional(),
  occasion: plainLine(detailLimits.occasion, 'Acara').optional(),
  venue: plainLine(detailLimits.venue, 'Tempat').optional(),
  startsAt: momentText.optional(),
  endsAt: momentText.optional(),
  audience: z.enum(audiences, outdated).optional(),
  pageRole: z.enum(pageRoles, outdated).optional(),
  /** Where a banner leads: a page of ours or an address elsewhere. */
  link: link.optional(),
  /** When a banner goes away by itself. */
  bannerUntil: momentText.optional(),
} as const;

/**
 * The details of any kind in one flat object. What is empty is not there: so a detail added later
 * does not change the hash of what was signed before, and changing the kind by mistake loses nothing.
 */
export const kindDetails = z
  .strictObject(fields, outdated)
  .transform((given): KindDetails => Object.fromEntries(Object.entries(given).filter(([, value]) => value)));

export type KindDetails = {
  [Name in keyof typeof fields]?: NonNullable<z.output<(typeof fields)[Name]>>;
};
export type DetailName = keyof KindDetails;

/** Which details each kind has, in the order in which they are asked for. */
export const detailFields: Readonly<Record<ArticleKind, readonly DetailName[]>> = {
  news: ['embargoUntil'],
  press_release: ['releaseNumber', 'contactName', 'contactPhone', 'contactEmail', 'embargoUntil'],
  announcement: ['validUntil', 'embargoUntil'],
  hoax_clarification: ['embargoUntil'],
  gallery: ['embargoUntil'],
  infographic: ['textAlternative', 'embargoUntil'],
  speech: ['speaker', 'speakerRole', 'occasion', 'venue', 'embargoUntil'],
  page: ['pageRole'],
  agenda_event: [
    'startsAt',
    'endsAt',
    'venue',
    'audience',
    'contactName',
    'contactPhone',
    'contactEmail',
    'embargoUntil',
  ],
  banner: ['link', 'bannerUntil'],
};

/** Those that only this kind asks for by its nature. An embargo may lie on nearly anything, and is asked for apart. */
export function ownDetails(kind: ArticleKind): readonly DetailName[] {
  return kind === 'press_release' ? detailFields[kind] : detailFields[kind].filter((name) => name !== 'embargoUntil');
}

/** Whether an embargo is asked for apart from what the kind has of its own. */
export function hasEmbargoApart(kind: ArticleKind): boolean {
  return detailFields[kind].length > ownDetails(kind).length;
}

/**
 * Until when nothing of these words is public; null for no embargo. A moment typed while the words
 * were of a kind with embargo does not hold for a banner or a lasting page, which have none.
 */
export function embargoOf({ kind, details }: { kind: ArticleKind; details: KindDetails }): Date | null {
  const { embargoUntil } = details;
  return detailFields[kind].includes('embargoUntil') && embargoUntil !== undefined ? new Date(embargoUntil) : null;
}
