/** One line of a page: larger and bold, bold, ordinary, or cells side by side. */
export type PdfLine =
  | { as: 'title' | 'heading' | 'text'; text: string }
  | { as: 'row'; cells: readonly string[] }
  | { as: 'space' };

const page = { width: 595, height: 842, margin: 60 } as const;
/** Letters that fit a line of ordinary words; Helvetica's letters are about half as wide as the font is high. */
const lettersPerLine = 84;
const cellWidth = 150;
const looks = {
  title: { font: 'F2', size: 18, step: 30 },
  heading: { font: 'F2', size: 12, step: 24 },
  text: { font: 'F1', size: 11, step: 16 },
} as const;

/**
 * A PDF of A4 pages with the letters every reader of PDF has. It names its title and language, so
 * that it can be read aloud; the same lines always give the same bytes.
 *
 * @param title shown by the reader's window
 */
export function pdfOf(title: string, lines: readonly PdfLine[]): Buffer {
  const pages = paged(lines);
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ');
  const resources = '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>';
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (id-ID) /ViewerPreferences << /DisplayDocTitle true >> >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title ${stringOf(title)} >>`,
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${firstPage + index * 2 + 1} 0 R ${resources} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  return assembled(objects);
}

/** The objects before it: catalogue, list of pages, two fonts, title. */
const firstPage = 6;

function paged(lines: readonly PdfLine[]): string[] {
  const pages: string[] = [];
  let content = '';
  let y = page.height - page.margin;
  const write = (text: string, x: number, { font, size }: { font: string; size: number }) => {
    content += `BT /${font} ${size} Tf ${x} ${y} Td ${stringOf(text)} Tj ET\n`;
  };
  const step = (height: number) => {
    if (y - height < page.margin) {
      pages.push(content);
      content = '';
      y = page.height - page.margin;
    }
    y -= height;
  };
  for (const line of lines) {
    if (line.as === 'space') step(looks.text.step / 2);
    else if (line.as === 'row') {
      step(looks.text.step);
      for (const [index, cell] of line.cells.entries()) write(cell, page.margin + index * cellWidth, looks.text);
    } else {
      const look = looks[line.as];
      for (const text of wrapped(line.text, Math.floor((lettersPerLine * looks.text.size) / look.size))) {
        step(look.step);
        write(text, page.margin, look);
      }
    }
  }
  return [...pages, content];
}

function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Typographic letters as WinAnsi has them. */
const beyondAscii: Readonly<Record<string, string>> = { '–': '\\226', '“': '\\223', '”': '\\224' };

/** A text as PDF writes it. */
function stringOf(text: string): string {
  const letters = text.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\x7e]/g, (letter) => {
    const written = beyondAscii[letter];
    if (written === undefined) throw new Error(`The fonts of the document lack ${letter}.`);
    return written;
  });
  return `(${letters})`;
}

function assembled(objects: readonly string[]): Buffer {
  let text = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = text.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n`;
  text += `<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
