import { attributeOf, type PastedElement, type PastedNode, textWithin } from './pasted-tree.ts';

/**
 * The same text with every footnote in brackets where its number stood, as readers of a page without feet want it.
 * Notes whose number was not copied stay where they are; numbers without a note go.
 */
export function notesInPlace(root: PastedElement): PastedElement {
  const notes = new Map<string, PastedNode[]>();
  collect(root, notes);
  const used = new Set<string>();
  const placed = withNotes(root, notes, used);
  return used.size === 0 ? placed : withoutUsed(placed, used);
}

/** Where a number leads: Word `#_ftn1`, LibreOffice `#sdfootnote1sym`, Google Docs `#ftnt1`, mammoth `#footnote-1`. */
function noteNamedBy(element: PastedElement): string | undefined {
  if (element.name !== 'a') return undefined;
  const found =
    /^#(?:_(ftn|edn)(\d{1,4})|(sd(?:foot|end)note\d{1,4})sym|(ftnt\d{1,4})|((?:foot|end)note-\d{1,4}))$/i.exec(
      attributeOf(element, 'href'),
    );
  if (found === null) return undefined;
  const [, kind, number, ...own] = found;
  return kind === undefined ? own.find((name) => name !== undefined) : `${kind}${number}`;
}

/** What leads from a note back to its number. */
function isWayBack(element: PastedElement): boolean {
  return (
    element.name === 'a' &&
    /^#(?:_(?:ftn|edn)ref\d{1,4}|sd(?:foot|end)note\d{1,4}anc|ftnt_ref\d{1,4}|(?:foot|end)note-ref-\d{1,4})$/i.test(
      attributeOf(element, 'href'),
    )
  );
}

function isNote(element: PastedElement): boolean {
  return /^(?:ftn\d{1,4}|edn\d{1,4}|sd(?:foot|end)note\d{1,4}|(?:foot|end)note-\d{1,4})$/i.test(
    attributeOf(element, 'id'),
  );
}

function collect(element: PastedElement, notes: Map<string, PastedNode[]>): void {
  if (isNote(element)) {
    notes.set(attributeOf(element, 'id'), trimmed(inOneLine(withoutWayBack(element).children)));
    return;
  }
  for (const child of element.children) if (typeof child !== 'string') collect(child, notes);
}

/** What stands in a note, links and all, without what would begin a line of its own. */
function inOneLine(nodes: readonly PastedNode[]): PastedNode[] {
  return nodes.flatMap((node): PastedNode[] => {
    if (typeof node === 'string' || !/^(?:p|div|ul|ol|li|h[1-6]|br|hr)$/.test(node.name)) return [node];
    return [' ', ...inOneLine(node.children), ' '];
  });
}

/** Without spaces at the edges, nor the stop at the end: the sentence around the brackets has its own. */
function trimmed(nodes: readonly PastedNode[]): PastedNode[] {
  const first = nodes.findIndex((node) => textWithin(node).trim() !== '');
  const last = nodes.findLastIndex((node) => textWithin(node).trim() !== '');
  return nodes.slice(Math.max(first, 0), last + 1).map((node, index, all): PastedNode => {
    if (typeof node !== 'string') return node;
    const begun = index === 0 ? node.trimStart() : node;
    return index === all.length - 1 ? begun.trimEnd().replace(/(?<!\.)\.$/, '') : begun;
  });
}

function withNotes(element: PastedElement, notes: ReadonlyMap<string, PastedNode[]>, used: Set<string>): PastedElement {
  if (isNote(element)) return withoutWayBack(element);
  const children = element.children.flatMap((child): PastedNode[] => {
    if (typeof child === 'string') return [child];
    const name = noteNamedBy(child);
    if (name === undefined) return isWayBack(child) ? [] : [withNotes(child, notes, used)];
    const note = notes.get(name) ?? [];
    if (used.has(name) || note.length === 0) return [];
    used.add(name);
    return [' (', ...note, ')'];
  });
  return { ...element, children };
}

function withoutWayBack(element: PastedElement): PastedElement {
  const children = element.children.flatMap((child): PastedNode[] => {
    if (typeof child === 'string') return [child];
    return isWayBack(child) ? [] : [withoutWayBack(child)];
  });
  return { ...element, children };
}

function withoutUsed(element: PastedElement, used: ReadonlySet<string>): PastedElement {
  const children = element.children.flatMap((child): PastedNode[] => {
    if (typeof child === 'string') return [child];
    return used.has(attributeOf(child, 'id')) ? [] : [withoutUsed(child, used)];
  });
  return { ...element, children };
}
