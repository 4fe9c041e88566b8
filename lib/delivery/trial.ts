import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import postgres from 'postgres';
import { portalId } from '#lib/ids.ts';
import type { NextListener } from './capture.ts';
import type { Addresses, Rendered } from './draw-page.ts';
import type { DeliveryParts } from './open-delivery.ts';
import { openDelivery } from './open-delivery.ts';

/** A delivery for tests: its pages are rows of a table, drawn by a few lines instead of Next. */
export type Trial = {
  port: number;
  /** Of the newsroom's own door; nobody asks there unless it has one. */
  newsroomPort: number;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<TrialAnswer>;
  /** Addresses that were rendered, in order; those rendered ahead come first. */
  rendered: string[];
  /** Requests that reached the stand-in for Next. */
  handed: { method: string; url: string; headers: IncomingHttpHeaders }[];
  /** Called in each rendering, when the row has been read; may wait or throw. */
  whileRendering: (path: string) => Promise<void>;
  /** @param patience milliseconds that renderings get to end */
  stop(patience?: number): Promise<void>;
  /** Stops what `stop` still waits for. */
  hurry(): Promise<void>;
};

export type TrialAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };

export type TrialOptions = Partial<
  Pick<
    DeliveryParts,
    | 'publicUrl'
    | 'newsroomUrl'
    | 'hasNewsroomDoor'
    | 'demo'
    | 'dev'
    | 'limits'
    | 'trustedProxies'
    | 'media'
    | 'guests'
    | 'texts'
    | 'unsubscribe'
    | 'metrics'
  >
> & {
  databaseUrl: string;
  /** An empty folder of the test; a second trial on it is a restart. */
  folder: string;
  build?: string;
};

export const trialPortal = portalId.parse('0198a000-0000-7000-8000-00000000000a');
export const trialHost = 'warta.example.go.id';

/** The table of pages and the portal; `state` is live, gone or moved (`words` is then the new slug). */
export async function prepareTrial(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  await sql`create table trial_pages (address text primary key, words text not null, state text not null default 'live')`;
  await sql`insert into portals (id, slug, name, hosts, time_zone)
    values (${trialPortal}, 'uji', 'Warta Uji', ${[trialHost]}, 'Asia/Makassar')`;
  await sql.end();
}

/** Puts a page in place and raises the generation in one transaction, as the verbs do. */
export async function publish(
  databaseUrl: string,
  address: string,
  words: string,
  names: readonly string[],
  state = 'live',
): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  await sql.begin(async (tx) => {
    await tx`insert into trial_pages values (${address}, ${words}, ${state})
      on conflict (address) do update set words = excluded.words, state = excluded.state`;
    const [row] =
      await tx`update portals set generation = generation + 1 where id = ${trialPortal} returning generation`;
    const generation = Number(row?.generation);
    await tx`insert into generation_changes (portal_id, generation, names, at) values (${trialPortal}, ${generation}, ${[...names]}, now())`;
    await tx`select pg_notify('ruang_warta_generation', ${JSON.stringify({ portalId: trialPortal, generation, names })})`;
  });
  await sql.end();
}

/** A page as Next renders it: with scripts, preloads and a head. */
export function trialDocument(words: string): string {
  return `<!DOCTYPE html><html lang="id"><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/><link rel="preload" as="script" href="/_next/static/chunks/a.js"/><title>${words}</title></head><body><main><p>${words}</p></main><script src="/_next/static/chunks/a.js" async=""></script><script>self.__next_f.push([0])</script></body></html>`;
}

export async function startTrial(options: TrialOptions): Promise<Trial> {
  const { databaseUrl, folder } = options;
  const sql = postgres(databaseUrl, { max: 2, connect_timeout: 2, onnotice: () => undefined });
  const statics = join(folder, options.build ?? 'b1', 'static');
  const plain = join(folder, 'public');
  await mkdir(join(statics, 'chunks'), { recursive: true });
  await mkdir(plain, { recursive: true });
  await writeFile(join(statics, 'chunks', `${options.build ?? 'b1'}.css`), `.${options.build ?? 'b1'}{color:green}`);
  await writeFile(join(statics, 'chunks', `${options.build ?? 'b1'}.js`), 'self.a=1');
  await writeFile(join(statics, 'chunks', 'a.js.map'), '{}');
  await writeFile(join(plain, 'favicon.ico'), 'ikon');

  const rendered: string[] = [];
  // Pages are rendered ahead while delivery opens, before there is a trial.
  const hooks: Pick<Trial, 'whileRendering'> = { whileRendering: async () => undefined };
  const addresses: Addresses = {
    ofArticle: async (_, slug) => {
      const [row] = await sql`select words, state from trial_pages where address = ${`/berita/${slug}`}`;
      if (row === undefined) return { kind: 'unknown' };
      if (row.state === 'live') return { kind: 'live', path: `/berita/${slug}` };
      if (row.state === 'gone') return { kind: 'gone' };
      return { kind: 'moved', slug: String(row.words), path: `/berita/${row.words}` };
    },
    ofOld: async (_, address) => {
      const [row] = await sql`select words from trial_pages where address = ${address}`;
      return row === undefined ? null : String(row.words);
    },
  };

  async function render(path: string): Promise<Rendered> {
    rendered.push(path);
    const html = { contentType: 'text/html; charset=utf-8', location: undefined };
    if (path.startsWith('/sistem/')) return { ...html, status: 200, body: Buffer.from(trialDocument(path)) };
    const [row] = await sql`select words from trial_pages where address = ${path} and state = 'live'`;
    await hooks.whileRendering(path);
    if (row === undefined) return { ...html, status: 404, body: Buffer.alloc(0) };
    if (row.words === 'salah') {
      return {
        contentType: 'application/json',
        location: undefined,
        status: 400,
        body: Buffer.from('{"kode":"salah"}'),
      };
    }
    if (row.words === 'rusak') return { ...html, status: 500, body: Buffer.alloc(0) };
    return { ...html, status: 200, body: Buffer.from(trialDocument(String(row.words))) };
  }

  const next: NextListener = async (incoming, response) => {
    trial.handed.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: { ...incoming.headers } });
    response.setHeader('Content-Security-Policy', 'none');
    response.setHeader('Cache-Control', 'public');
    if (incoming.url?.startsWith('/redaksi/naskah/tidak-ada')) {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Link', '</_next/static/chunks/a.css>; rel=preload');
      response.write('<html id="__next_error__">');
      response.end('</html>');
      return;
    }
    if (incoming.url?.startsWith('/redaksi/rusak')) {
      response.writeHead(500, { 'content-type': 'text/html' }).end('<html id="__next_error__"></html>');
      return;
    }
    if (incoming.url?.startsWith('/redaksi/sistem/')) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<p>${incoming.url} untuk ${incoming.headers.cookie}</p>`);
      return;
    }
    if (incoming.url?.startsWith('/redaksi/simpan/')) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":"not_found"}');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html', 'x-frame-options': 'ALLOWALL' });
    response.end('<p>redaksi</p>');
  };

  const delivery = await openDelivery({
    render: ({ path }) => render(path),
    next,
    health: async (path) => ({
      status: 200,
      contentType: 'application/json',
      location: undefined,
      body: Buffer.from(path),
    }),
    addresses,
    media: options.media ?? noMedia,
    guests: options.guests ?? noGuests,
    texts: options.texts ?? (async () => ({ id: 'a', kind: 'unknown' })),
    metrics: options.metrics,
    unsubscribe: options.unsubscribe ?? (async () => false),
    databaseUrl,
    publicUrl: options.publicUrl ?? new URL('https://warta.example.go.id'),
    newsroomUrl: options.newsroomUrl ?? options.publicUrl ?? new URL('https://warta.example.go.id'),
    hasNewsroomDoor: options.hasNewsroomDoor ?? false,
    demo: options.demo ?? false,
    dev: options.dev ?? false,
    trustedProxies: options.trustedProxies ?? [],
    secret: 'rahasia uji',
    cacheDir: join(folder, 'cache'),
    build: { name: options.build ?? 'b1', folder: statics },
    publicFolder: plain,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const server = createServer(delivery.listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server.address());
  const newsroomServer = createServer(delivery.newsroomListener);
  await new Promise<void>((resolve) => newsroomServer.listen(0, '127.0.0.1', resolve));

  const trial: Trial = {
    port,
    newsroomPort: portOf(newsroomServer.address()),
    get: (path, headers = {}, method = 'GET') => ask(port, path, headers, method),
    rendered,
    handed: [],
    get whileRendering() {
      return hooks.whileRendering;
    },
    set whileRendering(hook: Trial['whileRendering']) {
      hooks.whileRendering = hook;
    },
    stop: async (patience = 5_000) => {
      for (const each of [server, newsroomServer]) {
        each.closeAllConnections();
        await new Promise((resolve) => each.close(resolve));
      }
      await delivery.stop(patience);
      await sql.end({ timeout: 1 });
    },
    hurry: () => delivery.stop(0),
  };
  return trial;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port');
  return address.port;
}

/** One request on a connection of its own, sent exactly as told. */
export function ask(
  port: number,
  path: string,
  headers: Record<string, string | string[]> = {},
  method = 'GET',
  body = '',
): Promise<TrialAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<TrialAnswer>();
  const sent = request(
    { host: '127.0.0.1', port, path, method, agent: false, headers: { host: trialHost, ...headers } },
    (response) => {
      response.toArray().then((chunks) => {
        const whole = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, text: whole.toString() });
      }, reject);
    },
  );
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

const noMedia: DeliveryParts['media'] = {
  isPublic: async () => false,
  bytesOf: async () => null,
  read: async () => null,
  stream: async () => null,
};

const noGuests: DeliveryParts['guests'] = {
  file: async () => null,
  comment: async () => 'unknown',
  embargoFile: async () => null,
};
