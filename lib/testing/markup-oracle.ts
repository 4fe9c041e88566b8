import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** Element names and the attributes each may carry. */
export type AllowedMarkup = Readonly<Record<string, readonly string[]>>;

/**
 * Parses HTML as browsers do and lists everything a reader's page must not contain: elements and
 * attributes outside the list, and addresses that are neither http, https, mailto, tel nor of this site.
 * Knows nothing of the code under test.
 */
export function foreignMarkup(html: string, allowed: AllowedMarkup): string[] {
  const faults: string[] = [];
  for (const element of elementsOf(html)) {
    const attributes = Object.hasOwn(allowed, element.tagName) ? allowed[element.tagName] : undefined;
    if (!attributes) {
      faults.push(`<${element.tagName}>`);
      continue;
    }
    for (const { name, value } of element.attrs) {
      if (!attributes.includes(name)) faults.push(`<${element.tagName} ${name}>`);
      if ((name === 'href' || name === 'src') && !isHarmlessAddress(value)) faults.push(`${name}=${value}`);
    }
  }
  return faults;
}

/** All elements of a piece of HTML in document order, templates included. */
export function elementsOf(html: string): DefaultTreeAdapterTypes.Element[] {
  return nodesOf(html).filter((node) => 'tagName' in node);
}

/** The text a reader sees, without markup. */
export function textOf(html: string): string {
  return nodesOf(html)
    .map((node) => (node.nodeName === '#text' && 'value' in node ? node.value : ''))
    .join('');
}

/** Every node in document order; with a stack of its own, since hostile markup nests as deep as it likes. */
function nodesOf(html: string): DefaultTreeAdapterTypes.Node[] {
  const found: DefaultTreeAdapterTypes.Node[] = [];
  const waiting: DefaultTreeAdapterTypes.Node[] = [parseFragment(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
    if ('content' in node) waiting.push(node.content);
  }
  return found;
}

function isHarmlessAddress(address: string): boolean {
  const here = 'https://situs.example';
  if (!URL.canParse(address, here)) return false;
  const url = new URL(address, here);
  if (url.username !== '' || url.password !== '') return false;
  if (['mailto:', 'tel:'].includes(url.protocol)) return true;
  // A relative address must stay here; an absolute one must say so itself.
  return ['https:', 'http:'].includes(url.protocol) && (url.origin === here || /^https?:\/\/[^/]/.test(address));
}
