import { mix } from './canvas.ts';
import { box, line, oval, path, pathOf } from './shapes.ts';

/** A window with panes and a sill. */
export function paneWindow(
  x: number,
  y: number,
  width: number,
  height: number,
  frame: string,
  glass: string,
  panes = 2,
): string {
  const parts = [
    box(x - 4, y - 4, width + 8, height + 8, { fill: frame }),
    box(x, y, width, height, { fill: glass }),
    path(
      pathOf([
        [x, y],
        [x + width * 0.7, y],
        [x + width * 0.25, y + height],
        [x, y + height],
      ]),
      { fill: '#ffffff', opacity: 0.16 },
    ),
  ];
  for (let pane = 1; pane < panes; pane += 1)
    parts.push(box(x + (width / panes) * pane - 1.5, y, 3, height, { fill: frame }));
  parts.push(
    box(x, y + height * 0.4, width, 3, { fill: frame }),
    box(x - 8, y + height + 4, width + 16, 6, { fill: mix(frame, '#000000', 0.22) }),
  );
  return parts.join('');
}

/** A hipped roof of tiles seen from the front; `x` and `width` are of the wall below. */
export function hippedRoof(x: number, eaves: number, width: number, height: number, colour: string, over = 34): string {
  const left = x - over;
  const right = x + width + over;
  const inset = height * 1.25;
  const outline = pathOf([
    [left, eaves],
    [left + inset, eaves - height],
    [right - inset, eaves - height],
    [right, eaves],
  ]);
  const parts = [path(outline, { fill: colour })];
  const courses = Math.max(4, Math.round(height / 13));
  for (let course = 1; course < courses; course += 1) {
    const share = course / courses;
    parts.push(
      line(
        [
          [left + inset * (1 - share), eaves - height * (1 - share)],
          [right - inset * (1 - share), eaves - height * (1 - share)],
        ],
        mix(colour, '#000000', 0.28),
        2,
        0.6,
      ),
    );
  }
  parts.push(
    path(
      pathOf([
        [left, eaves],
        [left + inset, eaves - height],
        [left + inset + height * 0.9, eaves - height],
        [left + inset * 0.8, eaves],
      ]),
      { fill: '#fff2cf', opacity: 0.16 },
    ),
  );
  parts.push(box(left - 4, eaves - 3, right - left + 8, 10, { fill: mix(colour, '#f6ecd4', 0.55) }));
  parts.push(box(x, eaves + 7, width, 16, { fill: '#0c1620', opacity: 0.2 }));
  return parts.join('');
}

/** A carved ridge end as on public buildings of the region: two curling horns. */
export function ridgeHorns(x: number, y: number, size: number, colour: string): string {
  const horn = (side: number) =>
    path(
      `M${x} ${y}C${x + side * size * 0.3} ${y - size * 0.2} ${x + side * size * 0.7} ${y - size * 0.3} ${x + side * size} ${y - size}C${x + side * size * 1.05} ${y - size * 0.5} ${x + side * size * 0.9} ${y} ${x + side * size * 0.3} ${y + size * 0.16}Z`,
      { fill: colour },
    );
  return horn(-1) + horn(1);
}

/** A flag pole with the red and white flag. */
export function flagPole(x: number, foot: number, height: number, scale: number): string {
  const top = foot - height;
  return [
    box(x - 26 * scale, foot - 10 * scale, 52 * scale, 12 * scale, { fill: '#d9d2c0' }),
    box(x - 18 * scale, foot - 20 * scale, 36 * scale, 12 * scale, { fill: '#ece6d6' }),
    box(x - 2.4 * scale, top, 4.8 * scale, height - 18 * scale, { fill: '#c9cdcb' }),
    oval(x, top - 3 * scale, 5 * scale, 5 * scale, { fill: '#d9a43a' }),
    path(
      `M${x} ${top}C${x + 24 * scale} ${top - 10 * scale} ${x + 44 * scale} ${top + 14 * scale} ${x + 74 * scale} ${top + 2 * scale}L${x + 74 * scale} ${top + 24 * scale}C${x + 44 * scale} ${top + 36 * scale} ${x + 24 * scale} ${top + 12 * scale} ${x} ${top + 22 * scale}Z`,
      { fill: '#d2302c' },
    ),
    path(
      `M${x} ${top + 22 * scale}C${x + 24 * scale} ${top + 12 * scale} ${x + 44 * scale} ${top + 36 * scale} ${x + 74 * scale} ${top + 24 * scale}L${x + 74 * scale} ${top + 46 * scale}C${x + 44 * scale} ${top + 58 * scale} ${x + 24 * scale} ${top + 34 * scale} ${x} ${top + 44 * scale}Z`,
      { fill: '#fbf8f0' },
    ),
  ].join('');
}

/** A potted plant. */
export function pot(x: number, foot: number, size: number, colour: string): string {
  const leaves = [-60, -35, -12, 12, 35, 60].map(
    (angle, index) =>
      `<g transform="translate(${x} ${foot - size * 0.5}) rotate(${angle})">${path(`M0 0C${-size * 0.16} ${-size * 0.5} ${-size * 0.1} ${-size * 0.9} 0 ${-size * 1.15}C${size * 0.12} ${-size * 0.9} ${size * 0.16} ${-size * 0.5} 0 0Z`, { fill: index % 2 ? '#3f8a4d' : '#6fae55' })}</g>`,
  );
  return (
    leaves.join('') +
    path(
      pathOf([
        [x - size * 0.34, foot - size * 0.55],
        [x + size * 0.34, foot - size * 0.55],
        [x + size * 0.25, foot],
        [x - size * 0.25, foot],
      ]),
      { fill: colour },
    ) +
    box(x - size * 0.38, foot - size * 0.6, size * 0.76, size * 0.1, { fill: mix(colour, '#ffffff', 0.2) })
  );
}

/** A bench without a back. */
export function bench(x: number, foot: number, width: number, colour: string): string {
  return (
    box(x + 10, foot - 34, 9, 34, { fill: mix(colour, '#000000', 0.4) }) +
    box(x + width - 19, foot - 34, 9, 34, { fill: mix(colour, '#000000', 0.4) }) +
    box(x, foot - 44, width, 12, { fill: colour }, 3)
  );
}
