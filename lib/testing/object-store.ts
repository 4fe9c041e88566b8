import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { ObjectStore } from '#lib/settings.ts';

/** A store of files as other makers have it, on a port and in a folder of its own. */
export type TestStore = { settings: ObjectStore /** Ends it; whoever asks is refused. */; stop(): Promise<void> };

/** Whom the package knows. It does not compare the sums of what arrives. */
const account = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const;
const bucket = 'ruang-warta';

/** @param at a folder of an earlier store and its port, to start it again; both are new when absent */
export async function startTestStore(at: { directory?: string; port?: number } = {}): Promise<TestStore> {
  const directory = at.directory ?? (await mkdtemp(join(tmpdir(), 'ruang-warta-ember-')));
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: at.port ?? 0, directory, silent: true },
    // It signs the address of a bucket without the slash at its end that the client sends, so lists would be refused.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  return {
    settings: {
      endpoint: new URL(`http://127.0.0.1:${port}`),
      ...{ region: 'us-east-1', bucket, isPathStyle: true, keptBytes: 50_000_000 },
      ...account,
    },
    stop: async () => {
      await server.close();
      if (at.directory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}
