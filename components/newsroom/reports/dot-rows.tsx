import { scaleLinear } from 'd3-scale';
import { durationText, rateText } from '#lib/reports/figure-words.ts';

export type DotRow = { key: string; label: string; median: number | null; p90: number | null; note: string };

/** Hours are read more easily on an axis than minutes. */
const hour = 60;

/** A line for each name, from the median (a dot) to the ninetieth percentile (a diamond), on one axis of hours. */
export function DotRows({ rows, describedBy }: { rows: readonly DotRow[]; describedBy: string }) {
  const longest = Math.max(1, ...rows.map(({ p90 }) => (p90 ?? 0) / hour));
  const x = scaleLinear().domain([0, longest]).nice(4).range([0, 100]);
  const at = (minutes: number) => share(x(minutes / hour));
  return (
    <div className="chart-block">
      <ul className="chart-legend">
        <li>
          <svg className="chart-key" aria-hidden="true" focusable="false">
            <circle cx="8" cy="8" r="6" className="dot-median" />
          </svg>
          Nilai tengah
        </li>
        <li>
          <svg className="chart-key" aria-hidden="true" focusable="false">
            <path d="M8 1 L15 8 L8 15 L1 8 Z" className="dot-p90" />
          </svg>
          P90: sembilan dari sepuluh lebih cepat
        </li>
      </ul>
      <div className="chart-rows" role="img" aria-labelledby={describedBy}>
        {rows.map(({ key, label, median, p90, note }) => (
          <div key={key} className="chart-row">
            <span className="chart-row-name">{label}</span>
            <svg className="chart-track" aria-hidden="true" focusable="false">
              {x.ticks(4).map((value) => (
                <line key={value} x1={share(x(value))} x2={share(x(value))} y1="0" y2="100%" className="grid-line" />
              ))}
              {median !== null && p90 !== null && (
                <>
                  <line x1={at(median)} x2={at(p90)} y1="50%" y2="50%" className="dot-span" />
                  <svg x={at(p90)} y="50%" overflow="visible" aria-hidden="true">
                    <path d="M0 -7 L7 0 L0 7 L-7 0 Z" className="dot-p90" />
                  </svg>
                  <circle cx={at(median)} cy="50%" r="6" className="dot-median" />
                </>
              )}
            </svg>
            <span className="chart-row-figure">
              {median === null || p90 === null ? (
                '–'
              ) : (
                <>
                  <strong>{durationText(median)}</strong> · {durationText(p90)}
                </>
              )}
              <span className="muted"> {note}</span>
            </span>
          </div>
        ))}
        <div className="chart-row chart-axis">
          <svg className="chart-track" aria-hidden="true" focusable="false">
            {x.ticks(4).map((value) => (
              <text key={value} x={share(x(value))} y="1em" className="axis-tick">
                {value === 0 ? '0' : `${rateText(value)} jam`}
              </text>
            ))}
          </svg>
        </div>
      </div>
    </div>
  );
}

const share = (value: number) => `${Math.round(value * 100) / 100}%`;
