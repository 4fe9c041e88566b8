import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { Face, Font, Blob as FontFile, Buffer as Line, shape } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { say } from './say.ts';

/**
 * Turns the letters of the heading face into outlines that share cards are drawn from: so a card
 * needs no font of the machine it is drawn on and looks the same on all of them. Two weights of
 * Plus Jakarta Sans, the letters of Latin scripts, and the kerning of what Indonesian uses.
 */
const source = 'node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans';
const target = 'lib/cards';
const weights = [600, 700] as const;

const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
const ascii = range(0x21, 0x7e);
const latin = `${ascii}${range(0xa1, 0xac)}${range(0xae, 0xff)}–—‘’“”„…•‹›€™−`;
const extended = `${range(0x100, 0x17f)}ȘșȚțẞ`;
const kerned = `${ascii}–—‘’“”…`;

await mkdir(target, { recursive: true });
await copyFile('node_modules/@fontsource-variable/plus-jakarta-sans/LICENSE', `${target}/OFL.txt`);
for (const weight of weights) {
  const plain = await faceOf('latin', latin, weight);
  const more = await faceOf('latin-ext', extended, weight);
  const outlines = {
    unitsPerEm: plain.face.upem,
    space: Math.round(plain.font.glyphHAdvance(plain.font.nominalGlyph(0x20) ?? 0)),
    glyphs: { ...glyphsOf(plain.font, latin), ...glyphsOf(more.font, extended) },
    kerning: kerningOf(plain.font, kerned),
  };
  const file = `${target}/outlines-${weight}.json`;
  await writeFile(file, `${JSON.stringify(outlines, null, 2)}\n`);
  say(`${file}: ${Object.keys(outlines.glyphs).length} glyphs, ${Object.keys(outlines.kerning).length} pairs`);
}

async function faceOf(part: string, letters: string, wght: number) {
  const variable = await readFile(`${source}-${part}-wght-normal.woff2`);
  const bytes = await subsetFont(variable, `${letters} `, { targetFormat: 'sfnt', variationAxes: { wght } });
  const face = new Face(new FontFile(new Uint8Array(bytes)));
  return { face, font: new Font(face) };
}

/** By letter: its advance and the path of its outline, upwards positive, in units of the face. */
function glyphsOf(font: Font, letters: string): Record<string, string> {
  return Object.fromEntries(
    [...letters].flatMap((letter) => {
      const glyph = font.nominalGlyph(letter.codePointAt(0) ?? 0);
      return glyph === undefined
        ? []
        : [[letter, `${Math.round(font.glyphHAdvance(glyph))} ${font.glyphToPath(glyph)}`]];
    }),
  );
}

/** By pair of letters: how much closer, or farther, they stand than their advances say. */
function kerningOf(font: Font, letters: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const first of letters) {
    for (const second of letters) {
      const line = new Line();
      line.addText(first + second);
      line.guessSegmentProperties();
      shape(font, line);
      const [glyph, next] = line.getGlyphInfos();
      const [place] = line.getGlyphPositions();
      // A ligature has swallowed the second letter; cards draw letter by letter.
      if (glyph === undefined || next === undefined || place === undefined) continue;
      const nearer = Math.round(place.xAdvance - font.glyphHAdvance(glyph.codepoint));
      if (nearer !== 0) found[first + second] = nearer;
    }
  }
  return found;
}
