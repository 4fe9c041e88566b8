import { z } from 'zod';
import '../zod-in-browser.ts';
import { priorities } from '../../db/schema/enums.ts';
import { editionId, savedViewId, userId } from '../ids.ts';
import { plainLine } from '../newsroom/plain-input.ts';
import { reasonCode } from '../newsroom/verb-inputs.ts';

const reload = 'Muat ulang halaman ini, lalu ulangi.';

/** The most items one person acts upon at once: a page of the queue, and some to spare. */
export const mostInBulk = 100;
/** The longest name of a saved view. */
export const longestViewName = 60;
/** The most views one person keeps. */
export const mostViews = 20;

function form<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, `Kiriman ini tidak dikenali. ${reload}`);
}

/** One chosen line, as the list saw it: `edition.version.assignee`, where nobody is `-`. */
const item = z
  .string(reload)
  .max(120, reload)
  .transform((text, context) => {
    const [edition, version, assignee] = text.split('.');
    const found = z
      .strictObject({
        editionId,
        version: z.coerce.number().int().positive(),
        seenAssigneeId: z.union([z.literal('-').transform(() => null), userId]),
      })
      .safeParse({ editionId: edition, version, seenAssigneeId: assignee });
    if (found.success) return found.data;
    context.addIssue({ code: 'custom', message: reload });
    return z.NEVER;
  });

/** One item as `item` reads it. */
export function itemText(of: { editionId: string; version: number; assignee: { id: string } | null }): string {
  return `${of.editionId}.${of.version}.${of.assignee?.id ?? '-'}`;
}

const asList = (sent: unknown) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]);
const items = z.preprocess(
  asList,
  z.array(item).min(1, 'Pilih dahulu naskahnya.').max(mostInBulk, `Paling banyak ${mostInBulk} naskah sekaligus.`),
);

const note = plainLine(1000, 'Catatan')
  .default('')
  .transform((text) => text.trim());
const reason = plainLine(1000, 'Catatan').pipe(z.string().trim().min(10, 'Tulis catatannya, paling sedikit 10 huruf.'));
const day = z.union([z.literal('').transform(() => undefined), z.iso.date('Pilih tanggal tenggatnya.')]).optional();
const time = z
  .union([z.literal('').transform(() => undefined), z.iso.time({ precision: -1, error: 'Tulis jam seperti 16.00.' })])
  .optional();
const priority = z.enum(priorities, 'Pilih prioritasnya.');
const viewName = plainLine(longestViewName, 'Nama tampilan').pipe(
  z.string().trim().min(1, 'Beri nama pada tampilan ini.'),
);
const tick = z
  .literal(['true', 'on'], `Pilihan ini tidak dikenali. ${reload}`)
  .optional()
  .transform((value) => value !== undefined);

/** What each verb of the desk is sent: one schema for the form and the server. */
export const deskInputs = {
  assign: form({
    items,
    assigneeId: z.union([z.literal('').transform(() => null), userId], 'Pilih penanggung jawabnya.'),
    dueDay: day,
    dueTime: time,
    priority: z.union([z.literal('').transform(() => undefined), priority]).optional(),
    note,
  }),
  setPriority: form({ items, priority }),
  return: form({ items, reasonCode: reasonCode('Pilih alasan pengembalian.'), note: reason }),
  archive: form({ items }),
  unarchive: form({ items }),
  claim: form({ editionId, version: z.coerce.number(reload).int(reload).positive(reload) }),
  handOver: form({
    editionId,
    version: z.coerce.number(reload).int(reload).positive(reload),
    toId: z.union([userId], 'Pilih redaktur lain yang menerimanya.'),
    note,
  }),
  saveView: form({ name: viewName, query: z.string(reload).max(400, reload), isDefault: tick }),
  renameView: form({ viewId: savedViewId, name: viewName }),
  removeView: form({ viewId: savedViewId }),
  chooseView: form({ viewId: z.union([z.literal('').transform(() => null), savedViewId]) }),
} as const;

/** The clean input of one verb. */
export type DeskInputOf<Name extends keyof typeof deskInputs> = z.output<(typeof deskInputs)[Name]>;
