import { join } from 'node:path';
import { config } from '#lib/config.ts';

/** Where uploads that may go on after a break lie, until they are finished or swept. */
export function resumableFolder(): string {
  return join(config().dataDir, 'unggahan-sambung');
}
