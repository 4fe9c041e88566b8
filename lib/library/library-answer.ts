import { z } from 'zod';
import '../zod-in-browser.ts';
import { assetKinds, assetStates, photoOrigins } from '../../db/schema/enums.ts';
import { assetId } from '../ids.ts';
import type { LibraryPage } from './library-shapes.ts';

/** A page of the library as it comes over the wire. */
export const libraryAnswer: z.ZodType<LibraryPage> = z.object({
  items: z.array(
    z.object({
      assetId,
      assetHash: z.string(),
      kind: z.enum(assetKinds),
      fileName: z.string(),
      agencyName: z.string(),
      state: z.enum([...assetStates, 'withdrawn']),
      failure: z.string().nullable(),
      source: z.string().nullable(),
      width: z.number(),
      height: z.number(),
      bytes: z.number(),
      alt: z.string(),
      caption: z.string(),
      credit: z.string(),
      origin: z.enum(photoOrigins),
      showsChild: z.boolean(),
      hasConsent: z.boolean(),
      rightsUntil: z.string().nullable(),
      rights: z.enum(['open', 'running', 'expiring', 'expired']),
      isShared: z.boolean(),
      uses: z.number(),
      focal: z.object({ x: z.number(), y: z.number() }),
      version: z.number(),
    }),
  ),
  next: assetId.nullable(),
});
