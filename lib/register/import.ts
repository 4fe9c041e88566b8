import { transaction } from '#db/client.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { holdPortal } from '#lib/accounts/administration.ts';
import { type Issue, invalid } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { csvRows, csvText } from './csv-text.ts';
import { mergeFigures, mergeRegulations } from './merge-facts.ts';
import { mergePeople } from './merge-people.ts';
import { mergeNames, mergePlainWords } from './merge-words.ts';
import type { Merging } from './merging.ts';
import { requireDecider, requireKeeper } from './register-access.ts';
import { recordChange, unlessThere } from './register-change.ts';
import type { CsvKind, RegisterInput } from './register-input.ts';

/** How many entries a file adds and changes, and how many stand in the register as they are. */
export type ImportCount = { added: number; changed: number; same: number };

/** What a file would bring, before anything is written. */
export type ImportPreview = {
  count: ImportCount;
  /** The first of what is wrong, each with its line; `issueCount` says how many there are. */
  issues: readonly Issue[];
  issueCount: number;
  /** The first line and the first rows, for the eye. */
  head: readonly string[];
  sample: readonly (readonly string[])[];
  rowCount: number;
  /** To be sent again when the person agrees. */
  text: string;
};

const shownIssues = 50;
const shownRows = 8;

/**
 * Reads a CSV file and tells what taking it would do. Writes nothing.
 *
 * @throws invalid for what is no CSV file of this list
 */
export async function previewImport(
  actor: Actor,
  { portalId, kind, file }: RegisterInput<'previewImport'>,
): Promise<ImportPreview> {
  const role = roleFor(actor, portalId, kind);
  const text = csvText(new Uint8Array(await file.arrayBuffer()));
  const { issues, ...count } = await transaction((tx) => merges[kind]({ tx, actor, role, portalId, text }, false));
  const [head, ...rows] = csvRows(text);
  return {
    count,
    issues: issues.slice(0, shownIssues),
    issueCount: issues.length,
    head: head?.cells ?? [],
    sample: rows.slice(0, shownRows).map((row) => row.cells),
    rowCount: rows.length,
    text,
  };
}

/**
 * Takes a CSV text into the register: all of its rows, or none when one of them is wrong. What stands
 * there under the same name is changed; nothing is taken out.
 *
 * @throws invalid with a line for each wrong row
 */
export function takeImport(actor: Actor, { portalId, kind, text }: RegisterInput<'takeImport'>): Promise<ImportCount> {
  return transaction(async (tx) => {
    const role = roleFor(actor, portalId, kind);
    await holdPortal(tx, portalId);
    const merged = merges[kind]({ tx, actor, role, portalId, text }, true);
    const { issues, ...count } = await unlessThere(merged, 'file', meanwhile);
    if (issues.length > 0) throw invalid(issues.slice(0, shownIssues));
    if (count.added + count.changed > 0) {
      await recordChange(tx, { actor, role, portalId, verb: 'import_register', detail: { kind, ...count } });
    }
    return count;
  });
}

const meanwhile = 'Orang lain baru saja menambahkan entri yang sama. Periksa berkasnya lagi, lalu ambil sekali lagi.';

function roleFor(actor: Actor, portalId: PortalId, kind: CsvKind) {
  return kind === 'names' ? requireDecider(actor, portalId) : requireKeeper(actor, portalId);
}

const merges: Readonly<Record<CsvKind, Merging>> = {
  people: mergePeople,
  regulations: mergeRegulations,
  figures: mergeFigures,
  names: mergeNames,
  plain_words: mergePlainWords,
};
