import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPicture, isPictureKey, pictureKeys } from './draw-picture.ts';

describe('the pictures of the demo', () => {
  it('are many, and known by name', () => {
    expect(pictureKeys.length).toBeGreaterThanOrEqual(16);
    expect(pictureKeys.every(isPictureKey)).toBe(true);
    expect(isPictureKey('toString')).toBe(false);
  });

  it.each(['signed-letter', 'hornbill'] as const)(
    'draws %s the same each time, as a JPEG of moderate size',
    async (key) => {
      const [first, second] = await Promise.all([drawPicture(key), drawPicture(key)]);
      expect(first.equals(second)).toBe(true);
      expect(first.byteLength).toBeLessThan(600 * 1024);
      const { format, width, height } = await sharp(first).metadata();
      expect(format).toBe('jpeg');
      expect(Math.max(width, height)).toBeGreaterThanOrEqual(1500);
    },
  );

  it.each(['info-water', 'info-waste', 'hornbill-head'] as const)('draws %s the same each time', async (key) => {
    const scenes = new Map();
    const [first, second] = await Promise.all([drawPicture(key, scenes), drawPicture(key, scenes)]);
    expect(first.equals(second)).toBe(true);
    const { width, height } = await sharp(first).metadata();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(400);
  });
});
