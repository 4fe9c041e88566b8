/**
 * Where a picture lies in a smaller window of another shape, so that its focal point is as near the
 * middle as the edges allow: shares of the room there is, as CSS's `object-position` counts them.
 *
 * @param ratio width over height of the window
 */
export function cropPosition(
  size: { width: number; height: number },
  ratio: number,
  focal: { x: number; y: number },
): { x: number; y: number } {
  const own = size.width / size.height;
  return {
    x: along(focal.x, Math.min(1, ratio / own)),
    y: along(focal.y, Math.min(1, own / ratio)),
  };
}

/** @param visible share of the picture that the window shows in this direction */
function along(focal: number, visible: number): number {
  if (visible >= 1) return 0.5;
  return Math.min(1, Math.max(0, (focal - visible / 2) / (1 - visible)));
}
