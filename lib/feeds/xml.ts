/** A piece of XML that is already written, as opposed to text that is not. */
export type Xml = { readonly xml: string };

type Attributes = Readonly<Record<string, string | number | undefined>>;
type Child = Xml | string | null;

// XML 1.0 knows no way to write these, not even as references: one of them makes a whole feed unreadable.
const impossible = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const written: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // Also `]]>` may not stand in text.
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as it stands in an element or attribute; characters XML cannot bear are left out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(impossible, '')
    .replace(/[&<>"']/g, (character) => written[character] ?? '');
}

/**
 * An element. Children that are strings are text, null ones are left out; attributes that are undefined too.
 *
 * @param name ours, never from outside: it is written as it is
 */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Xml {
  const heads = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`],
  );
  const inside = children
    .filter((child) => child !== null)
    .map((child) => (typeof child === 'string' ? xmlText(child) : child.xml))
    .join('');
  const opening = `${name}${heads.join('')}`;
  return { xml: inside === '' ? `<${opening}/>` : `<${opening}>${inside}</${name}>` };
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
