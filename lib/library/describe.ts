import { asc, eq, inArray, sql } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { assets } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, notAllowed, notFound } from '#lib/errors.ts';
import type { AssetId } from '#lib/ids.ts';
import { maySeeAsset, mayUploadFor } from '#lib/media/access.ts';
import { keptAmong } from '#lib/media/confidence.ts';
import { focusPhoto } from '#lib/media/rendition-job.ts';
import { holds, isEditor, isManagingEditor } from '#lib/newsroom/policy.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { type EventEntry, recordEvents } from '#lib/record/events.ts';
import type { LibraryInput } from './facts-input.ts';

export type AssetRow = typeof assets.$inferSelect;

/** Writes what is known of a photo or document; it is kept in the library from then on. */
export function describeAsset(actor: Actor, input: LibraryInput<'describe'>): Promise<void> {
  return describeAssets(actor, { assets: [input] });
}

/**
 * The same for several at once, all or none.
 *
 * @throws notFound for what the actor may not see, notAllowed for another agency's, conflict when
 * somebody changed one meanwhile
 */
export function describeAssets(actor: Actor, input: LibraryInput<'describeAll'>): Promise<void> {
  return change(
    actor,
    input.assets.map(({ assetId }) => assetId),
    async (tx, rows, asked) => {
      const entries: EventEntry[] = [];
      for (const { assetId, version, ...facts } of input.assets) {
        const row = rowOf(rows, assetId);
        requireVersion(row, version);
        const changed = changedFacts(row, facts);
        if (changed.length === 0 && row.keptAt !== null) continue;
        await keep(tx, row, facts);
        if (changed.length > 0) entries.push(entryOf(asked, row, 'describe_asset', detailOf(row, facts, changed)));
      }
      return entries;
    },
  );
}

/** Lets every agency of the portal use it, or takes that back; where it is used already it stays. */
export function shareAsset(actor: Actor, { assetId, version, isShared }: LibraryInput<'share'>): Promise<void> {
  return change(actor, [assetId], async (tx, rows, asked) => {
    const row = rowOf(rows, assetId);
    requireVersion(row, version);
    if ((row.sharedAt !== null) === isShared) return [];
    await keep(tx, row, { sharedAt: isShared ? now() : null });
    return [entryOf(asked, row, isShared ? 'share_asset' : 'unshare_asset', {})];
  });
}

/** Moves the point around which it is cropped; its card is made anew. */
export function focusAsset(actor: Actor, { assetId, version, x, y }: LibraryInput<'focus'>): Promise<void> {
  return change(actor, [assetId], async (tx, rows, asked) => {
    const row = rowOf(rows, assetId);
    requireVersion(row, version);
    requirePhoto(row);
    if (row.focalX === x && row.focalY === y) return [];
    await keep(tx, row, {});
    await focusPhoto(tx, assetId, { x, y });
    return [entryOf(asked, row, 'focus_asset', { from: { x: row.focalX, y: row.focalY }, to: { x, y } })];
  });
}

/**
 * One transaction upon locked assets that the actor may describe; what is recorded comes last.
 *
 * @param work returns the entries of the audit log
 */
export function change(
  actor: Actor,
  ids: readonly AssetId[],
  work: (tx: Transaction, rows: readonly AssetRow[], asked: Actor) => Promise<EventEntry[]>,
): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    // In one order, so that two people who describe the same photos wait for each other and no more.
    const rows = await tx
      .select()
      .from(assets)
      .where(inArray(assets.id, [...ids]))
      .orderBy(asc(assets.id))
      .for('no key update');
    const kept = await keptAmong(tx, asked, ids);
    for (const id of ids) {
      const row = rows.find((candidate) => candidate.id === id);
      if (row === undefined || kept.has(id) || !maySeeAsset(asked, row)) throw notFound('asset');
      if (!mayUploadFor(asked, row.portalId, row.agencyId)) {
        throw notAllowed(
          'Hanya kontributor dan verifikator perangkat daerah pemiliknya serta redaktur yang dapat mengubahnya.',
        );
      }
    }
    await recordEvents(tx, await work(tx, rows, asked));
  });
}

/** @throws when the caller asked for another asset than it locked */
export function rowOf(rows: readonly AssetRow[], id: AssetId): AssetRow {
  const row = rows.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error('An asset was changed that was not locked.');
  return row;
}

export function requireVersion(row: AssetRow, seen: number): void {
  if (row.version === seen) return;
  throw conflict('Keterangan berkas ini baru saja diubah orang lain. Muat ulang, periksa, lalu ulangi.');
}

export function requirePhoto(row: AssetRow): void {
  if (row.kind !== 'photo') throw notAllowed('Ini dokumen, bukan foto.');
  if (row.state === 'failed') throw notAllowed('Foto ini gagal diolah. Unggah ulang fotonya.');
}

/** An entry of the audit log about an asset. */
export function entryOf(
  actor: Actor,
  row: Pick<AssetRow, 'id' | 'portalId' | 'agencyId'>,
  verb: EventVerb,
  detail: Record<string, unknown>,
): EventEntry {
  return {
    portalId: row.portalId,
    actorId: actor.userId,
    actorRole: roleFor(actor, row),
    verb,
    agencyId: row.agencyId,
    detail: { assetId: row.id, ...detail },
  };
}

function roleFor(actor: Actor, { portalId, agencyId }: Pick<AssetRow, 'portalId' | 'agencyId'>): Role {
  if (isManagingEditor(actor, portalId)) return 'managing_editor';
  if (isEditor(actor, portalId)) return 'editor';
  return holds(actor, 'verifier', portalId, agencyId) ? 'verifier' : 'contributor';
}

async function keep(tx: Transaction, row: AssetRow, changes: Partial<AssetRow>): Promise<void> {
  const keptAt = row.keptAt ?? now();
  await tx
    .update(assets)
    .set({ ...changes, keptAt, version: sql`${assets.version} + 1` })
    .where(eq(assets.id, row.id));
}

type Facts = Omit<LibraryInput<'describe'>, 'assetId' | 'version'>;

const factNames = [
  'alt',
  'caption',
  'credit',
  'terms',
  'takenOn',
  'takenAt',
  'origin',
  'showsChild',
  'hasConsent',
  'rightsUntil',
] as const satisfies readonly (keyof Facts)[];

const changedFacts = (row: AssetRow, facts: Facts) => factNames.filter((name) => row[name] !== facts[name]);

/** Which facts changed; the words themselves are no part of the log, what decides over use is. */
function detailOf(row: AssetRow, facts: Facts, changed: readonly string[]): Record<string, unknown> {
  const telling = (['origin', 'showsChild', 'hasConsent', 'rightsUntil'] as const).filter((name) =>
    changed.includes(name),
  );
  return {
    changed,
    ...Object.fromEntries(telling.map((name) => [name, { from: row[name], to: facts[name] }])),
  };
}
