import { randomBytes } from 'node:crypto';
import { database } from '#db/client.ts';
import { assets, renditions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { AgencyId, AssetId, PortalId } from '#lib/ids.ts';
import type { Cover } from '#lib/newsroom/article-input.ts';
import type { RichDocumentCard, RichFigure } from '#lib/richtext/rich-nodes.ts';

export type AssetRow = { assetId: AssetId; hash: string };

/** The rows of a photo and one rendition without their files, for tests of what refers to photos. */
export async function anAssetRow(
  place: { portalId: PortalId; agencyId: AgencyId },
  by: Actor,
  changes: Partial<typeof assets.$inferInsert> = {},
): Promise<AssetRow> {
  const hash = randomBytes(32).toString('hex');
  const [row] = await database()
    .insert(assets)
    .values({
      portalId: place.portalId,
      agencyId: place.agencyId,
      uploadedBy: by.userId,
      fileName: 'foto.jpg',
      hash,
      mediaType: 'image/jpeg',
      bytes: 1_000,
      width: 1_600,
      height: 900,
      state: 'ready',
      ...changes,
    })
    .returning({ assetId: assets.id, hash: assets.hash });
  if (row === undefined) throw new Error('A photo was not kept.');
  const size = { width: 320, height: 180, bytes: 1_000 };
  await database()
    .insert(renditions)
    .values({
      assetId: row.assetId,
      shape: 'full',
      format: 'jpeg',
      ...size,
      key: `r/${hash.slice(0, 2)}/${hash}.jpeg`,
    });
  return row;
}

/** The photo as a cover with nothing missing. */
export function coverOf({ assetId, hash }: AssetRow, changes: Partial<Cover> = {}): Cover {
  return {
    assetId,
    assetHash: hash,
    alt: 'Warga mengantre di puskesmas.',
    decorative: false,
    caption: '',
    credit: 'Humas',
    focal: { x: 0.5, y: 0.5 },
    ...changes,
  };
}

/** The photo as a figure of the body. */
export function figureOf({ assetId, hash }: AssetRow): RichFigure {
  return {
    type: 'figure',
    attrs: { assetId, assetHash: hash, alt: 'Warga mengantre di puskesmas.', credit: 'Humas' },
  };
}

/** What makes the row of a photo the row of a PDF, which has neither pixels nor renditions readers ask for. */
export const pdfRow = {
  kind: 'document',
  mediaType: 'application/pdf',
  fileName: 'surat.pdf',
  width: 0,
  height: 0,
} as const;

/** The document as a card of the body. */
export function cardOf({ assetId, hash }: AssetRow): RichDocumentCard {
  return { type: 'documentCard', attrs: { assetId, assetHash: hash, title: 'Surat edaran' } };
}
