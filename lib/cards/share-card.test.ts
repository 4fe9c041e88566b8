import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Drawings, drawings } from './drawings.ts';
import { type CardWords, shareCard } from './share-card.ts';

let files: Drawings;
beforeAll(async () => {
  files = await drawings();
});

function words(changes: Partial<CardWords> = {}): CardWords {
  return {
    title: 'Puskesmas buka layanan imunisasi Sabtu pagi',
    agency: { name: 'Dinas Kesehatan Provinsi Kalimantan Timur', shortName: 'Dinkes' },
    moment: 'Rabu, 14 Januari 2026, 10.30 WITA',
    portal: 'Ruang Warta Kaltim',
    labels: [],
    ...changes,
  };
}

const draw = (changes: Partial<CardWords> = {}, pattern: number | null = null) =>
  shareCard(words(changes), pattern, files);

describe('the place of the photo', () => {
  test('is most of the card for a usual title, and never less than half', () => {
    expect(draw().photoHeight).toBeGreaterThan(350);
    expect(draw({ title: 'W'.repeat(200) }).photoHeight).toBeGreaterThanOrEqual(315);
  });

  test('is taken by the pattern where there is no photo', () => {
    const { photoHeight, svg } = draw({}, 3);
    expect(photoHeight).toBeNull();
    expect(svg).toContain('preserveAspectRatio="xMidYMid slice"');
  });
});

describe('what a card says', () => {
  test('changes with every word of it', () => {
    const drawn = [
      draw(),
      draw({ title: 'Lain' }),
      draw({ agency: { name: '', shortName: 'Dishub' } }),
      draw({ moment: 'Kamis, 15 Januari 2026, 08.00 WIB' }),
      draw({ portal: 'Warta Barsel' }),
      draw({ labels: ['Advertorial'] }),
      draw({}, 1),
    ];
    expect(new Set(drawn.map(({ svg }) => svg)).size).toBe(drawn.length);
    expect(draw()).toEqual(draw());
  });

  test('is the portal where the title is of a script the letters lack', () => {
    expect(draw({ title: 'خبر عاجل' })).toEqual(draw({ title: 'Ruang Warta Kaltim' }));
  });
});

const hostile = [
  '"/><script>alert(1)</script><path d="',
  "' onload='alert(1)",
  ']]>&lt;&#x3c;!--',
  '😀‮A',
  '\u0000\ud800',
  '__proto__ constructor toString',
  '',
];
test.each(hostile)('%j becomes no markup wherever it stands', (text) => {
  const { svg } = draw({
    title: text,
    agency: { name: text, shortName: text },
    moment: text,
    portal: text,
    labels: [text],
  });
  expect(svg).not.toMatch(/alert|onload|script|proto|NaN|undefined|Infinity/);
  const names = new Set<string>();
  const walk = (node: object): void => {
    if ('tagName' in node && typeof node.tagName === 'string') names.add(node.tagName);
    if ('childNodes' in node && Array.isArray(node.childNodes)) for (const child of node.childNodes) walk(child);
  };
  walk(parse(svg));
  expect([...names].filter((name) => !['html', 'head', 'body', 'svg', 'path', 'circle', 'g'].includes(name))).toEqual(
    [],
  );
});
