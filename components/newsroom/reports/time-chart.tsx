import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { countText } from '#lib/reports/figure-words.ts';
import type { Flow } from '#lib/reports/throughput.ts';

type Point = { key: string; tick: string } & Flow;

const series = [
  { name: 'submitted', label: 'Diajukan' },
  { name: 'returned', label: 'Dikembalikan' },
] as const;

/** Ticks below the columns: so many at most on a desk and on a phone. */
const most = { wide: 10, narrow: 5 } as const;
/** Each point gets a mark where there is room for it. */
const mostMarks = 40;

/**
 * What came and went over time: a column for what was published, a line for each of the others. Drawn
 * in shares of its box, so that it fits every screen and its letters keep their size.
 */
export function TimeChart({
  points,
  total,
  describedBy,
}: {
  points: readonly Point[];
  total: Flow;
  describedBy: string;
}) {
  const top = Math.max(4, ...points.flatMap(({ submitted, returned, published }) => [submitted, returned, published]));
  const x = scaleBand<string>()
    .domain(points.map(({ key }) => key))
    .range([0, 100])
    .paddingInner(0.25)
    .paddingOuter(0.15);
  const y = scaleLinear().domain([0, top]).nice(4).range([100, 0]);
  const middle = (key: string) => (x(key) ?? 0) + x.bandwidth() / 2;
  const steps = tickSteps(points.length);
  return (
    <div className="time-chart">
      <ul className="chart-legend">
        <li>
          <svg className="chart-key" aria-hidden="true" focusable="false">
            <rect x="3" y="1" width="10" height="14" className="time-column" />
          </svg>
          Terbit <strong>{countText(total.published)}</strong>
        </li>
        {series.map(({ name, label }) => (
          <li key={name}>
            <svg className="chart-key" aria-hidden="true" focusable="false">
              <line x1="0" x2="16" y1="8" y2="8" className={`time-line time-${name}`} />
            </svg>
            {label} <strong>{countText(total[name])}</strong>
          </li>
        ))}
      </ul>
      <div role="img" aria-labelledby={describedBy}>
        <svg className="time-plot" aria-hidden="true" focusable="false">
          {y
            .ticks(4)
            .filter(Number.isInteger)
            .map((value) => (
              <g key={value}>
                <line x1="0" x2="100%" y1={share(y(value))} y2={share(y(value))} className="grid-line" />
                <text x="-8" y={share(y(value))} dy="0.32em" className="axis-number">
                  {countText(value)}
                </text>
              </g>
            ))}
          {points.map(({ key, published }) => (
            <rect
              key={key}
              x={share(x(key) ?? 0)}
              y={share(y(published))}
              width={share(x.bandwidth())}
              height={share(100 - y(published))}
              className="time-column"
            />
          ))}
          {/* A path takes no shares: it is drawn on a square of 100 and stretched, its stroke is not. */}
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            width="100%"
            height="100%"
            className="time-lines"
            aria-hidden="true"
          >
            {series.map(({ name }) => (
              <path
                key={name}
                d={
                  line<Point>()
                    .x(({ key }) => middle(key))
                    .y((point) => y(point[name]))([...points]) ?? ''
                }
                className={`time-line time-${name}`}
              />
            ))}
          </svg>
          {points.length <= mostMarks &&
            series.map(({ name }) =>
              points
                .filter((point) => point[name] > 0)
                .map((point) => (
                  <circle
                    key={`${name} ${point.key}`}
                    cx={share(middle(point.key))}
                    cy={share(y(point[name]))}
                    r="2.5"
                    className={`time-mark time-${name}`}
                  />
                )),
            )}
          {points.map(({ key, tick }, index) =>
            index % steps.wide === 0 ? (
              <text
                key={key}
                x={share(middle(key))}
                y="100%"
                dy="1.4em"
                className={index % steps.narrow === 0 ? 'axis-tick' : 'axis-tick axis-tick-wide'}
              >
                {tick}
              </text>
            ) : null,
          )}
        </svg>
      </div>
    </div>
  );
}

/** Every how many columns one is named; what a phone names, a desk names too. */
function tickSteps(columns: number): { wide: number; narrow: number } {
  const wide = Math.max(1, Math.ceil(columns / most.wide));
  return { wide, narrow: wide * Math.max(1, Math.ceil(columns / wide / most.narrow)) };
}

const share = (value: number) => `${Math.round(value * 100) / 100}%`;
