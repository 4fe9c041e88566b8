import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import { articleId } from '#lib/ids.ts';
import { portalOfArticle, recordForActor } from '#lib/newsroom/edition-view.ts';
import { similarForActor } from '#lib/similar/similar-reads.ts';

/** Who else tells the story of an article: `GET /redaksi/naskah/<article>/serupa`, for the writer about to submit. */
export async function similarAnswer(actor: Actor, _request: Request, params: { articleId: string }): Promise<Response> {
  const id = articleId.safeParse(params.articleId);
  if (!id.success) throw notFound('article');
  const similar = await similarForActor(actor, id.data);
  const { timeZone } = await portalOfArticle((await recordForActor(actor, id.data)).article);
  return Response.json({ similar, timeZone });
}
