import { guidePicture } from '#lib/guides/guides.ts';

/**
 * A picture of the guides.
 *
 * @throws notFound when no guide shows it
 */
export async function helpPictureAnswer({ picture }: { picture: string }): Promise<Response> {
  const bytes = await guidePicture(picture);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/webp',
      'content-length': String(bytes.length),
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}
