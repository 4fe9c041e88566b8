import { z } from 'zod';
import '../zod-in-browser.ts';
import { photoOrigins } from '../../db/schema/enums.ts';
import { assetId } from '../ids.ts';
import { refuseGambling } from '../input-parts.ts';
import { fieldLimits } from '../newsroom/article-input.ts';
import { plainLine } from '../newsroom/plain-input.ts';

const reload = 'Kiriman ini tidak dikenali. Muat ulang halaman ini, lalu ulangi.';

/** The most characters each fact takes; alt, caption and credit as where the photo is used. */
export const factLimits = { terms: 300, takenAt: 80, reason: 600 } as const;

/** Assets described at once: as many as somebody sends at once. */
export const mostAtOnce = 60;

/** A date of a form, empty for none. */
const dateOrNone = z
  .union([z.literal(''), z.null(), z.iso.date('Tanggal ini tidak ada di kalender. Pilih tanggal yang benar.')], reload)
  .transform((date) => (date === '' ? null : date));

/** A box: a boolean of a script, or ticked in a form. */
export const tick = z
  .union([z.boolean(), z.literal(['true', 'on', 'false', 'off'])], reload)
  .optional()
  .transform((value) => value === true || value === 'true' || value === 'on');

/** What the library says of one photo or document. */
export const factFields = {
  alt: plainLine(fieldLimits.alt, 'Teks alternatif').check(refuseGambling('Teks alternatif')).default(''),
  caption: plainLine(fieldLimits.caption, 'Keterangan').check(refuseGambling('Keterangan')),
  credit: plainLine(fieldLimits.credit, 'Kredit').check(refuseGambling('Kredit')),
  terms: plainLine(factLimits.terms, 'Syarat pemakaian'),
  takenOn: dateOrNone,
  takenAt: plainLine(factLimits.takenAt, 'Tempat pengambilan'),
  origin: z.enum(photoOrigins, 'Pilih asal gambar ini.').default('photo'),
  showsChild: tick,
  hasConsent: tick,
  rightsUntil: dateOrNone,
};

/** The version the person saw. */
export const version = z.coerce.number(reload).int(reload).positive(reload);

const form = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape, reload);
const target = { assetId, version };
const share = z.coerce.number(reload).min(0, reload).max(1, reload);
const reason = plainLine(factLimits.reason, 'Alasan').pipe(
  z.string().trim().min(10, 'Tulis alasannya, paling sedikit 10 huruf.'),
);

/** What each verb of the library is sent: one schema for the form and the server. */
export const libraryInputs = {
  describe: form({ ...target, ...factFields }),
  /** Several at once, after an upload. */
  describeAll: form({
    assets: z
      .array(form({ ...target, ...factFields }))
      .min(1)
      .max(mostAtOnce),
  }),
  share: form({ ...target, isShared: tick }),
  focus: form({ ...target, x: share, y: share }),
  turn: form({ ...target, direction: z.enum(['left', 'right'], reload) }),
  withdraw: form({ ...target, reason }),
  restore: form({ ...target, reason }),
  prepareReplacement: form({ assetId, byAssetId: assetId }),
} as const;

/** The input of one verb, parsed. */
export type LibraryInput<Name extends keyof typeof libraryInputs> = z.output<(typeof libraryInputs)[Name]>;
