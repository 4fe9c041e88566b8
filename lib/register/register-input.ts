import { z } from 'zod';
import {
  agencyId,
  figureId,
  heldPostId,
  houseNameId,
  plainWordId,
  portalId,
  registeredPersonId,
  regulationId,
} from '../ids.ts';
import { filled, line, optionalDay, tick, version } from '../input-parts.ts';
import { importLimits, registerLimits } from './register-limits.ts';

const year = 'Tulis tahun dengan empat angka, misalnya 2024.';

const postFields = {
  title: filled(registerLimits.postTitle, 'Jabatan'),
  agencyId: z
    .union([z.literal('').transform(() => null), agencyId], { error: 'Pilih perangkat daerah, atau kosongkan.' })
    .default(null),
  isActing: tick,
  fromDay: optionalDay('Tanggal mulai'),
  untilDay: optionalDay('Tanggal berakhir'),
};

type PostDays = { fromDay: string | null; untilDay: string | null };
const inOrder = ({ fromDay, untilDay }: PostDays) => fromDay === null || untilDay === null || fromDay <= untilDay;
const outOfOrder = {
  path: ['untilDay'],
  error: 'Tanggal berakhir mendahului tanggal mulai. Periksa kedua tanggalnya.',
};

export const regulationFields = {
  kind: filled(registerLimits.regulationKind, 'Jenis peraturan'),
  number: filled(registerLimits.regulationNumber, 'Nomor'),
  year: z.coerce.number(year).int(year).min(1900, year).max(2200, year),
  subject: filled(registerLimits.subject, 'Tentang'),
  isVerified: tick,
};

export const figureFields = {
  label: filled(registerLimits.figureLabel, 'Nama angka'),
  value: filled(registerLimits.figureValue, 'Nilai'),
  asOf: optionalDay('Tanggal keadaan'),
  source: filled(registerLimits.source, 'Sumber'),
};

export const plainWordFields = {
  expression: filled(registerLimits.expression, 'Ungkapan'),
  plain: filled(registerLimits.plain, 'Padanan'),
  note: line(registerLimits.note, 'Catatan'),
};

/** A name or word of the house: as it stands in a text. */
export const houseWord = filled(registerLimits.word, 'Nama atau kata');

const personName = filled(registerLimits.personName, 'Nama');

export const csvKinds = ['people', 'regulations', 'figures', 'names', 'plain_words'] as const;
export type CsvKind = (typeof csvKinds)[number];
const csvKind = z.enum(csvKinds, 'Daftar ini tidak dikenali. Muat ulang halaman.');

const tooLarge = `Berkas terlalu besar: paling banyak ${importLimits.bytes / 1000} kB. Bagi menjadi beberapa berkas.`;

/** What each verb of the register is sent: one schema for the form and the server. */
export const registerInputs = {
  addPerson: z.strictObject({ portalId, name: personName }),
  editPerson: z.strictObject({ personId: registeredPersonId, version, name: personName }),
  removePerson: z.strictObject({ personId: registeredPersonId, version }),
  addPost: z.strictObject({ personId: registeredPersonId, ...postFields }).refine(inOrder, outOfOrder),
  editPost: z.strictObject({ postId: heldPostId, version, ...postFields }).refine(inOrder, outOfOrder),
  endPost: z.strictObject({
    postId: heldPostId,
    version,
    untilDay: z.iso.date('Pilih hari terakhir jabatan ini.'),
  }),
  removePost: z.strictObject({ postId: heldPostId, version }),
  addRegulation: z.strictObject({ portalId, ...regulationFields }),
  editRegulation: z.strictObject({ regulationId, version, ...regulationFields }),
  removeRegulation: z.strictObject({ regulationId, version }),
  addFigure: z.strictObject({ portalId, ...figureFields }),
  editFigure: z.strictObject({ figureId, version, ...figureFields }),
  removeFigure: z.strictObject({ figureId, version }),
  proposeHouseName: z.strictObject({ portalId: portalId.optional(), word: houseWord }),
  decideHouseName: z.strictObject({
    houseNameId,
    decision: z.enum(['approve', 'refuse'], 'Pilih setujui atau tolak.'),
  }),
  removeHouseName: z.strictObject({ houseNameId }),
  addPlainWord: z.strictObject({ portalId, ...plainWordFields }),
  editPlainWord: z.strictObject({ plainWordId, version, ...plainWordFields }),
  removePlainWord: z.strictObject({ plainWordId, version }),
  previewImport: z.strictObject({
    portalId,
    kind: csvKind,
    file: z.file('Pilih berkas CSV.').min(1, 'Pilih berkas CSV yang berisi.').max(importLimits.bytes, tooLarge),
  }),
  takeImport: z.strictObject({
    portalId,
    kind: csvKind,
    text: z.string('Pilih berkas CSV.').max(importLimits.bytes, tooLarge),
  }),
} as const;

export type RegisterInput<Verb extends keyof typeof registerInputs> = z.output<(typeof registerInputs)[Verb]>;
