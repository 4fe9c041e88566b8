import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorCode, invalid } from '#lib/errors.ts';
import { apiRefusals } from '#lib/feeds/api-shapes.ts';
import { isApiAddress } from '#lib/urls.ts';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** The open door: at first it says that we are starting, then `serve` puts the real listener behind it. */
export type Door = {
  server: Server;
  serve(listener: Listener): void;
  /** Goes on answering, and ends each connection with its answer. */
  drain(): void;
  /** @param patience milliseconds that requests which have begun get to end */
  close(patience: number): Promise<void>;
};

/** Readers', and behind a proxy all of its own. */
const readersConnections = 4_000;

/**
 * Opens the port before anything else is started, so that a busy one is known at once.
 * Limits: Node's own would let a stranger hold every connection for five minutes.
 *
 * @param options.connections that stand at the same time; further ones are closed at once
 * @param options.isOneOfSeveral others answer readers as well: while this one starts it hangs up, and the proxy in
 * front goes on to another
 * @throws invalid when the port or the address cannot be had
 */
export async function openDoor(
  host: string,
  port: number,
  dev: boolean,
  { connections = readersConnections, isOneOfSeveral = false } = {},
): Promise<Door> {
  let current: Listener = isOneOfSeveral ? hangUp : tellStarting;
  let isDraining = false;
  const server = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: 10_000,
      // A photo of 25 MB on a phone at 0.5 Mbps.
      requestTimeout: 420_000,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 20_000,
    },
    (request, response) => {
      if (isDraining) response.shouldKeepAlive = false;
      current(request, response);
    },
  );
  server.maxConnections = connections;
  // A socket on which nothing moves, in either direction.
  server.timeout = 90_000;
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    if (!(dev && request.url?.startsWith('/_next/'))) return refuseUpgrade(socket);
    // The server no longer knows an upgraded socket, yet waits for it when it closes.
    upgraded.add(socket);
    socket.on('close', () => upgraded.delete(socket));
  });
  await listening(server, host, port);
  return {
    server,
    serve: (listener) => {
      current = listener;
    },
    drain: () => {
      isDraining = true;
    },
    close: (patience) => {
      for (const socket of upgraded) socket.destroy();
      return closed(server, patience);
    },
  };
}

/**
 * Connections that wait to be taken. Of more than Node's own 511 at one moment the system forgets some,
 * and each of those tries again only after a whole second. The system's limit holds as well.
 */
const mostArriving = 4_096;

/** WebSockets are used by nothing but hot reload in development. */
function refuseUpgrade(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function listening(server: Server, host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (error: Error) => reject(refusal(error, host, port));
  server.once('error', fail);
  server.listen({ port, host, backlog: mostArriving }, () => {
    server.off('error', fail);
    resolve();
  });
  return promise;
}

function refusal(error: Error, host: string, port: number): Error {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return refused(
        'PORT',
        'port_busy',
        `Pintu ${port} sudah dipakai program lain (mungkin Ruang Warta yang masih berjalan). Hentikan program itu, atau pilih pintu lain: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return refused(
        'PORT',
        'port_forbidden',
        `Pengguna ini tidak boleh memakai pintu ${port}. Pilih pintu di atas 1023, misalnya PORT=3000.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return refused(
        'HOST',
        'host_unknown',
        `Alamat ${host} bukan alamat mesin ini. Isi HOST dengan alamat yang dimilikinya, misalnya HOST=127.0.0.1.`,
      );
    default:
      return error;
  }
}

function refused(field: string, code: string, text: string): Error {
  return invalid([{ field, code, text }]);
}

/** Lets requests that have begun end within `patience` milliseconds, then cuts the rest. */
async function closed(server: Server, patience: number): Promise<void> {
  const done = Promise.withResolvers<void>();
  server.close(() => done.resolve());
  server.closeIdleConnections();
  // A kept-alive connection becomes idle when its request ends.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  await done.promise;
  clearInterval(sweep);
  clearTimeout(cut);
}

/** Whoever asks for its health is told; for all else a proxy takes a refusal as the answer, and a broken connection not. */
function hangUp(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith('/api/health/')) tellStarting(request, response);
  else request.socket.destroy();
}

function tellStarting(request: IncomingMessage, response: ServerResponse): void {
  const isOfApi = isApiAddress(request.url ?? '');
  response.writeHead(503, {
    ...(isOfApi
      ? { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' }
      : { 'content-type': 'text/html; charset=utf-8', refresh: '3' }),
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'retry-after': '3',
    connection: 'close',
  });
  const body = isOfApi ? JSON.stringify(apiRefusals.unavailable) : startingPage;
  response.end(request.method === 'HEAD' ? undefined : body);
}

const startingPage = `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ruang Warta sedang disiapkan</title>
<h1>Ruang Warta sedang disiapkan</h1>
<p>Halaman ini memuat ulang sendiri.</p>
</html>
`;
