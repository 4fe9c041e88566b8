import { z } from 'zod';
import '../zod-in-browser.ts';
import { type ArticleKind, articleKinds } from '../../db/schema/enums.ts';

/** Minutes after midnight in the portal's zone; null on days the office is closed. */
export type ServiceDay = { from: number; until: number } | null;

const minuteOfDay = z.int().min(0).max(1_440);
const serviceDay = z
  .strictObject({ from: minuteOfDay, until: minuteOfDay })
  .refine(({ from, until }) => from < until)
  .nullable();

/** Minutes of service hours each stage may take, for one kind of article. */
export type StageTargets = { verify: number; claim: number; edit: number; confirm: number };

const minutes = z
  .int()
  .positive()
  .max(60 * 24 * 60);
const stageTargets = z.strictObject({ verify: minutes, claim: minutes, edit: minutes, confirm: minutes });

const settings = z.strictObject({
  /** Seven days, Monday first. */
  week: z
    .tuple([serviceDay, serviceDay, serviceDay, serviceDay, serviceDay, serviceDay, serviceDay])
    .refine((days) => days.some((hours) => hours !== null), 'Buka paling sedikit satu hari dalam sepekan.'),
  /** Target per kind; kinds without one follow `otherKinds`. */
  targets: z.partialRecord(z.enum(articleKinds), stageTargets),
  otherKinds: stageTargets,
  /** Service minutes after the target until lateness is carried to the managing editor, then to the agency's leader. */
  escalateAfter: z.strictObject({ managingEditor: z.int().min(0), leader: z.int().min(0) }),
  /** An address outside the office that is mailed the head of the audit chain each day; empty for none. */
  witnessEmail: z.union([z.literal(''), z.email()]),
});

export type DeskSettings = z.output<typeof settings>;
/** What a portal's row holds: only what an admin has set. */
export type DeskSettingsRow = Partial<DeskSettings>;

const office: ServiceDay = { from: 8 * 60, until: 16 * 60 };

/** What holds where an admin has set nothing: office hours from Monday to Friday, a day's work per article. */
export const standardSettings: DeskSettings = {
  week: [office, office, office, office, office, null, null],
  targets: {
    announcement: { verify: 120, claim: 60, edit: 60, confirm: 60 },
    hoax_clarification: { verify: 30, claim: 15, edit: 30, confirm: 15 },
    banner: { verify: 15, claim: 10, edit: 15, confirm: 10 },
  },
  otherKinds: { verify: 240, claim: 120, edit: 120, confirm: 120 },
  escalateAfter: { managingEditor: 0, leader: 240 },
  witnessEmail: '',
};

/** The settings of a portal: its own where it has them, else the standard ones. */
export function deskSettingsOf(row: DeskSettingsRow): DeskSettings {
  return settings.parse({ ...standardSettings, ...row });
}

/** The targets of a kind, in minutes of service hours. */
export function targetsOf({ targets, otherKinds }: DeskSettings, kind: ArticleKind): StageTargets {
  return targets[kind] ?? otherKinds;
}

/** The targets of every kind, and whether they are its own or those of the other kinds. */
export function targetsByKind(settings: DeskSettings): { kind: ArticleKind; targets: StageTargets; isOwn: boolean }[] {
  return articleKinds.map((kind) => ({
    kind,
    targets: targetsOf(settings, kind),
    isOwn: settings.targets[kind] !== undefined,
  }));
}
