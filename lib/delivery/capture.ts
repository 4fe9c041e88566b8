import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Rendered } from './draw-page.ts';

/** Next's request listener, as `getRequestHandler()` gives it. */
export type NextListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What one rendering may cost. */
export type CaptureLimits = { milliseconds: number; bytes: number };

const defaultLimits: CaptureLimits = { milliseconds: 10_000, bytes: 8_000_000 };

/**
 * Asks Next for a page without a connection, and returns the whole answer. The request is built
 * from nothing, so that no reader's header can change what is rendered for all.
 *
 * Of the answer only status, type and location are taken over.
 *
 * @throws Error when it takes too long, grows too large or breaks off
 */
export async function capture(
  next: NextListener,
  path: string,
  headers: Readonly<Record<string, string>>,
  limits = defaultLimits,
): Promise<Rendered> {
  const socket = new Socket();
  const request = new IncomingMessage(socket);
  request.method = 'GET';
  request.url = path;
  // Without an agent's name, Next would let the head's tags stream into the body.
  request.headers = { 'user-agent': 'ruang-warta', ...headers };
  request.push(null);
  const response = new CapturedResponse(request, limits.bytes);
  const timer = setTimeout(() => response.fail(new Error('The page took too long to render')), limits.milliseconds);
  try {
    // Next resolves when it has handed the answer over, and rejects when it could not.
    next(request, response).catch((error: unknown) => response.fail(error));
    const body = await response.whole;
    return {
      status: response.statusCode,
      contentType: textOf(response.getHeader('content-type')) ?? 'application/octet-stream',
      location: textOf(response.getHeader('location')),
      body,
    };
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** A response that keeps what is written to it. */
class CapturedResponse extends ServerResponse {
  readonly whole: Promise<Buffer>;
  readonly #done = Promise.withResolvers<Buffer>();
  readonly #chunks: Buffer[] = [];
  readonly #limit: number;
  #bytes = 0;
  #over = false;

  constructor(request: IncomingMessage, limit: number) {
    super(request);
    this.#limit = limit;
    this.whole = this.#done.promise;
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (isHeaders(headers))
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override flushHeaders(): void {
    // There is nobody to flush to.
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#take(chunk, rest[0]);
    callBack(rest);
    return true;
  }

  override end(...parts: unknown[]): this {
    const [chunk, encoding] = parts;
    if (this.#over) return this;
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.#take(chunk, encoding);
    this.#over = true;
    // Next looks at `finished` to know that nothing more may be written.
    this.finished = true;
    this.#done.resolve(Buffer.concat(this.#chunks));
    this.emit('finish');
    this.emit('close');
    callBack(parts);
    return this;
  }

  override destroy(error?: Error): this {
    this.fail(error ?? new Error('The page broke off'));
    return this;
  }

  /** Gives up: Next stops rendering when the response closes before its end. */
  fail(error: unknown): void {
    if (this.#over) return;
    this.#over = true;
    this.#done.reject(error);
    this.emit('close');
  }

  #take(chunk: unknown, encoding: unknown): void {
    if (this.#over) return;
    // Whoever writes may use the same bytes again, so they are copied.
    if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
    else if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk, isEncoding(encoding) ? encoding : 'utf8'));
    else throw new TypeError('A response takes texts and bytes');
    this.#bytes += this.#chunks.at(-1)?.length ?? 0;
    if (this.#bytes > this.#limit) this.fail(new Error('The page is too large'));
  }
}

function callBack(parts: readonly unknown[]): void {
  const last = parts.at(-1);
  if (typeof last === 'function') process.nextTick(() => last());
}

function isHeaders(value: unknown): value is OutgoingHttpHeaders {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEncoding(value: unknown): value is BufferEncoding {
  return typeof value === 'string' && Buffer.isEncoding(value);
}

function textOf(value: number | string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value?.toString();
}
