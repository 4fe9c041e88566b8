import { isReady } from '#lib/health.ts';
import type { Listener } from './listen.ts';

/**
 * What a process without readers answers: whether it lives, and whether it can work. Everything else is not
 * there. Answers as the same addresses of the site do (app/api/health).
 */
export const jobsListener: Listener = (request, response) => {
  request.resume();
  const { method, url } = request;
  if (method !== 'GET' && method !== 'HEAD') return say(405, { error: 'method' });
  if (url === '/api/health/live') return say(200, { alive: true });
  if (url === '/api/health/ready') return void isReady().then((ready) => say(ready ? 200 : 503, { ready }));
  say(404, { error: 'not_found' });

  function say(status: number, answer: Readonly<Record<string, unknown>>): void {
    const body = JSON.stringify(answer);
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 503 ? { 'retry-after': '5' } : {}),
    });
    response.end(method === 'HEAD' ? undefined : body);
  }
};
