import { scaleLinear } from 'd3-scale';
import { type Fill, FillKey, filledWith } from './fills.tsx';

export type BarRow = {
  key: string;
  label: string;
  /** One after another in one bar. */
  parts: readonly { fill: Fill; value: number }[];
  /** A stroke across the bar: what is usual. */
  mark?: number | null;
  /** What stands beside the bar, in words. */
  figure: string;
};

/** A bar for each name, on one scale that begins at nothing. */
export function BarRows({
  rows,
  legend,
  describedBy,
}: {
  rows: readonly BarRow[];
  legend: readonly { fill: Fill | 'mark'; label: string }[];
  describedBy: string;
}) {
  const longest = Math.max(1, ...rows.flatMap(({ parts, mark }) => [lengthOf(parts), mark ?? 0]));
  const x = scaleLinear().domain([0, longest]).range([0, 100]);
  return (
    <div className="chart-block">
      {legend.length > 1 && (
        <ul className="chart-legend">
          {legend.map(({ fill, label }) => (
            <li key={label}>
              {fill === 'mark' ? <MarkKey /> : <FillKey fill={fill} />}
              {label}
            </li>
          ))}
        </ul>
      )}
      <div className="chart-rows" role="img" aria-labelledby={describedBy}>
        {rows.map(({ key, label, parts, mark, figure }) => (
          <div key={key} className="chart-row">
            <span className="chart-row-name">{label}</span>
            <svg className="chart-track" aria-hidden="true" focusable="false">
              {parts.map(({ fill, value }, place) => (
                <rect
                  key={fill}
                  x={share(x(lengthOf(parts.slice(0, place))))}
                  width={share(x(value))}
                  y="15%"
                  height="70%"
                  {...filledWith(fill)}
                />
              ))}
              {mark !== undefined && mark !== null && (
                <line x1={share(x(mark))} x2={share(x(mark))} y1="0" y2="100%" className="bar-mark" />
              )}
            </svg>
            <span className="chart-row-figure">{figure}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function MarkKey() {
  return (
    <svg className="chart-key" aria-hidden="true" focusable="false">
      <line x1="8" x2="8" y1="0" y2="16" className="bar-mark" />
    </svg>
  );
}

const lengthOf = (parts: BarRow['parts']) => parts.reduce((sum, { value }) => sum + value, 0);
const share = (value: number) => `${Math.round(value * 100) / 100}%`;
