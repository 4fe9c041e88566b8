import { strToU8, type Zippable, zipSync } from 'fflate';

const wordNames =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What stands in a document of Word: paragraphs of a style, pictures, and raw XML. */
export type WordPart =
  | { text: string; style?: string; bold?: boolean; list?: boolean; link?: string }
  | { picture: Uint8Array }
  | { xml: string };

type Relation = { id: string; type: string; target: string; isExternal?: boolean };

/** The parts of a .docx as Word packs it; a test may add to them, or take away, before it zips them. */
export function wordParts(
  content: readonly WordPart[],
  more: { relations?: Relation[] } = {},
): Record<string, Uint8Array> {
  const relations: Relation[] = [...(more.relations ?? [])];
  const media: Record<string, Uint8Array> = {};
  const body = content.map((part, index) => {
    if ('xml' in part) return part.xml;
    if ('picture' in part) {
      media[`word/media/image${index + 1}.png`] = part.picture;
      relations.push({ id: `rIdP${index}`, type: 'image', target: `media/image${index + 1}.png` });
      return `<w:p><w:r>${drawing(`rIdP${index}`)}</w:r></w:p>`;
    }
    const style = part.style === undefined ? '' : `<w:pStyle w:val="${part.style}"/>`;
    const list = part.list ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '';
    const run = `<w:r>${part.bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(part.text)}</w:t></w:r>`;
    if (part.link === undefined) return `<w:p><w:pPr>${style}${list}</w:pPr>${run}</w:p>`;
    relations.push({ id: `rIdL${index}`, type: 'hyperlink', target: part.link, isExternal: true });
    return `<w:p><w:hyperlink r:id="rIdL${index}">${run}</w:hyperlink></w:p>`;
  });
  return {
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': relationsXml([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }]),
    'word/document.xml': xml(`<w:document ${wordNames}><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`),
    'word/_rels/document.xml.rels': relationsXml(relations),
    'word/styles.xml': xml(
      `<w:styles ${wordNames}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`,
    ),
    'word/numbering.xml': xml(
      `<w:numbering ${wordNames}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    'docProps/core.xml': xml('<coreProperties/>'),
    ...media,
  };
}

/** A .docx of parts. */
export function zipped(parts: Zippable): Uint8Array {
  return zipSync(parts, { level: 6 });
}

/** A .docx with this in it. */
export function aWordFile(content: readonly WordPart[], more?: Parameters<typeof wordParts>[1]): Uint8Array {
  return zipped(wordParts(content, more));
}

/** An .odt whose `content.xml` holds this within `office:text`. */
export function anOpenDocument(text: string, parts: Record<string, Uint8Array> = {}): Uint8Array {
  return zipped({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': xml(
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style></office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': xml('<manifest/>'),
    ...parts,
  });
}

export function xml(text: string): Uint8Array {
  return strToU8(declaration + text);
}

function relationsXml(relations: readonly Relation[]): Uint8Array {
  const list = relations.map(
    ({ id, type, target, isExternal }) =>
      `<Relationship Id="${id}" Type="${relationTypes}/${type}" Target="${escaped(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  );
  return xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`,
  );
}

function drawing(id: string): string {
  return `<w:drawing><wp:inline><wp:extent cx="100" cy="100"/><wp:docPr id="1" name="Gambar"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
