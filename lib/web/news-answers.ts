import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import { notificationId } from '#lib/ids.ts';
import { openNews } from '#lib/notifications/news.ts';

/** Marks a piece of news as read and goes where it leads: `GET /redaksi/pemberitahuan/<id>`. */
export async function openNewsAnswer(
  actor: Actor,
  _request: Request,
  params: { notificationId: string },
): Promise<Response> {
  const id = notificationId.safeParse(params.notificationId);
  if (!id.success) throw notFound('notification');
  return new Response(null, { status: 303, headers: { location: await openNews(actor, id.data) } });
}
