import type { ReactNode } from 'react';
import type { FigureAttributes } from '#lib/richtext/attributes.ts';
import { creditLine } from '#lib/richtext/origin-words.ts';

/** Where a photo of the text stands: on its own, or in the row of a gallery. */
export type FigurePlace = 'text' | 'gallery';

/** Draws the picture of a figure: site and newsroom serve photos from different addresses. */
export type DrawFigure = (attributes: FigureAttributes, place: FigurePlace) => ReactNode;

/** A photo between paragraphs or in a gallery, with its caption and credit; the picture is the caller's to draw. */
export function RichFigureBlock({
  attributes,
  figure,
  place = 'text',
}: {
  attributes: FigureAttributes;
  figure: DrawFigure;
  place?: FigurePlace;
}) {
  const { caption } = attributes;
  const credit = creditLine(attributes);
  return (
    <figure className="picture">
      {figure(attributes, place)}
      {(caption || credit) && (
        <figcaption className="picture-caption">
          {caption && <span className="caption">{caption}</span>}
          {caption && credit && ' '}
          {credit && <span className="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
