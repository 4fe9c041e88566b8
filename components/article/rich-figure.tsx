import type { ReactNode } from 'react';
import type { FigureAttributes } from '#lib/richtext/attributes.ts';

/** Draws the picture of a figure: site and newsroom serve photos from different addresses. */
export type DrawFigure = (attributes: FigureAttributes) => ReactNode;

/** A photo between paragraphs with its caption and credit; the picture is the caller's to draw. */
export function RichFigureBlock({ attributes, figure }: { attributes: FigureAttributes; figure: DrawFigure }) {
  const { caption, credit } = attributes;
  return (
    <figure className="picture">
      {figure(attributes)}
      {(caption || credit) && (
        <figcaption className="picture-caption">
          {caption && <span className="caption">{caption}</span>}
          {caption && credit && ' '}
          {credit && <span className="credit">Foto: {credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
