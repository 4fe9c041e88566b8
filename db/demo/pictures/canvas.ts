import sharp from 'sharp';

/** A picture in the making: rows of red, green, blue bytes. */
export type Canvas = { width: number; height: number; pixels: Uint8ClampedArray };

/** A colour as bytes. */
export type Rgb = readonly [number, number, number];

/** Reads `#rrggbb`. */
export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** The colour that lies `share` of the way from one to the other. */
export function blend(from: Rgb, to: Rgb, share: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** The same as `blend`, for hexadecimal colours. */
export function mix(from: string, to: string, share: number): string {
  const channels = blend(rgb(from), rgb(to), share);
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** A canvas of one colour. */
export function canvasOf(width: number, height: number, colour: Rgb): Canvas {
  const pixels = new Uint8ClampedArray(width * height * 3);
  for (let index = 0; index < pixels.length; index += 3) {
    pixels[index] = colour[0];
    pixels[index + 1] = colour[1];
    pixels[index + 2] = colour[2];
  }
  return { width, height, pixels };
}

/**
 * Draws vector shapes over the canvas.
 *
 * @param shapes SVG elements in pixel units
 * @param blur radius in pixels, for what lies out of focus
 */
export async function drawShapes(canvas: Canvas, shapes: string, blur = 0): Promise<void> {
  const { width, height } = canvas;
  const document = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes}</svg>`;
  const rendered = sharp(Buffer.from(document)).ensureAlpha();
  if (blur > 0) rendered.blur(blur);
  const layer = await rendered.raw().toBuffer();
  const { pixels } = canvas;
  for (let from = 0, to = 0; to < pixels.length; from += 4, to += 3) {
    const alpha = layer[from + 3] ?? 0;
    if (alpha === 0) continue;
    const share = alpha / 255;
    for (let channel = 0; channel < 3; channel += 1) {
      const below = pixels[to + channel] ?? 0;
      pixels[to + channel] = below + ((layer[from + channel] ?? 0) - below) * share;
    }
  }
}

/** What a soft layer holds at a place of the canvas: a colour and how much it covers (0 to 1). */
export type Veil = (x: number, y: number) => { colour: Rgb; cover: number };

/**
 * Lays clouds, mist or light over the canvas: computed on every third pixel and
 * enlarged smoothly, since nothing in such a layer is sharp.
 *
 * @param mode `over` paints; `light` adds, as a glow does
 */
export async function drawVeil(canvas: Canvas, veil: Veil, mode: 'over' | 'light' = 'over'): Promise<void> {
  const step = 3;
  const width = Math.ceil(canvas.width / step);
  const height = Math.ceil(canvas.height / step);
  const small = Buffer.alloc(width * height * 4);
  for (let row = 0, index = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1, index += 4) {
      const { colour, cover } = veil(column * step, row * step);
      small[index] = Math.max(0, Math.min(255, colour[0]));
      small[index + 1] = Math.max(0, Math.min(255, colour[1]));
      small[index + 2] = Math.max(0, Math.min(255, colour[2]));
      small[index + 3] = Math.max(0, Math.min(255, cover * 255));
    }
  }
  const layer = await sharp(small, { raw: { width, height, channels: 4 } })
    .resize(canvas.width, canvas.height, { kernel: 'cubic', fit: 'fill' })
    .raw()
    .toBuffer();
  const { pixels } = canvas;
  for (let from = 0, to = 0; to < pixels.length; from += 4, to += 3) {
    const share = (layer[from + 3] ?? 0) / 255;
    if (share === 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const below = pixels[to + channel] ?? 0;
      const above = layer[from + channel] ?? 0;
      pixels[to + channel] =
        mode === 'over' ? below + (above - below) * share : below + above * share * (1 - below / 255);
    }
  }
}
