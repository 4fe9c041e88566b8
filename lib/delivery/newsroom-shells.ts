import type { IncomingMessage, ServerResponse } from 'node:http';

/** Makes the page that stands where Next has only a shell; never rejects. */
export type ShellPage = (status: number) => Promise<Buffer>;

/** What says nothing of the page that goes out instead. */
const ofTheShell = ['content-length', 'content-encoding', 'etag', 'link', 'transfer-encoding', 'vary'];

/**
 * Lets a finished page go out where Next answers a page with an error. Next's own answer is an
 * empty shell that draws itself by script, which the newsroom's policy (trusted types) refuses: the person
 * would see nothing. The status stays.
 *
 * @param page asked for once Next has ended its answer
 */
export function replaceShell(request: IncomingMessage, response: ServerResponse, page: ShellPage): void {
  // Only a page that is opened: what scripts ask for is read by scripts.
  if (request.method !== 'GET' || request.headers['rsc'] !== undefined) return;
  // Whatever else lays itself over these (Next compresses so) stays in place: nothing is ever put back.
  const { writeHead, write, end } = response;
  let isShell: boolean | undefined;
  let isReplaced = false;

  const decide = (status: number, headers?: unknown): boolean => {
    if (isShell === undefined) {
      isShell = (status === 404 || status >= 500) && contentTypeOf(response, headers).startsWith('text/html');
      if (isShell) response.statusCode = status;
    }
    return isShell && !isReplaced;
  };

  response.writeHead = (status: number, ...rest: unknown[]): ServerResponse =>
    decide(status, rest.at(-1)) ? response : Reflect.apply(writeHead, response, [status, ...rest]);
  response.write = (...parts: unknown[]): boolean => {
    if (!decide(response.statusCode)) return Reflect.apply(write, response, parts);
    callBack(parts);
    return true;
  };
  response.end = (...parts: unknown[]): ServerResponse => {
    if (!decide(response.statusCode)) return Reflect.apply(end, response, parts);
    isReplaced = true;
    callBack(parts);
    void page(response.statusCode).then((bytes) => {
      if (response.headersSent || response.destroyed) return;
      for (const name of ofTheShell) response.removeHeader(name);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      Reflect.apply(end, response, [bytes]);
    });
    return response;
  };
}

function callBack(parts: readonly unknown[]): void {
  const done = parts.at(-1);
  if (typeof done === 'function') process.nextTick(() => done());
}

function contentTypeOf(response: ServerResponse, headers: unknown): string {
  if (typeof headers === 'object' && headers !== null && !Array.isArray(headers)) {
    const own = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type');
    if (own !== undefined) return String(own[1]);
  }
  return String(response.getHeader('content-type') ?? '');
}
