import { SaxesParser } from 'saxes';
import { importLimits } from './limits.ts';
import { refusalOf, refuse } from './refusals.ts';

/** What a reader of XML is told of, in order. */
export type XmlReader = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/**
 * Reads one part through a strict parser that knows no DTD: refuses declarations, other encodings than UTF-8, and
 * more elements or levels than a text has. What passes may be given to a library.
 *
 * @throws refuse
 */
export function readXml(part: Uint8Array, reader: XmlReader = {}): void {
  if (part.length > importLimits.text) throw refuse('too_long');
  const text = textOf(part);
  // Asked before parsing as well, so that nothing depends on how a parser reads a declaration.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw refuse('declared_entities');
  const parser = new SaxesParser({ xmlns: false as const, position: false });
  let elements = 0;
  let depth = 0;
  parser.on('doctype', () => {
    throw refuse('declared_entities');
  });
  parser.on('error', () => {
    throw refuse('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    depth += 1;
    if (depth > importLimits.depth) throw refuse('too_deep');
    if (elements > importLimits.elements) throw refuse('too_long');
    reader.open?.(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    reader.close?.(name);
  });
  if (reader.text !== undefined) parser.on('text', reader.text);
  try {
    parser.write(text).close();
  } catch (error) {
    if (refusalOf(error) === undefined) throw refuse('damaged');
    throw error;
  }
}

function textOf(part: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw refuse('damaged');
  }
}
