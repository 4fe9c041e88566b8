import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Issue } from '../errors.ts';
import { richTextExtensions } from './extensions.ts';
import { nodeName } from './node-names.ts';
import type { RichDocument } from './rich-nodes.ts';

/** The ProseMirror schema of our extensions; the editor builds an equal one from the same list. */
export const richTextSchema = getSchema(richTextExtensions());

/**
 * Asks ProseMirror whether every node holds what it may hold. Only for documents whose
 * names, attributes and depth are already checked: it reads recursively.
 */
export function misplacedIn(document: RichDocument): Issue[] {
  const root = richTextSchema.nodeFromJSON(document);
  const issues: Issue[] = [];
  visit(root, [], (node, place) => {
    if (!node.type.validContent(node.content)) {
      issues.push({
        field: place.join('.'),
        code: 'misplaced',
        text: `Susunan ${nodeName(node.type.name)} tidak sah. Hapus bagian ini, lalu tulis kembali.`,
      });
    }
  });
  return issues;
}

function visit(node: Node, place: number[], look: (node: Node, place: number[]) => void): void {
  look(node, place);
  for (const [index, child] of node.children.entries()) visit(child, [...place, index], look);
}
