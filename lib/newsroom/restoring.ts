import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Transaction, transaction } from '#db/client.ts';
import { editions, revisions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, invalid, notAllowed, notFound } from '#lib/errors.ts';
import { type ArticleId, type AssetId, editionId, type RevisionId, revisionId } from '#lib/ids.ts';
import { version } from '#lib/input-parts.ts';
import { uploadStates } from '#lib/media/upload-states.ts';
import { recordEvent } from '#lib/record/events.ts';
import { withoutAssets } from '#lib/richtext/document.ts';
import type { Words } from './article-input.ts';
import { resolveWords, writeWords, writingNow } from './drafting.ts';
import { type EditionRecord, hashOfRow } from './edition-record.ts';
import { keepRestored } from './history.ts';
import { refusalFor, signingRole } from './policy.ts';
import { assetsOf } from './readiness.ts';
import { openEdition } from './transition.ts';
import { canFollow } from './workflow.ts';

/** Which version is to come back, into which edition, and the version of that edition the person saw. */
export const restoreInput = z.strictObject({ editionId, version, revisionId });
export type RestoreInput = z.output<typeof restoreInput>;

/** What became of it: where the words are now, and what of them could not come back. */
export type Restored = { articleId: ArticleId; version: number; notes: string[] };

/**
 * Brings the words of an earlier version back as a save of whoever may write now. Nothing is lost: the
 * words that stood there are in the history. Placement and the note of the edition stay as they are.
 *
 * @throws not_found for a version of another article, not_allowed for who may not write now, conflict
 * when somebody wrote meanwhile or is writing now, invalid for a version without words
 */
export function restoreRevision(actor: Actor, input: RestoreInput): Promise<Restored> {
  return transaction(async (tx) => {
    const at = now();
    const record = await openEdition(tx, input.editionId, actor);
    const { edition, article, facts } = record;
    const former = await versionOf(tx, article.id, input.revisionId);
    if (!canFollow('edit', facts.state) || refusalFor(actor, 'edit', facts, at)) {
      throw notAllowed('Versi hanya dapat dipulihkan oleh orang yang sedang dapat menulis naskah ini.');
    }
    if (edition.version !== input.version) {
      throw conflict('Naskah ini baru saja diubah. Muat ulang, periksa perubahannya, lalu pulihkan lagi.');
    }
    const writing = await writingNow(tx, edition, actor, at);
    if (writing !== undefined) {
      throw conflict(`${writing} sedang menulis naskah ini. Minta giliran menulis di naskah, lalu pulihkan lagi.`);
    }
    const { words: standing, notes } = await withStandingUploads(tx, wordsToRestore(former, record));
    // What stood in this article before may stand in it again, also another agency's photo.
    const words = await resolveWords(tx, actor, { ...record, words: standing }, standing);
    const written = await writeWords(tx, record, words, actor, randomUUID(), at);
    const contentHash = hashOfRow(written.changed, article);
    const restoredFrom = input.revisionId;
    await keepRestored(tx, { editionId: edition.id, words, contentHash, by: actor.userId, at, restoredFrom });
    await recordEvent(tx, {
      portalId: article.portalId,
      actorId: actor.userId,
      actorRole: signingRole(actor, 'edit', facts),
      verb: 'restore_revision',
      articleId: article.id,
      editionId: edition.id,
      agencyId: article.agencyId,
      detail: { restoredFrom, contentHash },
    });
    return { articleId: article.id, version: written.version, notes };
  });
}

/** A version, read through its article. */
async function versionOf(tx: Transaction, articleId: ArticleId, id: RevisionId) {
  const [row] = await tx
    .select({ revision: revisions, purgedAt: editions.purgedAt })
    .from(revisions)
    .innerJoin(editions, eq(editions.id, revisions.editionId))
    .where(and(eq(revisions.id, id), eq(editions.articleId, articleId)));
  if (row === undefined) throw notFound('revision');
  const refuse = (code: string, text: string) => invalid([{ field: 'revisionId', code, text }]);
  if (row.purgedAt !== null) {
    throw refuse('revision_purged', 'Isi versi ini sudah dihapus bersama naskah yang dibuang. Pilih versi lain.');
  }
  if (row.revision.reason === 'stranded') {
    // Whose words they are decides who may verify them: only their writer brings them in.
    throw refuse('revision_stranded', 'Ketikan yang tertinggal disalin oleh penulisnya sendiri, tidak dipulihkan.');
  }
  return row.revision;
}

/** The former words in the place the edition has now. */
function wordsToRestore(former: typeof revisions.$inferSelect, { edition, words }: EditionRecord): Words {
  const { sectionId, topicIds, relatedIds, publicNote } = words;
  const placed = { ...former.words, sectionId, topicIds, relatedIds };
  return former.editionId === edition.id ? placed : { ...placed, publicNote };
}

/** Leaves out uploads whose files were removed meanwhile, and tells of them and of those withdrawn. */
async function withStandingUploads(tx: Transaction, words: Words): Promise<{ words: Words; notes: string[] }> {
  const ids = [...new Set(assetsOf(words))];
  const states = await uploadStates(tx, ids);
  // The row of a file that was removed stays, as failed; a file that failed is of no use either.
  const gone = new Set(ids.filter((id) => (states.get(id)?.state ?? 'failed') === 'failed'));
  const withdrawn = ids.filter((id) => states.get(id)?.withdrawn === true).length;
  const isGone = (id: AssetId) => gone.has(id);
  return {
    words: {
      ...words,
      cover: words.cover !== null && isGone(words.cover.assetId) ? null : words.cover,
      attachments: words.attachments.filter(({ assetId }) => !isGone(assetId)),
      body: gone.size === 0 ? words.body : withoutAssets(words.body, isGone),
    },
    notes: [
      ...(gone.size === 0 ? [] : [`${gone.size} foto atau dokumen sudah dihapus dan tidak ikut dipulihkan.`]),
      ...(withdrawn === 0 ? [] : [`${withdrawn} foto atau dokumen sudah ditarik. Gantilah sebelum mengajukan.`]),
    ],
  };
}
