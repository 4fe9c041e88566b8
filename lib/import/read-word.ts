import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { hiddenRunsOf } from './hidden-runs.ts';
import { importLimits } from './limits.ts';
import type { Parts } from './package.ts';
import { refuse } from './refusals.ts';
import { readXml } from './xml-check.ts';

/** A text as HTML of a program, in which `gambar:<number>` stands for a picture, and its pictures. */
export type ReadText = { html: string; pictures: Uint8Array[]; dropped: string[] };

/** Styles of Word that say what a paragraph is; the rest is form. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Judul'] => h1:fresh",
  "p[style-name='Subtitle'] => h3:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
];

/**
 * Reads the checked parts of a .docx with mammoth. It gets a package that holds these parts alone, packed by us, so
 * that it sees what was checked and nothing else.
 *
 * @throws refuse
 */
export async function readWord(parts: Parts): Promise<ReadText> {
  for (const [name, part] of parts) {
    if (/\.rels$/.test(name)) readXml(part, { open: refuseOutside });
    else if (/\.xml$/.test(name)) readXml(part);
  }
  const types = Buffer.from(parts.get('[Content_Types].xml') ?? []).toString('utf8');
  if (/macroEnabled|vbaProject/i.test(types)) throw refuse('macros');
  const wanted = [...parts].filter(
    ([name]) =>
      !/^word\/(?:settings|webSettings|fontTable|theme|header\d*|footer\d*|_rels\/(?:settings|fontTable|header\d*|footer\d*)\.xml)/.test(
        name,
      ),
  );
  const hidden: string[] = [];
  const seen = wanted.map(([name, part]): [string, Uint8Array] => {
    if (!/^word\/(?:document|footnotes|endnotes)\d*\.xml$/.test(name)) return [name, part];
    const read = hiddenRunsOf(part);
    hidden.push(read.words);
    return [name, read.part];
  });
  const buffer = Buffer.from(zipSync(Object.fromEntries(seen), { level: 0 }));
  const pictures: Uint8Array[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    if (pictures.length >= importLimits.pictures) throw refuse('too_many_pictures');
    pictures.push(new Uint8Array(await image.readAsBuffer()));
    return { src: `gambar:${pictures.length - 1}` };
  });
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { styleMap: styles, convertImage, externalFileAccess: false },
  );
  if (value.length > importLimits.html) throw refuse('too_long');
  return {
    html: value,
    pictures,
    dropped: [...droppedOf(parts), ...hiddenLine(hidden.join(' '))],
  };
}

/** Links to the web are links; anything else from outside would be fetched by whoever opens the document. */
function refuseOutside(name: string, attributes: Readonly<Record<string, string>>): void {
  if (!/(?:^|:)Relationship$/.test(name) || attributes['TargetMode']?.toLowerCase() !== 'external') return;
  const type = attributes['Type'] ?? '';
  if (/\/hyperlink$/.test(type)) return;
  const isWeb = /^(?:https?|ftp|\\\\|file:\/\/[^/])/i.test(attributes['Target'] ?? '');
  // Word names the template on its writer's own disk; nobody asks for it.
  if (/\/attachedTemplate$/.test(type) && !isWeb) return;
  throw refuse('external');
}

function hiddenLine(hidden: string): string[] {
  const words = hidden.replace(/\s+/g, ' ').trim();
  return words === '' ? [] : [`Teks tersembunyi: “${words.slice(0, 150)}”`];
}

function droppedOf(parts: Parts): string[] {
  const has = (pattern: RegExp) => [...parts.keys()].some((name) => pattern.test(name));
  return [
    ...(has(/^word\/comments\.xml$/) ? ['Komentar Word'] : []),
    ...(has(/^word\/header\d*\.xml$/) || has(/^word\/footer\d*\.xml$/) ? ['Kepala dan kaki halaman'] : []),
  ];
}
