import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { portalId } from '#lib/ids.ts';

/** What is kept on disk about a page, beside its bytes. */
export const pageFacts = z.strictObject({
  portalId,
  address: z.string(),
  status: z.number().int(),
  contentType: z.string(),
  names: z.array(z.string()),
  generation: z.number().int(),
  /** Milliseconds since 1970. */
  renderedAt: z.number(),
  /** The build whose style sheets it refers to. */
  build: z.string(),
  /** Keys of the pictures it shows. */
  media: z.array(z.string()),
  hash: z.string(),
});

export type PageFacts = z.infer<typeof pageFacts>;

/** The key under which kept pages are sealed, from the install's secret. */
export function sealingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'ruang-warta kept pages', 32));
}

/** A kept page as a file: seal, facts, and the page compressed with brotli. */
export function writePageFile(key: Buffer, facts: PageFacts, brotli: Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), brotli]);
  return Buffer.concat([Buffer.from(`${sealOf(key, rest)}\n`), rest]);
}

/**
 * Reads such a file; undefined when it is not whole, not ours, or was changed: somebody who
 * can write a file must not thereby write a page.
 */
export function readPageFile(key: Buffer, file: Buffer): { facts: PageFacts; brotli: Buffer } | undefined {
  const seal = file.subarray(0, sealLength).toString('latin1');
  const rest = file.subarray(sealLength + 1);
  const expected = Buffer.from(sealOf(key, rest));
  const given = Buffer.from(seal, 'latin1');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const end = rest.indexOf('\n');
  const facts = pageFacts.safeParse(JSON.parse(rest.subarray(0, end).toString('utf8')));
  return facts.success ? { facts: facts.data, brotli: rest.subarray(end + 1) } : undefined;
}

/** The page's own bytes. */
export function unpack(brotli: Buffer): Buffer {
  return brotliDecompressSync(brotli, { maxOutputLength: 16_000_000 });
}

const sealLength = 43;

function sealOf(key: Buffer, rest: Buffer): string {
  return createHmac('sha256', key).update(rest).digest('base64url');
}
