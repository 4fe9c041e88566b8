import { mix } from './canvas.ts';
import { type Headwear, headOf } from './heads.ts';
import { box, curveOf, gradient, line, oval, type Point, path, pathOf, shadow } from './shapes.ts';

/** Where an arm goes, as angles in degrees: 0 hangs down, 90 points forward, 180 up. */
export type Arm = { upper: number; lower: number };

/** A person as a figure without a face, seen from the side or three quarters. */
export type Person = {
  x: number;
  /** Where the feet stand. */
  foot: number;
  height: number;
  /** Looks to the left when true. */
  left?: boolean;
  skin?: string;
  head: Headwear;
  headColour?: string;
  top: string;
  bottom: string;
  /** A long skirt or robe instead of trousers. */
  skirt?: boolean;
  shorts?: boolean;
  child?: boolean;
  front?: Arm;
  back?: Arm;
  /** How far the legs are apart: 0 stands, 1 walks. */
  stride?: number;
  sitting?: boolean;
  /** Shapes carried in the front hand, drawn around (0, 0) in units of a tenth of the height. */
  carries?: string;
  /** A vest, apron, sash or pattern drawn over the body. */
  over?: 'vest' | 'apron' | 'batik' | 'coat' | 'tie';
  overColour?: string;
  noShadow?: boolean;
};

const SKIN = '#b97f56';

/** Draws a person, with the light from the upper left. */
export function person(who: Person): string {
  const h = who.height;
  const headSize = h * (who.child ? 0.098 : 0.077);
  const skin = who.skin ?? SKIN;
  const hip: Point = [0, who.sitting ? -h * 0.29 : -h * 0.47];
  const neck: Point = [h * 0.005, hip[1] - h * (who.child ? 0.29 : 0.33)];
  const shoulder: Point = [neck[0], neck[1] + h * 0.045];
  const wide = h * (who.child ? 0.095 : 0.105);
  const id = `p${Math.round(who.x)}-${Math.round(who.foot)}-${Math.round(h)}-${who.top.slice(1)}`;
  const parts: string[] = [];
  parts.push(
    `<defs>${gradient(`${id}t`, [mix(who.top, '#fff4d8', 0.22), who.top, mix(who.top, '#0c1620', 0.32)], 'across')}${gradient(`${id}b`, [mix(who.bottom, '#fff4d8', 0.14), who.bottom, mix(who.bottom, '#0c1620', 0.34)], 'across')}${gradient(`${id}s`, [mix(skin, '#ffe2bd', 0.3), skin, mix(skin, '#2a0f08', 0.3)], 'across')}</defs>`,
  );
  if (!who.noShadow) parts.push(shadow(h * 0.06, 0, h * 0.24, h * 0.035, 0.3));
  parts.push(
    arm(
      shoulder,
      wide * -0.55,
      h,
      who.back ?? { upper: -8, lower: 6 },
      mix(who.top, '#0c1620', 0.35),
      mix(skin, '#2a0f08', 0.3),
    ).drawn,
  );
  parts.push(legs(who, h, hip, `url(#${id}b)`, skin));
  parts.push(torso(who, h, hip, shoulder, wide, `url(#${id}t)`));
  parts.push(
    box(neck[0] - headSize * 0.36, neck[1] - headSize * 0.5, headSize * 0.72, headSize * 1.3, {
      fill: mix(skin, '#2a0f08', 0.22),
    }),
  );
  parts.push(headOf(who, neck[0] + h * 0.006, neck[1] - headSize * 1.05, headSize, `url(#${id}s)`));
  const front = arm(
    shoulder,
    wide * 0.3,
    h,
    who.front ?? { upper: 10, lower: 24 },
    mix(who.top, '#fff4d8', 0.06),
    mix(skin, '#ffe2bd', 0.12),
  );
  if (who.carries)
    parts.push(
      `<g transform="translate(${front.hand[0].toFixed(1)} ${front.hand[1].toFixed(1)}) scale(${(h / 10).toFixed(3)})">${who.carries}</g>`,
    );
  parts.push(front.drawn);
  return `<g transform="translate(${who.x.toFixed(1)} ${who.foot.toFixed(1)})${who.left ? ' scale(-1 1)' : ''}">${parts.join('')}</g>`;
}

function arm(
  shoulder: Point,
  offset: number,
  h: number,
  bend: Arm,
  sleeve: string,
  skin: string,
): { drawn: string; hand: Point } {
  const length = h * 0.165;
  const turn = (degrees: number): Point => [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const from: Point = [shoulder[0] + offset, shoulder[1] + h * 0.02];
  const upper = turn(bend.upper);
  const elbow: Point = [from[0] + upper[0] * length, from[1] + upper[1] * length];
  const lower = turn(bend.lower);
  const hand: Point = [elbow[0] + lower[0] * length, elbow[1] + lower[1] * length];
  const cuff: Point = [elbow[0] + lower[0] * length * 0.62, elbow[1] + lower[1] * length * 0.62];
  const drawn =
    line([cuff, hand], skin, h * 0.04) +
    oval(hand[0], hand[1], h * 0.026, h * 0.028, { fill: skin }) +
    path(curveOf([from, elbow, cuff]), { stroke: sleeve, width: h * 0.062, round: true });
  return { drawn, hand };
}

function legs(who: Person, h: number, hip: Point, cloth: string, skin: string): string {
  const shoe = '#2a2522';
  if (who.sitting) {
    const knee: Point = [h * 0.24, hip[1] + h * 0.015];
    return (
      path(curveOf([[hip[0] - h * 0.02, hip[1]], [h * 0.12, hip[1] - h * 0.01], knee, [h * 0.25, -h * 0.02]]), {
        stroke: mix(who.bottom, '#0c1620', 0.12),
        width: h * (who.skirt ? 0.13 : 0.095),
        round: true,
      }) + oval(h * 0.28, -h * 0.012, h * 0.055, h * 0.022, { fill: shoe })
    );
  }
  const spread = (who.stride ?? 0.12) * h * 0.13;
  if (who.skirt) {
    const hem = -h * 0.025;
    return (
      oval(-h * 0.03, -h * 0.012, h * 0.045, h * 0.018, { fill: shoe }) +
      oval(h * 0.06, -h * 0.012, h * 0.045, h * 0.018, { fill: shoe }) +
      path(
        `${curveOf([
          [-h * 0.085, hip[1] - h * 0.06],
          [-h * 0.1, hip[1] * 0.6],
          [-h * 0.12 - spread * 0.4, hem],
        ])}L${h * 0.12 + spread * 0.5} ${hem}${curveOf([
          [h * 0.12 + spread * 0.5, hem],
          [h * 0.1, hip[1] * 0.6],
          [h * 0.085, hip[1] - h * 0.06],
        ]).replace('M', 'L')}Z`,
        { fill: cloth },
      )
    );
  }
  const leg = (to: number, colour: string, shade: string) => {
    const knee: Point = [to * 0.55 + h * 0.012, hip[1] * 0.48];
    const cut = who.shorts ? knee : ([to, -h * 0.03] as Point);
    const bare = who.shorts ? line([knee, [to, -h * 0.03]], shade, h * 0.045) : '';
    return (
      bare +
      path(curveOf([[hip[0] + to * 0.15, hip[1]], knee, cut]), { stroke: colour, width: h * 0.08, round: true }) +
      oval(to + h * 0.022, -h * 0.014, h * 0.05, h * 0.02, { fill: shoe })
    );
  };
  return (
    leg(-spread - h * 0.035, mix(who.bottom, '#0c1620', 0.3), mix(skin, '#2a0f08', 0.3)) +
    leg(spread + h * 0.03, who.bottom, skin)
  );
}

function torso(who: Person, h: number, hip: Point, shoulder: Point, wide: number, cloth: string): string {
  const hem = hip[1] + h * (who.skirt && !who.sitting ? 0.08 : 0.045);
  const waist = (hip[1] + shoulder[1]) / 2 + h * 0.03;
  const outline = `${curveOf([
    [-wide * 0.5, shoulder[1] - h * 0.03],
    [-wide, shoulder[1] + h * 0.03],
    [-wide * 0.86, waist],
    [-wide * 0.95, hem],
  ])}L${(wide * 0.95).toFixed(1)} ${hem.toFixed(1)}${curveOf([
    [wide * 0.95, hem],
    [wide * 0.86, waist],
    [wide, shoulder[1] + h * 0.03],
    [wide * 0.5, shoulder[1] - h * 0.03],
  ]).replace('M', 'L')}Z`;
  const parts = [path(outline, { fill: cloth })];
  const colour = who.overColour ?? '#ffffff';
  const id = `o${Math.round(who.x)}-${Math.round(who.foot)}`;
  if (who.over === 'batik') {
    parts.push(`<clipPath id="${id}">${path(outline, { fill: '#000' })}</clipPath><g clip-path="url(#${id})">`);
    for (let row = 0; row < 9; row += 1) {
      for (let column = 0; column < 6; column += 1) {
        const px = -wide + (column + (row % 2) * 0.5) * wide * 0.42;
        const py = shoulder[1] + row * h * 0.048;
        parts.push(
          path(`M${px} ${py - h * 0.016}L${px + h * 0.014} ${py}L${px} ${py + h * 0.016}L${px - h * 0.014} ${py}Z`, {
            fill: colour,
            opacity: 0.75,
          }),
        );
      }
    }
    parts.push('</g>');
  }
  if (who.over === 'vest') {
    parts.push(
      path(
        pathOf([
          [-wide * 0.6, shoulder[1] - h * 0.02],
          [-wide * 0.86, waist],
          [-wide * 0.93, hem - h * 0.02],
          [-wide * 0.1, hem - h * 0.02],
          [-wide * 0.05, shoulder[1] + h * 0.05],
        ]),
        { fill: colour },
      ),
    );
    parts.push(
      path(
        pathOf([
          [wide * 0.6, shoulder[1] - h * 0.02],
          [wide * 0.86, waist],
          [wide * 0.93, hem - h * 0.02],
          [wide * 0.2, hem - h * 0.02],
          [wide * 0.12, shoulder[1] + h * 0.05],
        ]),
        { fill: mix(colour, '#000000', 0.22) },
      ),
    );
    parts.push(box(-wide * 0.92, waist - h * 0.01, wide * 1.84, h * 0.022, { fill: '#f7f3d0', opacity: 0.9 }));
  }
  if (who.over === 'apron')
    parts.push(
      path(
        pathOf([
          [-wide * 0.4, shoulder[1] + h * 0.06],
          [wide * 0.6, shoulder[1] + h * 0.06],
          [wide * 0.85, hem + h * 0.12],
          [-wide * 0.7, hem + h * 0.12],
        ]),
        { fill: colour },
      ),
    );
  if (who.over === 'coat') {
    parts.push(
      path(
        `${curveOf([
          [-wide * 0.5, shoulder[1] - h * 0.03],
          [-wide * 1.05, shoulder[1] + h * 0.03],
          [-wide * 0.95, waist],
          [-wide * 1.15, hem + h * 0.16],
        ])}L${wide * 1.1} ${hem + h * 0.16}${curveOf([
          [wide * 1.1, hem + h * 0.16],
          [wide * 0.9, waist],
          [wide * 1.02, shoulder[1] + h * 0.03],
          [wide * 0.5, shoulder[1] - h * 0.03],
        ]).replace('M', 'L')}Z`,
        { fill: colour },
      ),
    );
    parts.push(
      line(
        [
          [wide * 0.25, shoulder[1]],
          [wide * 0.3, hem + h * 0.15],
        ],
        mix(colour, '#1c3440', 0.25),
        h * 0.007,
      ),
    );
  }
  if (who.over === 'tie')
    parts.push(
      path(
        pathOf([
          [wide * 0.2, shoulder[1] - h * 0.01],
          [wide * 0.38, shoulder[1] - h * 0.01],
          [wide * 0.46, shoulder[1] + h * 0.11],
          [wide * 0.3, shoulder[1] + h * 0.15],
          [wide * 0.14, shoulder[1] + h * 0.11],
        ]),
        { fill: colour },
      ),
    );
  return parts.join('');
}

/** A sheet of paper or a booklet, in tenths of a height, for `carries`. */
export const paper =
  path('M-0.5 -0.7L0.7 -0.9L0.9 0.3L-0.3 0.5Z', { fill: '#fbf7ea' }) +
  path('M-0.2 -0.4L0.5 -0.52M-0.16 -0.15L0.56 -0.28M-0.1 0.1L0.4 0', { stroke: '#9aa7a4', width: 0.07 });
/** An open book, in tenths of a height. */
export const openBook =
  path('M-0.9 -0.3L0 0L0.9 -0.4L0.8 0.3L0 0.6L-0.85 0.35Z', { fill: '#fbf3df' }) +
  path('M0 0L0 0.6', { stroke: '#b58a54', width: 0.09 });
/** A shopping bag of cloth, in tenths of a height. */
export const clothBag =
  path('M-0.3 0C-0.3 -0.5 0.3 -0.5 0.3 0', { stroke: '#7a5c3a', width: 0.09 }) +
  path('M-0.6 0L0.6 0L0.7 1.3L-0.7 1.3Z', { fill: '#c98f4a' }) +
  path('M-0.2 0.5L0.2 0.5L0.2 0.9L-0.2 0.9Z', { fill: '#f2dfb2' });
