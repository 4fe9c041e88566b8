import type { Drawings } from './drawings.ts';
import {
  cut,
  drawable,
  isMostlyDrawable,
  linePath,
  type Outlines,
  widthOf,
  wrapped,
  wrappedOrCut,
} from './lettering.ts';

/** What a card says. */
export type CardWords = {
  title: string;
  /** The agency's name, and the one people use when that is too long. */
  agency: { name: string; shortName: string };
  /** When it was published, with its zone. */
  moment: string;
  portal: string;
  /** What must stand beside the words wherever they go: sponsored, not news. */
  labels: readonly string[];
};

/** A card as a drawing of 1200 × 630. */
export type CardDrawing = {
  /** Without a photo whole; with one, its upper part is left open for it. */
  svg: string;
  /** Height of the photo from the upper edge, in pixels; null when a pattern stands there. */
  photoHeight: number | null;
};

const width = 1200;
const height = 630;
const margin = 60;
const measure = width - 2 * margin;

/** The colours of the site (components/article/theme.css). */
const colours = { band: '#0b3d31', ink: '#fbf7e9', soft: '#c9d8cf', gold: '#e6b650', ornament: '#c8992f' } as const;

/** Sizes a title is tried in, from large to small, and the lines it may take. */
const besidePhoto = [
  { size: 56, lines: 2 },
  { size: 50, lines: 2 },
  { size: 46, lines: 2 },
  { size: 42, lines: 3 },
] as const;
const besidePattern = [
  { size: 70, lines: 2 },
  { size: 64, lines: 3 },
  { size: 56, lines: 3 },
  { size: 48, lines: 3 },
  { size: 42, lines: 3 },
] as const;

const edge = 5;
const aboveTitle = 32;
const belowTitle = 24;
const footSize = 26;
const foot = 40;
const belowFoot = 28;
/** Between agency, time and portal. */
const gap = 44;

/**
 * Draws what surrounds the photo, or the whole card where there is none. Words become outlines
 * of our own letters. Where most of a title is of a script they lack, the portal's name stands
 * instead: half a sentence could say the opposite.
 *
 * @param pattern number of the pattern that stands for a photo; null when there is a photo
 */
export function shareCard(words: CardWords, pattern: number | null, drawings: Drawings): CardDrawing {
  const { bold } = drawings;
  const said = isMostlyDrawable(words.title, bold) ? words.title : words.portal;
  const title = titleIn(drawable(said, bold), pattern === null ? besidePhoto : besidePattern, bold);
  const lineHeight = Math.round(title.size * 1.17);
  const bandHeight = edge + aboveTitle + title.lines.length * lineHeight + belowTitle + foot + belowFoot;
  const top = height - bandHeight;
  const firstBase = top + edge + aboveTitle + Math.round(title.size * 0.8);
  const parts = [
    ...(pattern === null ? [] : [picture(drawings.patterns[pattern - 1] ?? '', 0, 0, width, top)]),
    `<path fill="${colours.band}" d="M0 ${top}h${width}v${bandHeight}H0z"/>`,
    `<path fill="${colours.ornament}" d="M0 ${top}h${width}v${edge}H0z"/>`,
    ...title.lines.map((line, index) =>
      lettered(line, margin, firstBase + index * lineHeight, title.size, bold, colours.ink),
    ),
    ...footOf(words, height - belowFoot - foot / 2, drawings),
    ...labelsOf(words.labels, bold),
  ];
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join('')}</svg>`,
    photoHeight: pattern === null ? top : null,
  };
}

type Size = { size: number; lines: number };

function titleIn(text: string, sizes: readonly Size[], outlines: Outlines): { size: number; lines: string[] } {
  for (const { size, lines: most } of sizes) {
    const lines = wrapped(text, size, measure, most, outlines);
    if (lines !== undefined) return { size, lines };
  }
  const { size, lines } = sizes.at(-1) ?? { size: 40, lines: 3 };
  return { size, lines: wrappedOrCut(text, size, measure, lines, outlines) };
}

/** Agency and time on the left, the portal on the right, around one middle line. */
function footOf(words: CardWords, middle: number, { bold, medium, emblem }: Drawings): string[] {
  const portal = cut(drawable(words.portal, bold), footSize, measure * 0.4, bold);
  const portalLeft = width - margin - widthOf(portal, footSize, bold);
  const emblemLeft = Math.round(portalLeft) - foot - 14;
  const moment = drawable(words.moment, medium);
  const { size, agency } = agencyIn(words, moment, emblemLeft - gap - margin, { bold, medium });
  const base = (of: number) => Math.round(middle + of * 0.36);
  const dot = margin + widthOf(agency, size, bold) + gap / 2;
  const momentLeft = agency === '' ? margin : dot + gap / 2;
  return [
    lettered(agency, margin, base(footSize), size, bold, colours.gold),
    ...(agency === '' ? [] : [`<circle cx="${Math.round(dot)}" cy="${middle}" r="4" fill="${colours.ornament}"/>`]),
    lettered(moment, momentLeft, base(footSize), size - 2, medium, colours.soft),
    picture(emblem, emblemLeft, middle - foot / 2, foot, foot),
    lettered(portal, portalLeft, base(footSize), footSize, bold, colours.ink),
  ];
}

/** The agency beside the time: its whole name if there is room, then the one people use, smaller, and cut at last. */
function agencyIn(
  { agency }: CardWords,
  moment: string,
  room: number,
  { bold, medium }: Pick<Drawings, 'bold' | 'medium'>,
): { size: number; agency: string } {
  const names = [agency.name, agency.shortName].map((name) => drawable(name, bold)).filter((name) => name !== '');
  const left = (size: number) => room - gap - widthOf(moment, size - 2, medium);
  for (const size of [footSize, footSize - 4]) {
    const whole = names.find((name) => widthOf(name, size, bold) <= left(size));
    if (whole !== undefined) return { size, agency: whole };
  }
  const size = names.length === 0 ? footSize : footSize - 4;
  return { size, agency: cut(names.at(-1) ?? '', size, left(size), bold) };
}

/** Plates in the upper left corner. */
function labelsOf(labels: readonly string[], bold: Outlines): string[] {
  const size = 24;
  let left = margin;
  return labels.flatMap((label) => {
    const text = drawable(label, bold);
    const plate = Math.round(widthOf(text, size, bold)) + 36;
    const at = left;
    left += plate + 12;
    return [
      // A rim keeps it apart from a pattern of the same gold.
      `<path fill="${colours.gold}" stroke="${colours.band}" stroke-width="12" paint-order="stroke" d="M${at} -9h${plate}v61h-${plate}z"/>`,
      lettered(text, at + 18, 35, size, bold, colours.band),
    ];
  });
}

function lettered(text: string, x: number, y: number, size: number, outlines: Outlines, colour: string): string {
  return text === '' ? '' : `<path fill="${colour}" d="${linePath(text, x, y, size, outlines)}"/>`;
}

/** One drawing inside another, filling its place; what stands over is cut off. */
function picture(svg: string, x: number, y: number, across: number, down: number): string {
  const viewBox = /viewBox="([\d. ]+)"/.exec(svg)?.[1] ?? `0 0 ${across} ${down}`;
  const inside = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
  const place = `x="${x}" y="${y}" width="${across}" height="${down}"`;
  return `<svg ${place} viewBox="${viewBox}" preserveAspectRatio="xMidYMid slice">${inside}</svg>`;
}
