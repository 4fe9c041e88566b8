import type { Issue } from '../errors.ts';

/** Bounds of one document: bytes of its JSON in UTF-8, ProseMirror nodes, levels of nodes (the document is 1). */
export const documentLimits = { bytes: 1_048_576, nodes: 15_000, depth: 20 } as const;

/** Bounds of single blocks: photos of a gallery, rows and columns of a table. The largest table, without marks, is 5,001 nodes. */
export const blockLimits = { galleryPhotos: 60, tableRows: 200, tableColumns: 12 } as const;

type Pending = { value: unknown; depth: number };

/**
 * Measures before anything recursive touches the input, with a stack of its own:
 * a document ten thousand levels deep, or one that contains itself, ends in an answer.
 *
 * @returns what is over a limit, or undefined when the document may be looked at
 */
export function overLimit(input: unknown): Issue | undefined {
  let bytes = 0;
  let nodes = 1;
  const stack: Pending[] = [{ value: input, depth: 1 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value, depth } = next;
    if (depth > documentLimits.depth) return tooDeep;
    bytes += ownBytes(value);
    if (bytes > documentLimits.bytes) return tooLarge;
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const element of value) stack.push({ value: element, depth });
      continue;
    }
    for (const [key, child] of Object.entries(value)) {
      const inside = key === 'content' && Array.isArray(child);
      if (inside) nodes += child.length;
      if (nodes > documentLimits.nodes) return tooManyNodes;
      stack.push({ value: child, depth: inside ? depth + 1 : depth });
    }
  }
  return undefined;
}

/** Bytes that `JSON.stringify` would write for the value itself, its children not counted. */
function ownBytes(value: unknown): number {
  if (typeof value === 'string') return stringBytes(value);
  if (typeof value !== 'object' || value === null) return String(value).length;
  if (Array.isArray(value)) return 2 + Math.max(0, value.length - 1);
  const keys = Object.keys(value);
  // Longer than the limit by the keys' own quotation marks alone: no need to read them.
  if (keys.length > documentLimits.bytes / 4) return keys.length * 4;
  return keys.reduce((sum, key) => sum + stringBytes(key) + 1, 2 + Math.max(0, keys.length - 1));
}

function stringBytes(text: string): number {
  if (text.length > documentLimits.bytes) return text.length;
  return new TextEncoder().encode(JSON.stringify(text)).length;
}

const tooLarge: Issue = {
  field: '',
  code: 'too_large',
  text: 'Isi naskah terlalu besar: batasnya 1 MB. Bagi menjadi beberapa naskah atau lampirkan sebagian sebagai dokumen.',
};

const tooManyNodes: Issue = {
  field: '',
  code: 'too_many_nodes',
  text: 'Isi naskah terlalu panjang: batasnya 15.000 bagian (paragraf, butir, sel, potongan teks). Bagi menjadi beberapa naskah.',
};

const tooDeep: Issue = {
  field: '',
  code: 'too_deep',
  text: 'Daftar di dalam daftar terlalu dalam: batasnya 20 tingkat. Kurangi tingkatnya.',
};
