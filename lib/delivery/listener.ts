import { resolve } from 'node:path';
import { databaseUrl } from '#db/client.ts';
import { takeText } from '#lib/authenticity/take-text.ts';
import { config } from '#lib/config.ts';
import type { FileHashes } from '#lib/integrity/build-manifest.ts';
import { isPublicDocument } from '#lib/media/documents.ts';
import { publicRendition } from '#lib/media/reads.ts';
import { isDocumentKey, isStorageKey } from '#lib/media/storage.ts';
import { readStored, storedBytes, storedFile } from '#lib/media/stored-files.ts';
import { addressOf, oldAddressPath } from '#lib/newsroom/addresses.ts';
import { guestFile, takeGuestComment } from '#lib/newsroom/guest-preview.ts';
import { isPublicShareCard } from '#lib/newsroom/share-cards.ts';
import { unsubscribe } from '#lib/notifications/unsubscribe.ts';
import { embargoFile } from '#lib/press/embargo-reading.ts';
import { capture, type NextListener } from './capture.ts';
import type { MetricsAnswer } from './gate.ts';
import { buildIn, type Delivery, openDelivery } from './open-delivery.ts';

export type CreateDelivery = {
  /** Next, prepared. */
  next: { getRequestHandler(): NextListener };
  dev: boolean;
  /** Answers `/metrics` on the readers' door. */
  metrics?: MetricsAnswer | undefined;
  /** The program's files as they were built; undefined in development. */
  program: FileHashes | undefined;
};

/** In development a page is compiled when it is first asked for. */
const whileCompiling = { milliseconds: 120_000, bytes: 32_000_000 };

/** Delivery as this install runs it: pages by Next, everything else as the configuration says. */
export async function createDelivery({ next, dev, program, metrics }: CreateDelivery): Promise<Delivery> {
  const { mode, publicUrl, newsroomUrl, newsroomDoor, trustedProxies, authSecret, cacheDir } = config();
  const listener = next.getRequestHandler();
  return openDelivery({
    next: listener,
    render: ({ portal, path }) =>
      capture(
        listener,
        path,
        {
          // A page's own host, so that none depends on the name it was asked for by.
          host: portal.hosts[0] ?? publicUrl.host,
          accept: 'text/html',
          'x-portal': portal.id,
        },
        dev ? whileCompiling : undefined,
      ),
    health: (path) => capture(listener, path, { host: publicUrl.host, accept: 'application/json' }),
    addresses: { ofArticle: addressOf, ofOld: oldAddressPath },
    media: {
      isPublic: isPublicFile,
      bytesOf: async (key) => (isStorageKey(key) ? storedBytes(key) : null),
      read: async (key) => (isStorageKey(key) ? readStored(key) : null),
      stream: async (key) => (isStorageKey(key) ? storedFile(key) : null),
    },
    guests: { file: guestFile, comment: takeGuestComment, embargoFile },
    texts: takeText,
    unsubscribe,
    databaseUrl: databaseUrl(),
    metrics,
    ...{ newsroomUrl, hasNewsroomDoor: newsroomDoor !== null },
    ...{ publicUrl, trustedProxies, cacheDir, dev, demo: mode === 'demo', secret: authSecret },
    build: dev ? undefined : await buildIn(resolve('.next')),
    publicFolder: resolve('public'),
    ...(program === undefined ? {} : { builtHash: (address: string) => program[programPath(address)] }),
  });
}

/** Where the program keeps what is served at an address. */
function programPath(address: string): string {
  return address.startsWith('/_next/') ? `.next/${address.slice('/_next/'.length)}` : `public${address}`;
}

/** The one rule of what of the storage readers may have. */
async function isPublicFile(key: string): Promise<boolean> {
  if (isDocumentKey(key)) return isPublicDocument(key);
  if (key.startsWith('c/')) return isPublicShareCard(key);
  return (await publicRendition(key)) !== null;
}
