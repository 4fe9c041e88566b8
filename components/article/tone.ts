/**
 * The colours a photo's place may have until the photo is there. A reader's page allows no
 * style of its own, so the average colour becomes the nearest of these sixteen classes
 * (`tone-0` … `tone-15` in article.css, in this order).
 */
export const tones = [
  '#1d2422',
  '#4a524e',
  '#868d88',
  '#c3c7c1',
  '#eeede7',
  '#4f3b2a',
  '#8b6a4a',
  '#c4a37c',
  '#a8553c',
  '#d9a441',
  '#2f4a2c',
  '#6b8a55',
  '#a9bd93',
  '#2c4c63',
  '#6f9ab5',
  '#b4ccd8',
] as const;

/**
 * The class of the tone nearest to a colour.
 *
 * @param colour `#rrggbb`, or null when it was never measured
 */
export function toneClass(colour: string | null): string {
  const wanted = channels(colour ?? '');
  if (wanted === undefined) return 'tone-3';
  const distances = tones.map((tone) => distance(wanted, channels(tone) ?? wanted));
  return `tone-${distances.indexOf(Math.min(...distances))}`;
}

type Channels = readonly [number, number, number];

function channels(colour: string): Channels | undefined {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (parts === null) return undefined;
  const [, red = '', green = '', blue = ''] = parts;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** The eye tells greens apart best and blues worst. */
function distance(one: Channels, other: Channels): number {
  return 3 * (one[0] - other[0]) ** 2 + 4 * (one[1] - other[1]) ** 2 + 2 * (one[2] - other[2]) ** 2;
}
