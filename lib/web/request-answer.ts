import type { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { errorCode, invalid } from '#lib/errors.ts';
import { answerOf, errorResponse, foreignAnswer, issuesOfZod, signedOutAnswer, tooLarge } from './error-answer.ts';
import { isFromHere } from './origin.ts';

export type RouteOptions = {
  /** Bytes of body at most. */
  maxBytes?: number;
};

/** What a route does for somebody who is signed in. `request` gives up at the body limit. */
export type ActorWork<Params> = (actor: Actor, request: Request, params: Params) => Promise<Response>;

const usualBytes = 256 * 1024;
const safeMethods = ['GET', 'HEAD'];

/**
 * Answers one request to a newsroom route: origin, size, actor, work, errors as JSON
 * `{ code, text, issues, id? }`. Nothing of it is ever cached.
 */
export async function answerRequest<Params>(
  request: Request,
  params: Params,
  findActor: () => Promise<Actor | null>,
  work: ActorWork<Params>,
  { maxBytes = usualBytes }: RouteOptions = {},
): Promise<Response> {
  try {
    if (!safeMethods.includes(request.method) && !isFromHere(request.headers)) return errorResponse(foreignAnswer);
    if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
    const actor = await findActor();
    if (actor === null) return errorResponse(signedOutAnswer);
    return uncached(await work(actor, limited(request, maxBytes), params));
  } catch (error) {
    return errorResponse(answerOf(error, `route ${request.method} ${new URL(request.url).pathname}`));
  }
}

/**
 * The JSON body of a request, checked.
 *
 * @throws invalid when it is no JSON or not what the schema asks for
 */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const text = await textOf(request);
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw invalid(issuesOfZod(parsed.error));
}

/** A page that closes while it sends leaves half a request: nobody waits for the answer, and nothing is broken. */
async function textOf(request: Request): Promise<string> {
  try {
    return await request.text();
  } catch (error) {
    if (errorCode(error) !== 'ECONNRESET') throw error;
    throw invalid([{ field: '', code: 'cut_off', text: 'Kiriman terputus. Coba lagi.' }]);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalid([{ field: '', code: 'no_json', text: 'Yang dikirim tidak dapat dibaca. Muat ulang halaman.' }]);
  }
}

/** The same request with a body that breaks off at the limit, whatever length was declared. */
function limited(request: Request, maxBytes: number): Request {
  if (request.body === null) return request;
  let left = maxBytes;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
  const { method, headers, signal } = request;
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers,
    signal,
    body: request.body.pipeThrough(counter),
    duplex: 'half',
  };
  return new Request(request.url, init);
}

function uncached(response: Response): Response {
  if (response.headers.has('cache-control')) return response;
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-store');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
