import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { liveStates } from '#db/schema/enums.ts';
import { agencies, articles, editions } from '#db/schema/index.ts';
import { askForRenamedCards } from '#lib/cards/card-jobs.ts';
import { invalid, notFound } from '#lib/errors.ts';
import type { AgencyId, PortalId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { type ChangeDetail, changeDetail } from '#lib/record/changed-fields.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import { agencyPath, slugify } from '#lib/urls.ts';
import type { AccountInput } from './account-input.ts';
import type { Actor } from './actor.ts';
import { administeredPortals, changedMeanwhile, requireAdmin, unlessTaken } from './administration.ts';

export type AgencyRow = typeof agencies.$inferSelect;

/** The agencies of a portal, active ones first, by name. */
export async function agenciesToAdminister(actor: Actor, portalId: PortalId): Promise<AgencyRow[]> {
  requireAdmin(actor, portalId);
  return database()
    .select()
    .from(agencies)
    .where(eq(agencies.portalId, portalId))
    .orderBy(desc(agencies.isActive), asc(agencies.name));
}

/** One agency of a portal the actor administers. */
export async function agencyToAdminister(actor: Actor, agencyId: AgencyId): Promise<AgencyRow> {
  const [row] = await database()
    .select()
    .from(agencies)
    .where(and(eq(agencies.id, agencyId), inArray(agencies.portalId, administeredPortals(actor))));
  if (row === undefined) throw notFound('agency');
  return row;
}

/** Adds an agency. Its address on the site comes from the short name unless one is given. */
export async function createAgency(actor: Actor, input: AccountInput<'createAgency'>): Promise<{ agencyId: AgencyId }> {
  requireAdmin(actor, input.portalId);
  return transaction(async (tx) => {
    const slug = input.slug || slugify(input.shortName);
    const [row] = await unlessTaken(
      tx
        .insert(agencies)
        .values({ ...input, slug })
        .returning({ id: agencies.id }),
      () => slugTaken(slug),
    );
    if (row === undefined) throw new Error('The new agency was not returned.');
    const detail = changeDetail(aboutAgency(row.id), null, { name: input.name, slug });
    await readersSee(tx, actor, input.portalId, 'create_agency', row.id, detail);
    return { agencyId: row.id };
  });
}

/**
 * Changes an agency. Its address stays once readers may have kept it.
 *
 * @throws conflict when somebody changed it since this version was read
 */
export function editAgency(actor: Actor, input: AccountInput<'editAgency'>): Promise<void> {
  return transaction(async (tx) => {
    const { agencyId, version, ...wanted } = input;
    const [before] = await tx.select().from(agencies).where(eq(agencies.id, agencyId)).for('no key update');
    if (before === undefined) throw notFound('agency');
    requireAdmin(actor, before.portalId);
    if (before.version !== version) throw changedMeanwhile();
    const after = { ...wanted, slug: wanted.slug || before.slug };
    if (after.slug !== before.slug && (await hasBeenRead(tx, agencyId))) {
      const text = 'Alamat ini tidak dapat diubah: sudah ada artikel terbit di sana, dan tautannya akan putus.';
      throw invalid([{ field: 'slug', code: 'slug_in_use', text }]);
    }
    await unlessTaken(
      tx
        .update(agencies)
        .set({ ...after, version: version + 1 })
        .where(eq(agencies.id, agencyId)),
      () => slugTaken(after.slug),
    );
    const detail = changeDetail(aboutAgency(agencyId), before, after);
    await readersSee(tx, actor, before.portalId, 'edit_agency', agencyId, detail);
    if (timesOfVerifiers.some((name) => name in detail.after)) {
      const { portalId } = before;
      await addJob(tx, 'recount_targets', { portalId }, { jobKey: `recount:${portalId}` });
    }
    if (namesOnCards.some((name) => name in detail.after)) {
      await askForRenamedCards(tx, { portalId: before.portalId, agencyId });
    }
  });
}

/** The name under which the audit log keeps what became of an agency. */
export const aboutAgency = (agencyId: AgencyId) => `agency:${agencyId}`;

/** What of an agency decides until when its verifiers are waited for. */
const timesOfVerifiers: readonly (keyof AgencyRow)[] = ['hasVerification', 'verifyWithinMinutes'];

/** What of an agency is painted on the pictures of shared links. */
const namesOnCards: readonly (keyof AgencyRow)[] = ['name', 'shortName'];

async function hasBeenRead(tx: Transaction, agencyId: AgencyId): Promise<boolean> {
  const found = await tx
    .select({ id: editions.id })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(articles.agencyId, agencyId), inArray(editions.state, [...liveStates])))
    .limit(1);
  return found.length > 0;
}

/** Agencies stand in menus, on cards and on pages of their own, so every page is made anew. */
async function readersSee(
  tx: Transaction,
  actor: Actor,
  portalId: PortalId,
  verb: EventVerb,
  agencyId: AgencyId,
  detail: ChangeDetail,
): Promise<void> {
  await raiseGeneration(tx, portalId, [generationNames.site]);
  await recordEvent(tx, { portalId, actorId: actor.userId, actorRole: 'admin', verb, agencyId, detail });
}

function slugTaken(slug: string): Error {
  const text = `Alamat ${agencyPath(slug)} sudah dipakai perangkat daerah lain. Tulis alamat lain.`;
  return invalid([{ field: 'slug', code: 'slug_taken', text }]);
}
