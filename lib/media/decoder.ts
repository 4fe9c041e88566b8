/**
 * The process that opens strangers' files. It is started for one photo and ends with it:
 * no database, no environment, no loader but the four we take (decode.ts starts it).
 */
import sharp from 'sharp';
import { type DecoderAnswer, decoderTask, tooHeavyStatus } from './decoder-protocol.ts';
import { derive } from './derive.ts';
import { decoderLimits } from './table.ts';

// libvips looks at the content, not at the name: without this an SVG named .png would be rendered.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadWebpFile',
    'VipsForeignLoadNsgifFile',
  ],
});
sharp.concurrency(1);
// The cache remembers by path; it would also hold what is needed once only.
sharp.cache(false);

// Pixels lie outside of JavaScript's heap, so its limit does not bound them.
setInterval(() => {
  if (process.memoryUsage.rss() > decoderLimits.memory) process.exit(tooHeavyStatus);
}, 25).unref();

// Whoever asked is gone, so is the reason to go on.
process.once('disconnect', () => process.exit(1));

process.once('message', (message) => {
  void answer(message).then((result) => process.send?.(result, () => process.exit(0)));
});

async function answer(message: unknown): Promise<DecoderAnswer> {
  const task = decoderTask.parse(message);
  try {
    const result = await derive(task);
    return 'refused' in result ? { outcome: 'refused', reason: result.refused } : result;
  } catch (error) {
    // sharp's errors have no codes. What is not the file's fault (a full disk) has one, and ends the process.
    if (error instanceof Error && 'code' in error) throw error;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { outcome: 'refused', reason: 'damaged' };
  }
}
