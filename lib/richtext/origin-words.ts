import type { PhotoOrigin } from '../../db/schema/enums.ts';
import type { RichBlock, RichDocument, RichFigure } from './rich-nodes.ts';

/** What readers are told a picture is. */
export const originLabels: Readonly<Record<PhotoOrigin, string>> = {
  photo: 'Foto',
  illustration: 'Ilustrasi',
  ai_made: 'Gambar buatan AI',
};

/**
 * The line below a picture that says whose it is and, where it is no photo, what it is; that is said
 * even where nobody is named. Empty when there is nothing to say.
 */
export function creditLine({ origin, credit }: { origin: PhotoOrigin; credit: string }): string {
  if (credit !== '') return `${originLabels[origin]}: ${credit}`;
  return origin === 'photo' ? '' : originLabels[origin];
}

/** The body with a picture's caption saying what it is where it is no photo, for copies that name pictures in words. */
export function withOriginsNamed(document: RichDocument): RichDocument {
  return { ...document, content: document.content.map(blockWithOrigin) };
}

function blockWithOrigin(block: RichBlock): RichBlock {
  if (block.type === 'figure') return figureWithOrigin(block);
  return block.type === 'gallery' ? { ...block, content: block.content.map(figureWithOrigin) } : block;
}

function figureWithOrigin(figure: RichFigure): RichFigure {
  const { origin, caption = '' } = figure.attrs;
  if (origin === undefined) return figure;
  const named = [caption, `(${originLabels[origin]})`].filter((part) => part !== '').join(' ');
  return { ...figure, attrs: { ...figure.attrs, caption: named } };
}
