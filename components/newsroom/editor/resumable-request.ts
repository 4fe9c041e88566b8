import type { DetailedError, Upload } from 'tus-js-client';
import { resumableLimits } from '#lib/media/table.ts';
import { resumableUploadPath } from '#lib/urls.ts';

/** Milliseconds before each further attempt while the connection is bad; a piece that arrives begins them anew. */
const pauses = [500, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000];

/** How the bytes of a file got to the server, before it has looked at them. */
export type Arrived =
  | { kind: 'whole'; address: string; forget: () => Promise<void> }
  | { kind: 'stopped' }
  /** `text`: what the server answered, if anything. */
  | { kind: 'broken'; status: number; text: string };

/**
 * Sends a file piece by piece and goes on where a broken connection stopped, also when the same file
 * is picked again after a reload.
 *
 * @param onShare share of the bytes that arrived; `isPaused` while the device has no network
 */
export async function sendInPieces(
  file: File,
  agencyId: string,
  onShare: (share: number, isPaused?: boolean) => void,
  signal: AbortSignal,
): Promise<Arrived> {
  // Its code comes over the same network as everything.
  const code = await import('tus-js-client').catch(() => null);
  if (code === null) return { kind: 'broken', status: 0, text: '' };
  const { Upload, defaultOptions } = code;
  return new Promise((resolve) => {
    let share = 0;
    const upload = new Upload(file, {
      endpoint: `${resumableUploadPath}?${new URLSearchParams({ opd: agencyId })}`,
      chunkSize: resumableLimits.pieceBytes,
      retryDelays: pauses,
      onShouldRetry: (error) => navigator.onLine && mayPass(statusOf(error)),
      onProgress: (sent, total) => {
        share = total > 0 ? sent / total : 0;
        onShare(share);
      },
      onSuccess: () => resolve({ kind: 'whole', address: upload.url ?? '', forget: () => forget(upload) }),
      onError: (error) => {
        if (signal.aborted) return;
        const status = 'originalResponse' in error ? statusOf(error) : 0;
        if (status === 0 && !navigator.onLine) {
          onShare(share, true);
          window.addEventListener('online', () => !signal.aborted && upload.start(), { once: true });
          return;
        }
        const text = 'originalResponse' in error ? (error.originalResponse?.getBody() ?? '') : '';
        resolve({ kind: 'broken', status, text });
      },
    });
    signal.addEventListener('abort', () => {
      void upload.abort();
      resolve({ kind: 'stopped' });
    });
    void goOn(upload);
  });

  /** What was taken, or refused for good, is not gone on with when the same file is picked again. */
  async function forget(upload: Upload): Promise<void> {
    for (const { urlStorageKey } of await upload.findPreviousUploads()) {
      await defaultOptions.urlStorage.removeUpload(urlStorageKey);
    }
  }
}

async function goOn(upload: Upload): Promise<void> {
  const [previous] = await upload.findPreviousUploads();
  if (previous !== undefined) upload.resumeFromPreviousUpload(previous);
  upload.start();
}

const statusOf = ({ originalResponse }: DetailedError) => originalResponse?.getStatus() ?? 0;

/** No answer, a busy server, a piece that was sent twice: the next attempt may do. */
export const mayPass = (status: number) => status === 0 || [408, 409, 423, 429].includes(status) || status >= 500;
