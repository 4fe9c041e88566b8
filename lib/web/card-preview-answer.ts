import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import { articleId } from '#lib/ids.ts';
import { cardPreview } from '#lib/newsroom/draw-share-card.ts';

/** The picture that a shared link will show: `GET /redaksi/naskah/<article>/kartu`, a JPEG. */
export async function cardPreviewAnswer(
  actor: Actor,
  _request: Request,
  params: { articleId: string },
): Promise<Response> {
  const id = articleId.safeParse(params.articleId);
  const bytes = id.success ? await cardPreview(actor, id.data) : null;
  if (bytes === null) throw notFound('card');
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/jpeg' } });
}
