import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import { editionId, suggestionId, userId } from '#lib/ids.ts';
import { wordsInput } from '#lib/newsroom/article-input.ts';
import { saveWords } from '#lib/newsroom/drafting.ts';
import { readJson } from './request-answer.ts';

const saveRequest = z.strictObject({
  saveId: z.uuid('Muat ulang halaman ini.'),
  baseVersion: z.int('Muat ulang halaman ini.').positive(),
  /** Whose words these are: the page may have been opened by another account than the one signed in now. */
  writer: userId,
  words: wordsInput,
  /** Suggested changes that these words take over. */
  accepted: z.array(suggestionId).max(100).optional(),
});

const otherAccount = {
  code: 'other_account',
  text: 'Akun lain sedang masuk di peramban ini. Masuk lagi dengan akun yang menulis naskah ini.',
  issues: [],
};

/**
 * One save of the editor: `POST /redaksi/simpan/<edition>` with `{ saveId, baseVersion, writer, words }`.
 * Answers a `SaveResult`: 200 when saved, 409 for a conflict and for words that came too late.
 */
export async function saveAnswer(actor: Actor, request: Request, params: { editionId: string }): Promise<Response> {
  const id = editionId.safeParse(params.editionId);
  if (!id.success) throw notFound('edition');
  const { writer, accepted, ...input } = await readJson(request, saveRequest);
  if (writer !== actor.userId) return Response.json(otherAccount, { status: 403 });
  const result = await saveWords(actor, {
    ...input,
    ...(accepted !== undefined && { accepted }),
    editionId: id.data,
  });
  return Response.json(result, { status: result.outcome === 'saved' ? 200 : 409 });
}
