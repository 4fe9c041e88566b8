/** How parts of a chart are told apart without their colour: a surface and a key each. */
export type Fill = 'full' | 'soft' | 'hatched' | 'dotted' | 'crossed' | 'empty';

/** The pattern of a surface; those without one are coloured by their class alone. */
const patterns: Partial<Record<Fill, string>> = {
  hatched: 'url(#garis-miring)',
  dotted: 'url(#titik-titik)',
  crossed: 'url(#garis-silang)',
};

/** What a shape is filled with: its class gives the colour, its pattern the lines. */
export const filledWith = (fill: Fill) => ({ className: `fill-${fill}`, fill: patterns[fill] });

/** Where the patterns stand: once on a page with charts, before them. */
export function FillPatterns() {
  return (
    <svg className="fill-patterns" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="garis-miring" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="pattern-ground pattern-late" />
          <rect width="3" height="6" className="pattern-late" />
        </pattern>
        <pattern id="titik-titik" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className="pattern-ground" />
          <circle cx="3" cy="3" r="1.5" className="pattern-dot" />
        </pattern>
        <pattern id="garis-silang" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect width="7" height="7" className="pattern-ground" />
          <path d="M0 0 L7 7 M7 0 L0 7" className="pattern-cross" />
        </pattern>
      </defs>
    </svg>
  );
}

/** The small square beside a name. */
export function FillKey({ fill }: { fill: Fill }) {
  return (
    <svg className="chart-key" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="14" height="14" {...filledWith(fill)} />
    </svg>
  );
}
