import { type Compressed, compress, type Encoding, encodings, incompressible } from './compress.ts';
import type { HeaderList } from './headers.ts';

/** Bytes ready to be sent, with their headers made once for each encoding. */
export type Finished = {
  status: number;
  hash: string;
  bodies: Readonly<Record<Encoding, Buffer>>;
  headers: Readonly<Record<Encoding, HeaderList>>;
  /** Strong, one for each encoding, since each is other bytes. */
  etags: Readonly<Record<Encoding, string>>;
  /** What it takes in memory. */
  weight: number;
};

const suffixes: Readonly<Record<Encoding, string>> = { br: '-br', gzip: '-gz', identity: '' };

type Making = { status: number; contentType: string; headers: HeaderList };

/** Compresses a text and makes its headers. */
export async function finishedText(text: Buffer, making: Making & { patient?: boolean }): Promise<Finished> {
  return finished(await compress(text, making.patient), making, true);
}

/** For bytes that are compressed already. */
export function finishedBytes(bytes: Buffer, making: Making): Finished {
  return finished(incompressible(bytes), making, false);
}

/** From bytes that were compressed before, for instance kept on disk. */
export function finishedFrom(compressed: Compressed, making: Making): Finished {
  return finished(compressed, making, true);
}

/** An answer that only leads elsewhere, with an empty body. */
export function finishedRedirect(status: number, location: string, headers: HeaderList): Finished {
  const nothing = incompressible(Buffer.alloc(0));
  return finished(
    nothing,
    { status, contentType: 'text/plain; charset=utf-8', headers: ['Location', location, ...headers] },
    false,
  );
}

function finished(compressed: Compressed, making: Making, varies: boolean): Finished {
  const { status, contentType, headers } = making;
  const etags = perEncoding((encoding) => `"${compressed.hash}${varies ? suffixes[encoding] : ''}"`);
  return {
    status,
    hash: compressed.hash,
    bodies: perEncoding((encoding) => compressed[encoding]),
    etags,
    headers: perEncoding((encoding) => [
      ...['Content-Type', contentType],
      ...['Content-Length', String(compressed[encoding].length)],
      ...(varies && encoding !== 'identity' ? ['Content-Encoding', encoding] : []),
      ...(varies ? ['Vary', 'Accept-Encoding'] : []),
      ...['ETag', etags[encoding]],
      ...headers,
    ]),
    // Headers and bookkeeping come to about two kilobytes.
    weight:
      2_000 +
      new Set(encodings.map((encoding) => compressed[encoding])).values().reduce((sum, body) => sum + body.length, 0),
  };
}

function perEncoding<T>(make: (encoding: Encoding) => T): Record<Encoding, T> {
  return { br: make('br'), gzip: make('gzip'), identity: make('identity') };
}
