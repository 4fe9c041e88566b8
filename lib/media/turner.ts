/** The process that turns a stranger's photo by a quarter: like the decoder's, closed and for one photo (turning.ts starts it). */
import sharp from 'sharp';
import { workOnce } from './closed-work.ts';
import { turnTask } from './turner-protocol.ts';
import { readUpright } from './upright.ts';

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadWebpFile',
    'VipsForeignLoadNsgifFile',
  ],
});

workOnce(async (message) => {
  const { source, target, angle } = turnTask.parse(message);
  const upright = await readUpright(source);
  if ('refused' in upright) throw new Error(upright.refused);
  const { data, width, height } = await upright.printPixels();
  const turned = await sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(angle)
    // Nearly what came: everything shown is derived from it once more.
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toFile(target);
  return { width: turned.width, height: turned.height };
});
