import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { returnReasons as builtInReasons, type ReturnReason } from '#db/schema/enums.ts';
import { articles, editions, portals, returnReasons } from '#db/schema/index.ts';
import { invalid } from '#lib/errors.ts';
import type { EditionId, PortalId } from '#lib/ids.ts';
import type { ReasonChoice } from './desk-shapes.ts';
import { returnReasonLabels } from './labels.ts';

/** A reason of a portal's list. `version` is 0 while it stands as it was built in. */
export type ListedReason = ReasonChoice & {
  position: number;
  isActive: boolean;
  isBuiltIn: boolean;
  version: number;
};

const isBuiltIn = (code: string): code is ReturnReason => builtInReasons.some((builtIn) => builtIn === code);

/** What a code means where a portal has not worded it: the built-in words, or the code itself. */
export function builtInLabel(code: string): string {
  return isBuiltIn(code) ? returnReasonLabels[code] : code;
}

/** All reasons of a portal in its order, those out of use too. */
export async function listedReasons(queryable: Queryable, portalId: PortalId): Promise<ListedReason[]> {
  return (await reasonsOfPortals(queryable, [portalId])).get(portalId) ?? [];
}

/** The reasons that may be chosen now, in the portal's order. */
export async function reasonChoices(queryable: Queryable, portalId: PortalId): Promise<ReasonChoice[]> {
  const listed = await listedReasons(queryable, portalId);
  return listed.filter((reason) => reason.isActive).map(({ code, label }) => ({ code, label }));
}

/** How each portal words its reasons, by portal and code; `labelOf` falls back to the built-in words. */
export async function reasonLabels(queryable: Queryable): Promise<(portalId: PortalId, code: string) => string> {
  const rows = await queryable
    .select({ portalId: returnReasons.portalId, code: returnReasons.code, label: returnReasons.label })
    .from(returnReasons);
  const labels = new Map(rows.map(({ portalId, code, label }) => [`${portalId} ${code}`, label]));
  return (portalId, code) => labels.get(`${portalId} ${code}`) ?? builtInLabel(code);
}

/** How the reasons of notes are worded, by the edition the note is on. */
export async function reasonLabelsOf(
  queryable: Queryable,
  editionIds: readonly EditionId[],
): Promise<(edition: EditionId, code: string) => string> {
  if (editionIds.length === 0) return (_, code) => builtInLabel(code);
  const rows = await queryable
    .select({ editionId: editions.id, portalId: articles.portalId })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(inArray(editions.id, [...editionIds]));
  const portalOf = new Map(rows.map(({ editionId, portalId }) => [editionId, portalId]));
  const labelOf = await reasonLabels(queryable);
  return (edition, code) => {
    const portalId = portalOf.get(edition);
    return portalId === undefined ? builtInLabel(code) : labelOf(portalId, code);
  };
}

/**
 * Refuses a reason that the portal does not offer (any more).
 *
 * @throws invalid
 */
export async function requireActiveReason(queryable: Queryable, portalId: PortalId, code: string): Promise<void> {
  const choices = await reasonChoices(queryable, portalId);
  if (choices.some((choice) => choice.code === code)) return;
  const text = 'Alasan ini tidak lagi dipakai di portal ini. Muat ulang halaman, lalu pilih alasan lain.';
  throw invalid([{ field: 'reasonCode', code: 'reason_not_in_use', text }]);
}

/** The row of one reason as it stands in the portal's list, for a change. */
export async function reasonRow(queryable: Queryable, portalId: PortalId, code: string) {
  const [row] = await queryable
    .select()
    .from(returnReasons)
    .where(and(eq(returnReasons.portalId, portalId), eq(returnReasons.code, code)));
  return row;
}

async function reasonsOfPortals(
  queryable: Queryable,
  portalIds: readonly PortalId[],
): Promise<Map<PortalId, ListedReason[]>> {
  const rows = await queryable
    .select({ portalId: portals.id, reason: returnReasons })
    .from(portals)
    .leftJoin(returnReasons, eq(returnReasons.portalId, portals.id))
    .where(inArray(portals.id, [...portalIds]))
    .orderBy(asc(returnReasons.position), asc(returnReasons.code));
  return new Map(
    portalIds.map((portalId) => {
      const own = rows.flatMap((row) => (row.portalId === portalId && row.reason !== null ? [row.reason] : []));
      return [portalId, inOrder(own)];
    }),
  );
}

/** The portal's own rows over the built-in ones, each at its place. */
function inOrder(rows: readonly (typeof returnReasons.$inferSelect)[]): ListedReason[] {
  const own = rows.map(({ code, label, position, isActive, version }) => {
    return { code, label, position, isActive, version, isBuiltIn: isBuiltIn(code) };
  });
  const untouched = builtInReasons.flatMap((code, position) =>
    own.some((reason) => reason.code === code)
      ? []
      : [{ code, label: returnReasonLabels[code], position, isActive: true, version: 0, isBuiltIn: true }],
  );
  return [...own, ...untouched].toSorted((one, other) => one.position - other.position);
}
