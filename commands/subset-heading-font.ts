import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { say } from './say.ts';

/**
 * Makes the one heading face readers load: Plus Jakarta Sans, only the letters and marks that
 * headings in Indonesian (and names borrowed from other Latin scripts) need, only the weights
 * the stylesheets use. A new result needs a new file name, because the old one is kept for a year.
 */
const source = 'node_modules/@fontsource-variable/plus-jakarta-sans';
const target = 'public/fonts/plus-jakarta-sans-1.woff2';
const largest = 25 * 1024;

const ascii = String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index));
const letters = 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ';
const marks = '\u00a0–—‘’“”…•·‹›«»°²³×½€';

const font = await subsetFont(
  await readFile(`${source}/files/plus-jakarta-sans-latin-wght-normal.woff2`),
  ascii + letters + marks,
  { targetFormat: 'woff2', variationAxes: { wght: { min: 500, max: 800, default: 700 } } },
);
if (font.length > largest) throw new Error(`The heading face weighs ${font.length} bytes; the limit is ${largest}.`);
await mkdir('public/fonts', { recursive: true });
await writeFile(target, font);
await copyFile(`${source}/LICENSE`, 'public/fonts/OFL.txt');
say(`${target}: ${font.length} bytes`);
