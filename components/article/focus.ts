import { cropPosition } from '#lib/media/crop-position.ts';

/** Width over height of the window in which lists show photos. */
const shape = 3 / 2;
/** Steps of a tenth: readers' pages allow no style of their own, so each has a class. */
const steps = 10;

/** The classes that move a cropped photo to its focal point; none where it lies in the middle anyway. */
export function focusClass(photo: { width: number; height: number; focal: { x: number; y: number } }): string {
  const { x, y } = cropPosition(photo, shape, photo.focal);
  return `${oneClass('x', x)}${oneClass('y', y)}`;
}

function oneClass(axis: 'x' | 'y', share: number): string {
  const step = Math.round(share * steps);
  return step === steps / 2 ? '' : ` focus-${axis}${step}`;
}
