import type { IncomingMessage, ServerResponse } from 'node:http';
import { countViolations, violationsIn } from '#lib/policy-violations.ts';
import { policyReportsPath } from '#lib/urls.ts';
import { refusalHeaders, type Surroundings } from './headers.ts';

/** Takes one report of a browser, and answers 204 whatever it was. */
export type PolicyReports = (request: IncomingMessage, response: ServerResponse) => void;

/** Bytes of a message that are read. */
const longest = 16_384;
/** Messages read within a second, and at the same time, in this process. Further ones are let go unread. */
const perSecond = 20;
const atOnce = 8;
/** Milliseconds that one may take to arrive. */
const patience = 5_000;

const mediaTypes = /^application\/(?:csp-report|reports\+json|json)\b/;

/** Whether a request brings a browser's report. */
export function isPolicyReport(request: IncomingMessage, path: string): boolean {
  return path === policyReportsPath && request.method === 'POST' && request.headers['next-action'] === undefined;
}

/**
 * Where browsers report what a page's policy made them refuse. Anybody can send here whatever they like: it is
 * read within bounds that hold for all senders together, counted in memory, and written nowhere else.
 *
 * @param now milliseconds, of a clock that does not jump
 */
export function policyReports(around: Surroundings, now: () => number = () => performance.now()): PolicyReports {
  const headers = [...refusalHeaders(around)];
  let begun = 0;
  let read = 0;
  let reading = 0;

  return (request, response) => {
    const at = now();
    if (at - begun >= 1_000) {
      begun = at;
      read = 0;
    }
    const isOne = mediaTypes.test(request.headers['content-type'] ?? '');
    const fits = Number(request.headers['content-length'] ?? 0) <= longest;
    if (!isOne || !fits || read >= perSecond || reading >= atOnce) return tell(response, headers, true);
    read += 1;
    reading += 1;
    bodyOf(request)
      .then((body) => countViolations(violationsIn(body)))
      // A sender that goes away or is too slow has nobody to be told.
      .catch(() => request.destroy())
      .finally(() => {
        reading -= 1;
        if (!response.destroyed) tell(response, headers, false);
      });
  };
}

/** Nothing to say. What was not read is left in a connection that nobody uses any more. */
function tell(response: ServerResponse, headers: readonly string[], isUnread: boolean): void {
  response.writeHead(204, isUnread ? [...headers, 'Connection', 'close'] : [...headers]);
  response.end();
}

function bodyOf(request: IncomingMessage): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  const timer = setTimeout(() => reject(new Error('too slow')), patience);
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > longest) reject(new Error('too long'));
    else chunks.push(chunk);
  });
  request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  request.on('close', () => reject(new Error('cut off')));
  return promise.finally(() => clearTimeout(timer));
}
