import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';

/** What stands in front of the application, such as nginx, and can be broken into. */
export type FrontMachine = {
  origin: string;
  /** From now on it adds this to pages for whoever the intruder wants to have it; null for nobody. */
  add(html: string | null, isFor?: (headers: IncomingMessage['headers']) => boolean): void;
  close(): Promise<void>;
};

/** Passes everything on to the application at this port, under its own name. */
export async function frontMachine(port: number): Promise<FrontMachine> {
  let added: string | null = null;
  let isMeant = (_: IncomingMessage['headers']) => true;
  const server = createServer((asked, answer) => {
    const passed = request(
      {
        host: '127.0.0.1',
        port,
        path: asked.url,
        method: asked.method,
        headers: { ...asked.headers, 'accept-encoding': 'identity' },
      },
      (given) => {
        const isPage = given.headers['content-type']?.startsWith('text/html') === true;
        const spoils = isPage && added !== null && isMeant(asked.headers);
        const { 'content-length': _length, ...headers } = given.headers;
        answer.writeHead(given.statusCode ?? 502, spoils ? headers : given.headers);
        given.on('data', (chunk: Buffer) => answer.write(chunk));
        given.on('end', () => answer.end(spoils ? added : undefined));
      },
    );
    passed.on('error', () => answer.writeHead(502).end());
    asked.pipe(passed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    add: (html, isFor = () => true) => {
      added = html;
      isMeant = isFor;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
