import { type PastedPicture, writtenAlt } from '#lib/richtext/pasted-blocks.ts';
import type { RtfPicture } from '#lib/richtext/rtf-pictures.ts';

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

/**
 * The file of each pasted picture, and what was written of it, out of the text in Rich Text Format beside it, where
 * programs of a desk keep them. As many there as here are the same in their order; otherwise those of one shape, in
 * their order.
 */
export function heldByRichText(
  pictures: readonly PastedPicture[],
  held: readonly RtfPicture[],
): ({ file: File | undefined; alt: string } | undefined)[] {
  let next = 0;
  return pictures.map((picture, index) => {
    const at =
      held.length === pictures.length ? index : held.findIndex((one, from) => from >= next && isAlike(one, picture));
    const found = held[at];
    if (found === undefined) return undefined;
    next = at + 1;
    const { mediaType, bytes } = found;
    const isPicture = mediaType !== '' && bytes.length > 0;
    const name = `tempelan-${index + 1}.${endings[mediaType]}`;
    return { file: isPicture ? new File([bytes], name, { type: mediaType }) : undefined, alt: writtenAlt(found.alt) };
  });
}

/** Shares by which two shapes may differ and still be the same. */
const likeness = 0.03;

type Size = { width: number; height: number };

function isAlike(one: Size, other: Size): boolean {
  if ([one.width, one.height, other.width, other.height].includes(0)) return false;
  return Math.abs(one.width / one.height / (other.width / other.height) - 1) < likeness;
}

/**
 * Whether the one file beside a text is the one picture in it. Word puts there either the picture or a drawing of
 * everything that was copied; only the first has the picture's shape.
 */
export async function isPictureOf(file: File, picture: PastedPicture): Promise<boolean> {
  if (picture.width === 0 || picture.height === 0) return false;
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = bitmap;
    bitmap.close();
    return isAlike({ width, height }, picture);
  } catch {
    // The browser cannot open it: then it is no picture for us either.
    return false;
  }
}
