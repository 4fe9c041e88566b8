import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCode } from '#lib/errors.ts';
import { logBug } from '#lib/log.ts';
import { isKnownTo, requestIdHeader, withoutBody } from './answer.ts';
import type { HeaderList } from './headers.ts';

/** A file too large for memory: sent as fast as its reader takes it. */
export type StreamedFile = {
  /** SHA-256 of its bytes: its name, and so its entity tag. */
  hash: string;
  headers: HeaderList;
  /** The file from its beginning; null when it vanished a moment ago. */
  open(): Promise<Readable | null>;
};

export function streamedFile(making: {
  hash: string;
  bytes: number;
  contentType: string;
  headers: HeaderList;
  open: StreamedFile['open'];
}): StreamedFile {
  const { hash, bytes, contentType, headers, open } = making;
  return {
    hash,
    open,
    headers: [
      ...['Content-Type', contentType],
      ...['Content-Length', String(bytes)],
      ...['ETag', `"${hash}"`],
      ...headers,
    ],
  };
}

/**
 * What makes a document a download, under a name that says where it is from; its title stands on the page that leads here.
 *
 * @param hash SHA-256 of its bytes, hexadecimal
 */
export function toSave(hash: string): HeaderList {
  return ['Content-Disposition', `attachment; filename="dokumen-${hash.slice(0, 8)}.pdf"`];
}

/**
 * Sends a file piece by piece: 304 when the client has it, no body for HEAD.
 *
 * @throws when the file vanished before the first byte
 */
export async function answerStreamed(
  request: IncomingMessage,
  response: ServerResponse,
  file: StreamedFile,
): Promise<void> {
  const headers = [...file.headers, ...requestIdHeader()];
  if (isKnownTo(request, file.hash)) {
    response.writeHead(304, withoutBody(headers));
    response.end();
    return;
  }
  if (request.method === 'HEAD') {
    response.writeHead(200, headers);
    response.end();
    return;
  }
  const stream = await file.open();
  if (stream === null) throw new Error('a stored file vanished before it was sent');
  response.writeHead(200, headers);
  try {
    await pipeline(stream, response);
  } catch (error) {
    // Whoever hangs up half-way has done no wrong.
    if (errorCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE' && errorCode(error) !== 'ECONNRESET') logBug('media', error);
    response.destroy();
  }
}
