import { and, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database, transaction } from '#db/client.ts';
import { previewLinks } from '#db/schema/index.ts';
import { takeTry } from '#lib/accounts/throttle.ts';
import { now } from '#lib/clock.ts';
import { documentsFor } from '#lib/media/documents.ts';
import { publicRendition, renditionOfAny } from '#lib/media/reads.ts';
import { hashOfKey, isDocumentKey, storageKey } from '#lib/media/storage.ts';
import { type StoredFile, storedFile } from '#lib/media/stored-files.ts';
import { documentMediaType } from '#lib/media/table.ts';
import { commentAsGuest } from './comments.ts';
import { remarkLimits } from './conversation-shapes.ts';
import type { Preview } from './desk-shapes.ts';
import { type EditionRecord, readEdition } from './edition-record.ts';
import { paragraphs } from './plain-input.ts';
import { previewOfRecord } from './preview.ts';
import { type GuestPass, guestPass } from './preview-links.ts';
import { assetsOf, documentIdsOf } from './readiness.ts';

/** What a guest sees: the edition as readers would get it, and what they may do about it. */
export type GuestPreview = Preview & Pick<GuestPass, 'guestName' | 'mayComment' | 'expiresAt'>;

/** The edition behind a secret, or null when the secret opens nothing (any more). Counts the opening. */
export async function guestPreview(token: string): Promise<GuestPreview | null> {
  const pass = await guestPass(token);
  const record = pass === null ? undefined : await readEdition(database(), pass.editionId);
  if (pass === null || record === undefined) return null;
  await database()
    .update(previewLinks)
    .set({ openings: sql`${previewLinks.openings} + 1`, lastOpenedAt: now() })
    .where(eq(previewLinks.id, pass.linkId));
  const { guestName, mayComment, expiresAt } = pass;
  return { ...(await previewOfRecord(record)), guestName, mayComment, expiresAt };
}

/** A file that a guest may have. */
type GuestFile = StoredFile & { hash: string; mediaType: string; isDocument: boolean };

/**
 * A picture or document of the edition behind a secret, or a picture readers have already: the
 * edition's page shows those of related articles. Null for all else.
 */
export async function guestFile(token: string, key: string): Promise<GuestFile | null> {
  const pass = await guestPass(token);
  const record = pass === null ? undefined : await readEdition(database(), pass.editionId);
  if (record === undefined) return null;
  const isDocument = isDocumentKey(key);
  const mediaType = isDocument ? await typeOfOwnDocument(record, key) : await typeOfPicture(record, key);
  if (mediaType === undefined) return null;
  const file = await storedFile(storageKey(key));
  return file === null ? null : { ...file, hash: hashOfKey(storageKey(key)), mediaType, isDocument };
}

async function typeOfPicture({ words }: EditionRecord, key: string): Promise<string | undefined> {
  const picture = (await renditionOfAny(assetsOf(words), key)) ?? (await publicRendition(key));
  return picture?.mediaType;
}

async function typeOfOwnDocument({ words }: EditionRecord, key: string): Promise<string | undefined> {
  const own = await documentsFor(database(), documentIdsOf(words));
  const isOwn = [...own.values()].some((one) => one.key === key && !one.withdrawn && one.state !== 'failed');
  return isOwn ? documentMediaType : undefined;
}

const guestComment = z.strictObject({
  komentar: paragraphs(remarkLimits.text, 'Komentar').pipe(z.string().trim().min(1, 'Tulis komentar Anda dulu.')),
});

/** Comments one link takes: a source has a few things to say, a script has many. */
const commentsPerLink = 50;

/**
 * Leaves what a guest says among the article's comments, under the name the link was made for.
 *
 * @param form as a plain HTML form sends it
 * @returns `unknown` when the secret opens nothing or takes no comments; `refused` for a comment that is
 * empty or too long, `too_often` when the link writes faster than a hand, `full` when it has taken enough
 */
export async function takeGuestComment(
  token: string,
  form: URLSearchParams,
): Promise<'thanks' | 'refused' | 'too_often' | 'full' | 'unknown'> {
  const input = guestComment.safeParse(Object.fromEntries(form));
  return transaction(async (tx) => {
    const pass = await guestPass(token, tx);
    if (pass === null || !pass.mayComment) return 'unknown';
    if (!input.success) return 'refused';
    const { linkId, articleId, editionId, guestName } = pass;
    if (takeTry([{ kind: 'guestComment', of: linkId }]) !== undefined) return 'too_often';
    const taken = await tx
      .update(previewLinks)
      .set({ comments: sql`${previewLinks.comments} + 1` })
      .where(and(eq(previewLinks.id, linkId), lt(previewLinks.comments, commentsPerLink)))
      .returning({ id: previewLinks.id });
    if (taken.length === 0) return 'full';
    await commentAsGuest(tx, { articleId, editionId, guestName, text: input.data.komentar });
    return 'thanks';
  });
}
