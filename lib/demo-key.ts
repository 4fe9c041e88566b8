import { join } from 'node:path';
import { randomSecret, readSecrets } from './demo-secrets.ts';
import { writePrivately } from './private-file.ts';

/** Puts a new signing key in front of the demo's keys. It counts from the next start. */
export async function addDemoKey(dataDir: string, id: string): Promise<void> {
  const former = readSecrets(dataDir);
  const laterKeys = [{ id, secret: randomSecret() }, ...former.laterKeys];
  await writePrivately(join(dataDir, 'secrets.json'), `${JSON.stringify({ ...former, laterKeys }, null, 2)}\n`);
}
