import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/accounts/actor.ts';
import type { ArticleId, EditionId } from '#lib/ids.ts';
import type { Words } from '#lib/newsroom/article-input.ts';
import { actionBody, builtActions } from '#lib/testing/server-actions.ts';
import { cookieOf } from '../bench/signed-in.ts';
import type { Stage } from './stage.ts';

/** An answer, or `null` when the server was gone before it could give one. */
export type Answered = { status: number; text: string; retryAfter: string | null } | null;

/** One person at the newsroom's doors, without a browser: what the browser would send. */
export type NewsroomClient = {
  save(edition: EditionId, baseVersion: number, words: Words, saveId?: string): Promise<Answered>;
  /** A verb of the review page, through its server action. */
  act(article: ArticleId, action: string, fields: Readonly<Record<string, string>>): Promise<Answered>;
  get(path: string): Promise<Answered>;
  post(path: string, body: BodyInit, headers?: Readonly<Record<string, string>>): Promise<Answered>;
};

/** Milliseconds after which an answer counts as none. */
const patience = 30_000;

/** Signs this person in. The database has to be there; the application need not. */
export async function newsroomClient(stage: Stage, actor: Actor): Promise<NewsroomClient> {
  const cookie = await cookieOf(actor.userId);
  const { origin } = stage;
  const ask = (path: string, init: RequestInit) =>
    answered(`${origin}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { cookie, origin, ...Object(init.headers) },
    });
  return {
    save: (edition, baseVersion, words, saveId = randomUUID()) =>
      ask(`/redaksi/simpan/${edition}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ saveId, baseVersion, writer: actor.userId, words }),
      }),
    act: async (article, action, fields) =>
      ask(`/redaksi/naskah/${article}/tinjau`, {
        method: 'POST',
        headers: { 'next-action': await idOfAction(action), accept: 'text/x-component' },
        body: actionBody(fields),
      }),
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, body, headers = {}) => ask(path, { method: 'POST', body, headers }),
  };
}

/** An answer of anybody's request; `null` when the connection broke. */
export async function answered(url: string, init: RequestInit = {}): Promise<Answered> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience), ...init });
    return { status: answer.status, text: await answer.text(), retryAfter: answer.headers.get('retry-after') };
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

/** The number under which the build knows an action of the article's pages. */
async function idOfAction(name: string): Promise<string> {
  const id = (await builtActions()).get(`app/(newsroom)/redaksi/naskah/[articleId]/actions.ts#${name}`);
  if (id === undefined) throw new Error(`The build has no action ${name}`);
  return id;
}
