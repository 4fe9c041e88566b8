import sharp from 'sharp';
import type { Actor } from '#lib/accounts/actor.ts';
import type { AgencyId, AssetId } from '#lib/ids.ts';
import { ingestDocument, ingestPhoto } from '#lib/media/ingest.ts';
import { makeRenditions } from '#lib/media/renditions.ts';
import { type DocumentKey, makeDocument } from './documents/make-document.ts';
import { drawPicture, type PictureKey, type SceneKey } from './pictures/draw-picture.ts';

/** Pixels of the longer side of what is uploaded: enough for every place on a page, and quick to encode. */
const uploadedSide = 1280;
/** Photos derived at the same time; each runs in a process of its own. */
const lanes = 2;

/** What became of an uploaded picture or document. */
export type Uploaded = { assetId: AssetId; assetHash: string };

/** Draws and uploads the demo's pictures, and makes their renditions in the background. */
export type PhotoDesk = {
  /** Uploads a picture for an agency; the same one twice is one asset. */
  upload: (actor: Actor, agencyId: AgencyId, picture: PictureKey) => Promise<Uploaded>;
  /** Uploads a document for an agency. Nothing has to be made of it. */
  uploadDocument: (actor: Actor, agencyId: AgencyId, document: DocumentKey) => Promise<Uploaded>;
  /** Waits until the renditions of these are made. */
  ready: (assets: readonly AssetId[]) => Promise<void>;
  /** Waits until nothing is under way any more. */
  finish: () => Promise<void>;
};

/** Gives the bytes of a picture to be uploaded. */
export type DrawPhoto = (picture: PictureKey) => Promise<Buffer>;

/** A desk of its own for one filling. */
export function photoDesk(draw: DrawPhoto = drawnSmaller()): PhotoDesk {
  const drawn = new Map<PictureKey, Promise<Buffer>>();
  const underWay = new Map<AssetId, Promise<void>>();
  const lane: Promise<void>[] = Array.from({ length: lanes }, () => Promise.resolve());

  const bytesOf = (picture: PictureKey) => {
    const bytes = drawn.get(picture) ?? draw(picture);
    drawn.set(picture, bytes);
    return bytes;
  };

  return {
    async upload(actor, agencyId, picture) {
      const bytes = await bytesOf(picture);
      const fileName = `${picture}.jpg`;
      const upload = { agencyId, fileName, declaredLength: bytes.byteLength, body: inOnePiece(bytes) };
      const { assetId, hash } = await ingestPhoto(actor, upload);
      if (!underWay.has(assetId)) {
        const turn = underWay.size % lanes;
        const made = (lane[turn] ?? Promise.resolve()).then(() => makeRenditions(assetId));
        underWay.set(assetId, made);
        // The next in line goes on after a failure too; `ready` and `finish` throw the failure itself.
        lane[turn] = made.catch(() => undefined);
      }
      return { assetId, assetHash: hash };
    },
    async uploadDocument(actor, agencyId, document) {
      const bytes = makeDocument(document);
      const upload = {
        agencyId,
        fileName: `${document}.pdf`,
        declaredLength: bytes.byteLength,
        body: inOnePiece(bytes),
      };
      const { assetId, hash } = await ingestDocument(actor, upload);
      return { assetId, assetHash: hash };
    },
    async ready(assets) {
      await Promise.all(assets.map((asset) => underWay.get(asset)));
    },
    async finish() {
      await Promise.allSettled(underWay.values());
      await Promise.all(underWay.values());
    },
  };
}

function drawnSmaller(): DrawPhoto {
  /** Several pictures may show parts of one scene. */
  const scenes = new Map<SceneKey, Promise<Buffer>>();
  return async (picture) =>
    sharp(await drawPicture(picture, scenes))
      .resize(uploadedSide, uploadedSide, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 84 })
      .toBuffer();
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
