import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import { articleId } from '#lib/ids.ts';
import { referenceForActor } from '#lib/newsroom/edition-checks.ts';

/** What the checks compare an article with: `GET /redaksi/naskah/<article>/rujukan`, a `Reference` without its dictionary. */
export async function referenceAnswer(
  actor: Actor,
  _request: Request,
  params: { articleId: string },
): Promise<Response> {
  const id = articleId.safeParse(params.articleId);
  if (!id.success) throw notFound('article');
  const { dictionary: _asked, ...reference } = await referenceForActor(actor, id.data);
  return Response.json(reference);
}
