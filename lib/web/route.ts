import type { LiveSession } from '#lib/accounts/sessions.ts';
import { errorResponse, signedOutAnswer } from './error-answer.ts';
import { type ActorWork, answerRequest, type RouteOptions } from './request-answer.ts';
import { currentSession, optionalActor } from './session.ts';

type Context<Params> = { params: Promise<Params> };

/**
 * A route handler of the newsroom: same-origin check for what changes something, body limit
 * (256 KiB unless said otherwise), the signed-in actor, errors as JSON, never cached.
 *
 * Somebody who is not signed in gets 401 `{ code: 'signed_out' }`.
 */
export function newsroomRoute<Params>(work: ActorWork<Params>, options: RouteOptions = {}) {
  return async (request: Request, context: Context<Params>): Promise<Response> =>
    answerRequest(request, await context.params, optionalActor, work, options);
}

/** The same for what lasts as long as a session does, and must know which. */
export function sessionRoute(work: (session: LiveSession, request: Request) => Response) {
  return newsroomRoute<object>(async (_actor, request) => {
    const session = await currentSession();
    return session === null ? errorResponse(signedOutAnswer) : work(session, request);
  });
}
