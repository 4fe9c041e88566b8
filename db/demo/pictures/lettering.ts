import { drawings } from '#lib/cards/drawings.ts';
import { linePath, wrapped } from '#lib/cards/lettering.ts';
import { path } from './shapes.ts';

/** Writes words into a drawing as outlines, so that it looks the same on a machine without fonts. */
export type Pen = {
  /**
   * Lines of a text, broken to fit.
   *
   * @param look `y` is the base line of the first line; pixels
   * @returns SVG, and the base line below the last line
   */
  write: (text: string, look: PenLook) => { svg: string; below: number };
};

type PenLook = { x: number; y: number; size: number; width: number; colour: string; bold?: boolean };

const mostLines = 6;

/** A pen with the letters of the site's headings. */
export async function penOf(): Promise<Pen> {
  const { bold, medium } = await drawings();
  return {
    write(text, { x, y, size, width, colour, bold: isBold = false }) {
      const outlines = isBold ? bold : medium;
      const lines = wrapped(text, size, width, mostLines, outlines);
      if (lines === undefined) throw new Error(`Too long for the drawing: ${text}`);
      const step = size * 1.32;
      const d = lines.map((line, index) => linePath(line, x, y + index * step, size, outlines)).join('');
      return { svg: path(d, { fill: colour }), below: y + lines.length * step };
    },
  };
}
