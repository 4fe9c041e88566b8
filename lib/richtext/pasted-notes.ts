import { attributeOf, type PastedElement, type PastedNode, textWithin } from './pasted-tree.ts';

/**
 * The same text with every footnote in brackets where its number stood, as readers of a page without feet want it.
 * Notes whose number was not copied stay where they are; numbers without a note go.
 */
export function notesInPlace(root: PastedElement): PastedElement {
  const notes = new Map<string, string>();
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

function collect(element: PastedElement, notes: Map<string, string>): void {
  if (isNote(element)) {
    const words = textWithin(withoutWayBack(element)).replace(/\s+/g, ' ').trim();
    notes.set(attributeOf(element, 'id'), words.replace(/(?<!\.)\.$/, ''));
    return;
  }
  for (const child of element.children) if (typeof child !== 'string') collect(child, notes);
}

function withNotes(element: PastedElement, notes: ReadonlyMap<string, string>, used: Set<string>): PastedElement {
  if (isNote(element)) return withoutWayBack(element);
  const children = element.children.flatMap((child): PastedNode[] => {
    if (typeof child === 'string') return [child];
    const name = noteNamedBy(child);
    if (name === undefined) return isWayBack(child) ? [] : [withNotes(child, notes, used)];
    const words = notes.get(name) ?? '';
    if (used.has(name) || words === '') return [];
    used.add(name);
    return [` (${words})`];
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
