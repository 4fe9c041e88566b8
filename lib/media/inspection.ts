import { open } from 'node:fs/promises';
import type { AssetKind } from '#db/schema/enums.ts';
import type { Arrival } from './arrivals.ts';
import { faultOfPdf } from './pdf-check.ts';
import { faultInsidePdf } from './pdf-inside.ts';
import { type PhotoSize, readPhotoSize } from './photo-header.ts';
import { type Recognised, recognise, recognisedFrom } from './recognise.ts';
import { refusedFile, type UploadRefusal } from './refusals.ts';
import { documentKey, originalKey, type StorageKey } from './storage.ts';
import { type AcceptedMediaType, documentMediaType, uploadLimits } from './table.ts';

/** A file that may be kept: what it is, and where. A document has no pixels: 0 by 0. */
export type Inspected = PhotoSize & {
  kind: AssetKind;
  mediaType: AcceptedMediaType | typeof documentMediaType;
  key: StorageKey;
};

/**
 * What the bytes are, judged by themselves. The name and the type that the browser sends play no part.
 *
 * @param wanted what this door takes
 * @throws invalid with a sentence for everything else
 */
export async function inspect(arrival: Arrival, wanted: readonly AssetKind[]): Promise<Inspected> {
  const file = await open(arrival.path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(recognisedFrom), 0, recognisedFrom, 0);
    const recognised = recognise(buffer.subarray(0, bytesRead));
    if (recognised.kind === 'pdf' && wanted.includes('document')) {
      const fault = (await faultOfPdf(file, arrival.bytes)) ?? (await faultInsidePdf(arrival.path));
      if (fault !== undefined) throw refusedFile(fault);
      return {
        kind: 'document',
        mediaType: documentMediaType,
        width: 0,
        height: 0,
        key: documentKey(arrival.hash),
      };
    }
    if (recognised.kind !== 'photo' || !wanted.includes('photo')) throw refusedFile(refusalOf(recognised, wanted));
    const { mediaType } = recognised;
    const size = await readPhotoSize(file, mediaType);
    if (size === undefined) throw refusedFile('photo_damaged');
    if (size.width * size.height > uploadLimits.pixels) throw refusedFile('photo_too_many_pixels');
    if (Math.max(size.width, size.height) > Math.min(size.width, size.height) * uploadLimits.proportion) {
      throw refusedFile('photo_too_narrow');
    }
    return { kind: 'photo', mediaType, ...size, key: originalKey(arrival.hash, mediaType) };
  } finally {
    await file.close();
  }
}

function refusalOf({ kind }: Recognised, wanted: readonly AssetKind[]): UploadRefusal {
  if (!wanted.includes('photo')) return 'document_unknown_kind';
  switch (kind) {
    case 'heic':
      return 'photo_heic';
    case 'svg':
      return 'photo_svg';
    case 'pdf':
      return 'photo_is_document';
    default:
      return wanted.includes('document') ? 'file_unknown_kind' : 'photo_unknown_kind';
  }
}
