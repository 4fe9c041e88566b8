import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import { articleId } from '#lib/ids.ts';
import { embargoFileForActor } from '#lib/press/embargo-reading.ts';
import { fileHeaders, webStream } from './upload-answers.ts';

/** A picture of an embargoed article, for an account that was let in. */
export async function embargoPicture(actor: Actor, params: { articleId: string; key: string[] }): Promise<Response> {
  const id = articleId.safeParse(params.articleId);
  if (!id.success) throw notFound('embargo');
  const file = await embargoFileForActor(actor, id.data, params.key.join('/'));
  const stream = await file.open();
  if (stream === null) throw notFound('embargo');
  return new Response(webStream(stream), { headers: fileHeaders(file.mediaType, file.bytes) });
}
