import type { PastedPicture } from '#lib/richtext/pasted-blocks.ts';

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/** The file that a pasted picture carries within itself (`data:`); undefined when it only names an address. */
export function heldBy({ source }: Pick<PastedPicture, 'source'>, index: number): File | undefined {
  const found = /^data:(image\/(?:jpeg|png|webp|gif));base64,([\w+/=\s]+)$/i.exec(source);
  const mediaType = found?.[1]?.toLowerCase() ?? '';
  const ending = endings[mediaType];
  if (found?.[2] === undefined || ending === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(found[2].replace(/\s+/g, '')), (letter) => letter.charCodeAt(0));
    return new File([bytes], `tempelan-${index + 1}.${ending}`, { type: mediaType });
  } catch {
    // Not base64 after all: as good as an address that nobody has.
    return undefined;
  }
}

/** Shares by which two shapes may differ and still be the same. */
const likeness = 0.03;

/**
 * Whether the one file beside a text is the one picture in it. Word puts there either the picture or a drawing of
 * everything that was copied; only the first has the picture's shape.
 */
export async function isPictureOf(file: File, { width, height }: PastedPicture): Promise<boolean> {
  if (width === 0 || height === 0) return false;
  try {
    const bitmap = await createImageBitmap(file);
    const shape = bitmap.width / bitmap.height;
    bitmap.close();
    return Math.abs(shape / (width / height) - 1) < likeness;
  } catch {
    // The browser cannot open it: then it is no picture for us either.
    return false;
  }
}
