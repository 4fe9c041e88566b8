/** Letters of one weight as outlines, made by commands/outline-card-face.ts. */
export type Outlines = {
  unitsPerEm: number;
  /** Advance of a space, in units. */
  space: number;
  /** By letter: its advance and its path, y upwards, in units. */
  glyphs: Readonly<Record<string, string>>;
  /** By pair of letters: what is added to the advance of the first, in units. */
  kerning: Readonly<Record<string, number>>;
};

const ellipsis = '…';

/**
 * The part of a text these outlines can draw, in one line: letters they lack lose their marks
 * (`ḥ` is `h`), full-width and joined forms become plain ones, emoji and other scripts go.
 */
export function drawable(text: string, outlines: Outlines): string {
  let drawn = '';
  for (const letter of text.normalize('NFC')) {
    if (/\s/u.test(letter)) drawn += ' ';
    else if (Object.hasOwn(outlines.glyphs, letter)) drawn += letter;
    else
      drawn += [...plainForm(letter)].filter((each) => each === ' ' || Object.hasOwn(outlines.glyphs, each)).join('');
  }
  return drawn.replace(/ +/g, ' ').trim();
}

/** Whether so much of a text can be drawn that what is left still says it: nine of ten letters and digits. */
export function isMostlyDrawable(text: string, outlines: Outlines): boolean {
  const letters = (of: string) => of.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters(text) > 0 && letters(drawable(text, outlines)) >= letters(text.normalize('NFC')) * 0.9;
}

function plainForm(letter: string): string {
  // A hyphen that keeps words together has no glyph of its own.
  if (letter === '\u2010' || letter === '\u2011') return '-';
  return letter.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** How wide a text stands at a size, both in pixels. */
export function widthOf(text: string, size: number, outlines: Outlines): number {
  return (advances(text, outlines).reduce((sum, advance) => sum + advance, 0) * size) / outlines.unitsPerEm;
}

/**
 * Breaks a text into lines that fit a width, cut at words; a word that is wider than a line is
 * cut anywhere. The lines come out about equally long.
 *
 * @returns undefined when it takes more lines than there are
 */
export function wrapped(
  text: string,
  size: number,
  width: number,
  mostLines: number,
  outlines: Outlines,
): string[] | undefined {
  const fewest = linesIn(text, size, width, outlines);
  if (fewest.length > mostLines) return undefined;
  let best = fewest;
  // As narrow as the same number of lines allows: no last line of one short word.
  for (let narrower = width * 0.97; narrower > width * 0.5; narrower *= 0.97) {
    const lines = linesIn(text, size, narrower, outlines);
    if (lines.length > fewest.length) break;
    best = lines;
  }
  return best;
}

/** The lines of a text, the last one cut at a word with an ellipsis when there are more than fit. */
export function wrappedOrCut(
  text: string,
  size: number,
  width: number,
  mostLines: number,
  outlines: Outlines,
): string[] {
  const lines = linesIn(text, size, width, outlines);
  if (lines.length <= mostLines) return lines;
  const kept = lines.slice(0, mostLines);
  return [...kept.slice(0, -1), cut(`${kept.at(-1) ?? ''} ${lines[mostLines] ?? ''}`, size, width, outlines)];
}

/** A text that fits one line: whole, or cut at a word (else at a letter) with an ellipsis. */
export function cut(text: string, size: number, width: number, outlines: Outlines): string {
  if (widthOf(text, size, outlines) <= width) return text;
  const fits = (start: string) => widthOf(start + ellipsis, size, outlines) <= width;
  const letters = [...text];
  let length = letters.length;
  while (length > 0 && !fits(letters.slice(0, length).join('').trimEnd())) length -= 1;
  const start = letters.slice(0, length).join('').trimEnd();
  const atWord = letters[length] === ' ' ? start.length : start.lastIndexOf(' ');
  const kept = atWord > start.length / 2 ? start.slice(0, atWord) : start;
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}${ellipsis}`;
}

function linesIn(text: string, size: number, width: number, outlines: Outlines): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => inPieces(each, size, width, outlines))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size, outlines) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function inPieces(word: string, size: number, width: number, outlines: Outlines): string[] {
  if (widthOf(word, size, outlines) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter, size, outlines) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/**
 * A line as the path of its outlines.
 *
 * @param x left end, and `y` base line, in pixels
 */
export function linePath(text: string, x: number, y: number, size: number, outlines: Outlines): string {
  const scale = size / outlines.unitsPerEm;
  const spaces = advances(text, outlines);
  let at = 0;
  let path = '';
  for (const [index, letter] of [...text].entries()) {
    path += placed(outlineOf(letter, outlines), x + at * scale, y, scale);
    at += spaces[index] ?? 0;
  }
  return path;
}

/** Of every letter: how far the next one stands, in units. */
function advances(text: string, outlines: Outlines): number[] {
  const letters = [...text];
  return letters.map((letter, index) => {
    const own = letter === ' ' ? outlines.space : Number.parseInt(glyphOf(letter, outlines), 10) || 0;
    const pair = letter + (letters[index + 1] ?? '');
    return own + (Object.hasOwn(outlines.kerning, pair) ? (outlines.kerning[pair] ?? 0) : 0);
  });
}

function glyphOf(letter: string, { glyphs }: Outlines): string {
  return Object.hasOwn(glyphs, letter) ? (glyphs[letter] ?? '') : '';
}

function outlineOf(letter: string, outlines: Outlines): string {
  const glyph = glyphOf(letter, outlines);
  return glyph.slice(glyph.indexOf(' ') + 1);
}

function placed(outline: string, x: number, y: number, scale: number): string {
  return outline.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, right: string, up: string) => {
    return `${rounded(x + Number(right) * scale)},${rounded(y - Number(up) * scale)}`;
  });
}

const rounded = (pixels: number) => Math.round(pixels * 100) / 100;
