import { z } from 'zod';
import { agencyKinds, roles } from '../../db/schema/enums.ts';
import { agencyId, membershipId, portalId, sectionId, topicId, userId } from '../ids.ts';
import { line, publicFilled, publicLine, tick, version } from '../input-parts.ts';
import { accountLimits } from './account-limits.ts';

const slug = publicLine(accountLimits.slug, 'Alamat').pipe(
  z
    .string()
    .regex(
      /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/,
      'Alamat hanya boleh berisi huruf kecil, angka, dan tanda hubung di antara kata.',
    ),
);

const email = line(accountLimits.email, 'Surel')
  .transform((text) => text.toLowerCase())
  .pipe(z.email('Tulis alamat surel lengkap, misalnya nama@kaltimprov.go.id.'));

const optionalEmail = z.union([line(accountLimits.email, 'Surel').pipe(z.literal('')), email], {
  error: 'Tulis alamat surel lengkap, misalnya nama@kaltimprov.go.id, atau kosongkan.',
});

/** A number to reach a person, as WhatsApp links want it: digits with country code (0812… becomes 62812…). */
const mobile = line(accountLimits.phone, 'Nomor WhatsApp')
  .transform((text) =>
    text
      .replace(/[\s.()-]/g, '')
      .replace(/^(?:\+|00)/, '')
      .replace(/^0/, '62'),
  )
  .pipe(
    z.string().regex(/^(?:[1-9]\d{7,14})?$/, 'Tulis nomor WhatsApp lengkap, misalnya 0812 3456 7890, atau kosongkan.'),
  );

/** Why something grave was done, as the audit trail keeps it. */
export const reason = line(accountLimits.reason, 'Alasan').pipe(
  z.string().min(10, 'Tulis alasannya, paling sedikit 10 huruf. Alasan ini dicatat di jejak audit.'),
);

const agencyFields = {
  name: publicFilled(accountLimits.agencyName, 'Nama'),
  shortName: publicFilled(accountLimits.shortName, 'Singkatan'),
  slug,
  kind: z.enum(agencyKinds, 'Pilih jenis perangkat daerah.'),
  headName: publicLine(accountLimits.headName, 'Nama pimpinan'),
  headTitle: publicLine(accountLimits.headTitle, 'Jabatan pimpinan'),
  address: publicLine(accountLimits.address, 'Alamat kantor'),
  phone: publicLine(accountLimits.phone, 'Telepon'),
  email: optionalEmail,
  hasVerification: tick,
  verifyWithinMinutes: z.coerce
    .number('Tulis batas waktu verifikasi dalam menit, misalnya 240.')
    .int('Tulis batas waktu verifikasi dalam menit bulat.')
    .min(15, 'Batas waktu verifikasi paling sedikit 15 menit.')
    .max(10_080, 'Batas waktu verifikasi paling lama tujuh hari (10.080 menit).'),
};

const personFields = {
  name: publicFilled(accountLimits.personName, 'Nama'),
  email,
  phone: mobile,
};

/** What each verb of the administration is sent: one schema for the form and the server. */
export const accountInputs = {
  createAgency: z.strictObject({ portalId, ...agencyFields }),
  editAgency: z.strictObject({ agencyId, version, isActive: tick, ...agencyFields }),
  createSection: z.strictObject({ portalId, name: publicFilled(accountLimits.sectionName, 'Nama kanal'), slug }),
  editSection: z.strictObject({
    sectionId,
    version,
    name: publicFilled(accountLimits.sectionName, 'Nama kanal'),
    isActive: tick,
  }),
  moveSection: z.strictObject({ sectionId, version, direction: z.enum(['up', 'down']) }),
  createTopic: z.strictObject({ portalId, name: publicFilled(accountLimits.topicName, 'Nama topik'), slug }),
  renameTopic: z.strictObject({ topicId, version, name: publicFilled(accountLimits.topicName, 'Nama topik') }),
  createPerson: z.strictObject(personFields),
  editPerson: z.strictObject({ userId, version, ...personFields }),
  suspend: z.strictObject({ userId, version, reason, forAbuse: tick }),
  unsuspend: z.strictObject({ userId, version }),
  endSessions: z.strictObject({ userId }),
  issueCode: z.strictObject({ userId }),
  removeSecondFactor: z.strictObject({ userId, reason }),
  grantRole: z.strictObject({
    userId,
    portalId,
    role: z.enum(roles, 'Pilih peran.'),
    agencyId: z
      .union([z.literal('').transform(() => null), agencyId], { error: 'Pilih perangkat daerah.' })
      .default(null),
  }),
  settleRole: z.strictObject({ membershipId }),
} as const;

export type AccountInput<Verb extends keyof typeof accountInputs> = z.output<(typeof accountInputs)[Verb]>;
