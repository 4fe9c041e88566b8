import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { BarRows } from './bar-rows.tsx';
import { DotRows } from './dot-rows.tsx';
import { FillPatterns } from './fills.tsx';
import { PartBar } from './part-bar.tsx';
import { TimeChart } from './time-chart.tsx';

const days = Array.from({ length: 30 }, (_, day) => ({
  key: `hari-${day}`,
  tick: `${day + 1} Nov`,
  ...{ submitted: day % 4, returned: 0, rejected: 0, published: day % 3 },
}));
const total = { submitted: 43, returned: 0, rejected: 0, published: 30 };

const drawn = {
  time: <TimeChart points={days} total={total} describedBy="k" />,
  nothing: (
    <TimeChart points={days.map((day) => ({ ...day, submitted: 0, published: 0 }))} total={total} describedBy="k" />
  ),
  dots: (
    <DotRows
      rows={[
        { key: 'a', label: 'Berita', median: 60, p90: 600, note: '4 edisi' },
        { key: 'b', label: 'Pidato', median: null, p90: null, note: '0 edisi' },
      ]}
      describedBy="k"
    />
  ),
  bars: (
    <BarRows
      rows={[
        {
          key: 'a',
          label: 'Bahasa',
          parts: [
            { fill: 'full', value: 3 },
            { fill: 'crossed', value: 1 },
          ],
          figure: '3 + 1',
        },
        { key: 'b', label: 'Data', parts: [{ fill: 'full', value: 2 }], mark: 4, figure: '2' },
      ]}
      legend={[]}
      describedBy="k"
    />
  ),
  parts: (
    <PartBar
      parts={[
        { key: 'in_time', label: 'Tepat waktu', value: 3, fill: 'full' },
        { key: 'late', label: 'Terlambat', value: 1, fill: 'hatched' },
      ]}
      describedBy="k"
    />
  ),
  patterns: <FillPatterns />,
};

describe.each(Object.entries(drawn))('%s', (_, chart) => {
  const html = renderToStaticMarkup(chart);

  test('asks for nothing that the newsroom forbids, and draws no impossible measure', () => {
    expect(html).not.toMatch(/ style=|<script|NaN|Infinity|undefined|="-\d+(\.\d+)?%"/);
  });
});

test('a bar is as long as its part of the longest, one part after the other', () => {
  const html = renderToStaticMarkup(drawn.bars);
  expect([...html.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => [x, width])).toEqual([
    ['0', '75'],
    ['75', '25'],
    ['0', '50'],
  ]);
  expect(html).toContain('x1="100%" x2="100%"');
});

test('the parts of a whole fill it', () => {
  const html = renderToStaticMarkup(drawn.parts);
  expect([...html.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => [x, width])).toEqual([
    ['0', '75'],
    ['75', '25'],
  ]);
});

test('a phone names few of thirty days, a desk twice as many, and both the first', () => {
  const html = renderToStaticMarkup(drawn.time);
  const ticks = [...html.matchAll(/class="(axis-tick[^"]*)">([^<]+)</g)];
  expect(ticks).toHaveLength(10);
  expect(ticks.filter(([, name]) => name === 'axis-tick')).toHaveLength(5);
  expect(ticks[0]?.slice(1)).toEqual(['axis-tick', '1 Nov']);
});
