import sharp from 'sharp';

/** Noise does not compress: some megabytes. No two are alike. */
export function aBusyPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: 2_400, height: 1_600, channels: 3, background: '#777', noise } })
    .jpeg({ quality: 92 })
    .toBuffer();
}
