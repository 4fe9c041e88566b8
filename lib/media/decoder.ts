/**
 * The process that opens strangers' files. It is started for one photo and ends with it:
 * no database, no environment, no loader but the four we take (decode.ts starts it).
 */
import sharp from 'sharp';
import { workOnce } from './closed-work.ts';
import { type DecoderAnswer, decoderTask } from './decoder-protocol.ts';
import { derive } from './derive.ts';

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

workOnce(answer);

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
