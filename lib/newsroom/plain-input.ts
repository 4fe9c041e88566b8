import { z } from 'zod';
import '../zod-in-browser.ts';
import { cleanText } from '../richtext/clean-text.ts';

/** One line or paragraph of plain text: normalised (NFC), without invisible control marks, at most `max` characters. */
export function plainLine(max: number, name: string) {
  return limited(max, name, (text) => cleanText(text).replace(/\s+/g, ' '));
}

/** Several paragraphs of plain text, apart by line breaks; otherwise as `plainLine`. */
export function paragraphs(max: number, name: string) {
  return limited(max, name, (text) =>
    text
      .split(/\r\n|\r|\n/)
      .map((line) => cleanText(line).replace(/[ \t]+/g, ' '))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n'),
  );
}

function limited(max: number, name: string, clean: (text: string) => string) {
  const tooLong = `${name} terlalu panjang: paling banyak ${max} karakter.`;
  return z
    .string(`${name} harus berupa teks.`)
    .max(max * 4, tooLong)
    .transform(clean)
    .pipe(z.string().max(max, tooLong));
}
