import { z } from 'zod';
import '../zod-in-browser.ts';
import { type ArticleKind, articleKinds, type EditionState, type Priority, priorities } from '../../db/schema/enums.ts';
import { type AgencyId, agencyId } from '../ids.ts';
import { queuePath } from '../urls.ts';

/** Where an edition under way stands: the parts of the queue. */
export const queueStages = ['submitted', 'verified', 'in_editing', 'approved', 'scheduled'] as const;
export type QueueStage = (typeof queueStages)[number] & EditionState;

/** Whose turn it is: an agency's verifier, any editor, the one who holds it, whoever signs or publishes, the clock. */
export const turns = ['verifier', 'desk', 'claimer', 'signature', 'time'] as const;
export type Turn = (typeof turns)[number];

/** What the queue is narrowed to. An absent part narrows nothing. */
export type QueueFilters = {
  stage?: QueueStage | undefined;
  turn?: Turn | undefined;
  agency?: AgencyId | undefined;
  kind?: ArticleKind | undefined;
  priority?: Priority | undefined;
  late?: true | undefined;
  /** Assigned to this person, or held by them. */
  mine?: true | undefined;
  unassigned?: true | undefined;
  /** Due on this day or before it, `2026-01-14` in the portal's zone. */
  dueBy?: string | undefined;
  /** Part of the title. */
  text?: string | undefined;
};

/** The names of the filters in an address, and there only these values. */
const stageWords: Readonly<Record<QueueStage, string>> = {
  submitted: 'diajukan',
  verified: 'terverifikasi',
  in_editing: 'disunting',
  approved: 'disetujui',
  scheduled: 'terjadwal',
};
const turnWords: Readonly<Record<Turn, string>> = {
  verifier: 'verifikator',
  desk: 'redaksi',
  claimer: 'penyunting',
  signature: 'tanda-tangan',
  time: 'jadwal',
};
const priorityWords: Readonly<Record<Priority, string>> = {
  low: 'rendah',
  normal: 'biasa',
  high: 'tinggi',
  urgent: 'mendesak',
};

const left = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
const wordOf = <T extends string>(names: readonly T[], words: Readonly<Record<T, string>>) =>
  left(z.string().transform((word) => names.find((name) => words[name] === word)));
const yes = left(z.literal('ya').transform((): true => true));
const longestText = 100;

const fromAddress = z.object({
  tahap: wordOf(queueStages, stageWords),
  giliran: wordOf(turns, turnWords),
  opd: left(agencyId),
  jenis: left(z.enum(articleKinds)),
  prioritas: wordOf(priorities, priorityWords),
  terlambat: yes,
  saya: yes,
  'tanpa-penanggung-jawab': yes,
  tenggat: left(z.iso.date()),
  judul: left(
    z
      .string()
      .trim()
      .max(longestText)
      .transform((text) => (text === '' ? undefined : text)),
  ),
});

/** The filters an address carries; what cannot be read narrows nothing. */
export function filtersFrom(parameters: Readonly<Record<string, unknown>>): QueueFilters {
  const found = fromAddress.parse(parameters);
  return present({
    stage: found.tahap,
    turn: found.giliran,
    agency: found.opd,
    kind: found.jenis,
    priority: found.prioritas,
    late: found.terlambat,
    mine: found.saya,
    unassigned: found['tanpa-penanggung-jawab'],
    dueBy: found.tenggat,
    text: found.judul,
  });
}

/** The filters of a saved view, kept as the address has them. */
export function filtersOfQuery(query: string): QueueFilters {
  return filtersFrom(Object.fromEntries(new URLSearchParams(query)));
}

/** The filters as an address carries them, always in the same order; empty for none. */
export function queryOf(filters: QueueFilters): string {
  const parameters = new URLSearchParams();
  if (filters.stage) parameters.set('tahap', stageWords[filters.stage]);
  if (filters.turn) parameters.set('giliran', turnWords[filters.turn]);
  if (filters.agency) parameters.set('opd', filters.agency);
  if (filters.kind) parameters.set('jenis', filters.kind);
  if (filters.priority) parameters.set('prioritas', priorityWords[filters.priority]);
  if (filters.late) parameters.set('terlambat', 'ya');
  if (filters.mine) parameters.set('saya', 'ya');
  if (filters.unassigned) parameters.set('tanpa-penanggung-jawab', 'ya');
  if (filters.dueBy) parameters.set('tenggat', filters.dueBy);
  if (filters.text) parameters.set('judul', filters.text);
  return parameters.toString();
}

/** The address of the queue so narrowed. */
export function queueAddress(filters: QueueFilters, after?: string): string {
  const query = [queryOf(filters), ...(after === undefined ? [] : [`setelah=${after}`])].filter((part) => part !== '');
  return query.length === 0 ? queuePath : `${queuePath}?${query.join('&')}`;
}

/** Whether anything besides the stage narrows the list. */
export function isNarrowed({ stage: _, ...filters }: QueueFilters): boolean {
  return Object.keys(present(filters)).length > 0;
}

/** The choices of a form that narrows the queue: the word in the address, and the value it means. */
export const filterWords = { stage: stageWords, turn: turnWords, priority: priorityWords } as const;

function present(filters: QueueFilters): QueueFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}
