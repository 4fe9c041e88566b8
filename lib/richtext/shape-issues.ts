import type { z } from 'zod';
import type { Issue } from '../errors.ts';
import { knownName, quoted } from './node-names.ts';

const remedy = 'Hapus bagian ini atau tempelkan sebagai teks biasa.';

/** What to say about a fault that no rule of its own speaks for; always names the culprit. */
export function shapeMessage(issue: z.core.$ZodRawIssue): string {
  const path = issue.path ?? [];
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map(quoted).slice(0, 5).join(', ')} tidak dikenal pada isi naskah. ${remedy}`;
    case 'invalid_union':
      return unknownType(issue.input, path.includes('marks'));
    case 'invalid_value':
      return `Nilai ${quoted(String(path.at(-1)))} tidak sah. ${remedy}`;
    default:
      return path.length === 0
        ? 'Isi naskah tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.'
        : `Isian ${quoted(String(path.at(-1)))} tidak sah. ${remedy}`;
  }
}

/** An issue of the shape as one of ours: its place is the path of block indices alone. */
export function shapeIssue(issue: z.core.$ZodIssue): Issue {
  return { field: place(issue.path), code: codeOf(issue), text: issue.message };
}

function unknownType(input: unknown, isMark: boolean): string {
  const type = typeOf(input);
  const known = knownName(type);
  if (known) return `Bagian ${known} tidak boleh berada di sini. ${remedy}`;
  return `${isMark ? 'Tanda' : 'Bagian'} ${quoted(type)} tidak dikenal. ${remedy}`;
}

function typeOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;
}

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.path.at(-1) === 'attrs' ? 'unknown_attribute' : 'unknown_key';
    case 'invalid_union':
      if (knownName(typeOf(issue.input))) return 'misplaced';
      return issue.path.includes('marks') ? 'unknown_mark' : 'unknown_node';
    default:
      return issue.path.includes('attrs') ? 'attribute' : 'shape';
  }
}

/** `['content', 3, 'content', 0, 'marks', 1, 'attrs']` is block 3, child 0. */
function place(path: readonly PropertyKey[]): string {
  const indices: PropertyKey[] = [];
  for (let at = 0; path[at] === 'content' && typeof path[at + 1] === 'number'; at += 2)
    indices.push(path[at + 1] ?? '');
  return indices.map(String).join('.');
}
