import type { PhotoOrigin } from '../../db/schema/enums.ts';

/** What readers are told a picture is. */
export const originLabels: Readonly<Record<PhotoOrigin, string>> = {
  photo: 'Foto',
  illustration: 'Ilustrasi',
  ai_made: 'Gambar buatan AI',
};

/**
 * The line below a picture that says whose it is and, where it is no photo, what it is; that is said
 * even where nobody is named. Empty when there is nothing to say.
 */
export function creditLine({ origin, credit }: { origin: PhotoOrigin; credit: string }): string {
  if (credit !== '') return `${originLabels[origin]}: ${credit}`;
  return origin === 'photo' ? '' : originLabels[origin];
}
