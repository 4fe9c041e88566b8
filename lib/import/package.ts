import { unzipSync } from 'fflate';
import { importLimits } from './limits.ts';
import { type ImportRefusal, refuse } from './refusals.ts';

/** The parts of a document by name. */
export type Parts = ReadonlyMap<string, Uint8Array>;
export type OpenedPackage = { kind: 'docx' | 'odt'; parts: Parts };

type Entry = { name: string; size: number; originalSize: number };

/** Folders and files that programs really write; everything else is no document of theirs. */
const known = {
  docx: /^(?:\[Content_Types\]\.xml|_rels\/|word\/|docProps\/|customXml\/|docMetadata\/|_xmlsignatures\/)/,
  odt: /^(?:mimetype|content\.xml|styles\.xml|meta\.xml|settings\.xml|manifest\.rdf|layout-cache|META-INF\/|Pictures\/|Thumbnails\/|Configurations2\/|ObjectReplacements\/)/,
} as const;

/** The parts that are read; the rest stays packed. */
const needed = {
  docx: /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:[^/]+\.xml|_rels\/[^/]+\.rels|media\/[^/]+))$/,
  odt: /^(?:content\.xml|styles\.xml|META-INF\/manifest\.xml|Pictures\/[^/]+)$/,
} as const;

/**
 * Opens a .docx or .odt: looks at the zip's directory first, and unpacks nothing of a file that holds too much,
 * macros, embedded objects or parts no program writes. Sizes that lie cost no memory: a part gets what it declared.
 *
 * @throws refuse
 */
export function openPackage(file: Uint8Array): OpenedPackage {
  const foreign = kindOfForeign(file);
  if (foreign !== undefined) throw refuse(foreign);
  const entries = directoryOf(file);
  const names = new Set(entries.map(({ name }) => name));
  if (names.size < entries.length) throw refuse('damaged');
  const kind = names.has('word/document.xml') ? 'docx' : isOpenDocument(file, names) ? 'odt' : undefined;
  if (kind === undefined) {
    throw refuse(/^(?:xl|ppt)\//m.test([...names].join('\n')) ? 'sheet_or_slides' : 'unknown_kind');
  }
  const fault = faultOf(entries, file.length, kind);
  if (fault !== undefined) throw refuse(fault);
  return { kind, parts: new Map(Object.entries(unpacked(file, (name) => needed[kind].test(name)))) };
}

function kindOfForeign(file: Uint8Array): ImportRefusal | undefined {
  const head = Buffer.from(file.subarray(0, 8)).toString('latin1');
  if (head.startsWith('PK\x03\x04')) return undefined;
  // Word locks a document by putting it into the container that .doc files are.
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    const isLocked = Buffer.from(file).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return isLocked ? 'encrypted' : 'old_word';
  }
  if (head.startsWith('{\\rtf')) return 'rich_text';
  if (head.startsWith('%PDF')) return 'pdf';
  return 'unknown_kind';
}

function directoryOf(file: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  try {
    unzipSync(file, {
      filter: ({ name, size, originalSize }) => {
        entries.push({ name, size, originalSize });
        return false;
      },
    });
  } catch (error) {
    if (error instanceof Error) throw refuse('damaged');
    throw error;
  }
  return entries.filter(({ name, originalSize }) => !(name.endsWith('/') && originalSize === 0));
}

function isOpenDocument(file: Uint8Array, names: ReadonlySet<string>): boolean {
  if (!names.has('content.xml') || !names.has('mimetype')) return false;
  const { mimetype } = unpacked(file, (name, size) => name === 'mimetype' && size < 200);
  return (
    Buffer.from(mimetype ?? [])
      .toString('latin1')
      .trim() === 'application/vnd.oasis.opendocument.text'
  );
}

function faultOf(entries: readonly Entry[], packed: number, kind: 'docx' | 'odt'): ImportRefusal | undefined {
  const unpackedBytes = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const pictures = entries.filter(({ name }) => /^(?:word\/media|Pictures)\//.test(name)).length;
  if (entries.some(({ name }) => isUnsafe(name))) return 'damaged';
  if (pictures > importLimits.pictures) return 'too_many_pictures';
  if (entries.length > importLimits.entries) return 'too_many_parts';
  if (unpackedBytes > importLimits.unpacked * importLimits.ratio) return 'bomb';
  if (entries.some(isBomb) || (unpackedBytes > importLimits.ratioFrom && unpackedBytes > packed * importLimits.ratio)) {
    return 'bomb';
  }
  if (unpackedBytes > importLimits.unpacked) return 'too_large_unpacked';
  if (entries.some(({ name }) => /(?:^|\/)(?:vbaProject|vbaData)|^(?:Basic|Scripts)\//i.test(name))) return 'macros';
  if (entries.some(({ name }) => /^word\/(?:embeddings|activeX)\/|^Object[ \d]/i.test(name))) return 'embedded';
  if (entries.some(({ name }) => !known[kind].test(name))) return 'unknown_part';
  return undefined;
}

function isUnsafe(name: string): boolean {
  return /^\/|\\|\0|^[a-z]:/i.test(name) || name.split('/').some((part) => part === '..' || part === '.');
}

function isBomb({ size, originalSize }: Entry): boolean {
  return originalSize > importLimits.ratioFrom && originalSize > Math.max(1, size) * importLimits.ratio;
}

function unpacked(file: Uint8Array, wanted: (name: string, size: number) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(file, { filter: ({ name, originalSize }) => wanted(name, originalSize) });
  } catch (error) {
    // fflate's own errors, and what it stumbles over in a directory that points nowhere.
    if (error instanceof Error) throw refuse('damaged');
    throw error;
  }
}
