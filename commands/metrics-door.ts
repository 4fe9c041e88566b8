import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Config } from '#lib/config.ts';
import { errorCode, invalid } from '#lib/errors.ts';
import { logBug } from '#lib/log.ts';
import { bearsToken, type Metrics } from '#lib/operations/metrics.ts';

/** How measurements are answered on the readers' door: to whoever shows the token, and to nobody when there is none. */
export function metricsForBearers(metrics: Metrics, token: string | null) {
  return (authorization: string | undefined) =>
    token !== null && bearsToken(authorization, token) ? metrics.read() : undefined;
}

/**
 * A door of its own for measurements, where only `GET /metrics` is answered. It asks for the token as well, if there
 * is one.
 *
 * @throws invalid when the port or the address cannot be had
 */
export async function openMetricsDoor(
  metrics: Metrics,
  { door, token }: Config['metrics'],
): Promise<{ close(): Promise<void> } | undefined> {
  if (door === null) return undefined;
  const server = createServer(
    { maxHeaderSize: 8_192, headersTimeout: 5_000, requestTimeout: 5_000 },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        logBug('metrics', error);
        response.destroy();
      });
    },
  );
  server.maxConnections = 50;

  async function answer({ method, url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const isAllowed = token === null || bearsToken(headers.authorization, token);
    if (method !== 'GET' || url !== '/metrics' || !isAllowed) {
      response.writeHead(404, always).end();
      return;
    }
    const { contentType, body } = await metrics.read();
    response.writeHead(200, { ...always, 'Content-Type': contentType, 'Content-Length': body.length }).end(body);
  }

  await listening(server, door);
  return { close: () => closed(server) };
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error) => {
    const text = `METRICS_HOST=${host} dan METRICS_PORT=${port} tidak dapat dipakai (${errorCode(error) ?? 'galat'}). Pilih alamat mesin ini dan pintu yang bebas.`;
    reject(invalid([{ field: 'METRICS_PORT', code: 'metrics_door', text }]));
  });
  server.listen({ host, port }, resolve);
  return promise;
}

const always = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

function closed(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}
