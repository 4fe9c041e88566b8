import { stack } from 'd3-shape';
import { countText, shareText } from '#lib/reports/figure-words.ts';
import { type Fill, FillKey, filledWith } from './fills.tsx';

type Part = { key: string; label: string; value: number; fill: Fill };

/** One bar of a whole and its parts, each named below with its number. */
export function PartBar({ parts, describedBy }: { parts: readonly Part[]; describedBy: string }) {
  const all = parts.reduce((sum, { value }) => sum + value, 0);
  const values = Object.fromEntries(parts.map(({ key, value }) => [key, all === 0 ? 0 : (value / all) * 100]));
  const spans = stack<Record<string, number>>().keys(parts.map(({ key }) => key))([values]);
  return (
    <div className="chart-block">
      <div role="img" aria-labelledby={describedBy}>
        <svg className="part-bar" aria-hidden="true" focusable="false">
          {spans.map((span, place) => {
            const [from = 0, until = 0] = span[0] ?? [];
            return (
              <rect
                key={span.key}
                x={`${from}%`}
                width={`${until - from}%`}
                height="100%"
                {...filledWith(parts[place]?.fill ?? 'soft')}
              />
            );
          })}
        </svg>
      </div>
      <ul className="chart-legend chart-legend-figures">
        {parts
          .filter(({ value }) => value > 0)
          .map(({ key, label, value, fill }) => (
            <li key={key}>
              <FillKey fill={fill} />
              <span>
                {label} <strong>{countText(value)}</strong> <span className="muted">{shareText(value / all)}</span>
              </span>
            </li>
          ))}
      </ul>
    </div>
  );
}
