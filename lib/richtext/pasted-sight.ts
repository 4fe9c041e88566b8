import { attributeOf, type PastedElement, textWithin } from './pasted-tree.ts';

/** Whether nobody sees an element, though its words are in the text: how spam hides, and how Word hides words. */
export function isHidden(element: PastedElement): boolean {
  const style = styleOf(element);
  return (
    element.attributes.has('hidden') ||
    /(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i.test(style) ||
    /(?<![\w-])opacity\s*:\s*0?(?:\.0+)?\s*(?:;|!|$)/i.test(style) ||
    // Pushed out of the window.
    /(?<![\w-])(?:text-indent|left|right|top|margin-left|margin-top)\s*:\s*-\d{4,}(?:\.\d+)?(?:px|pt|em)/i.test(style)
  );
}

/** Whether an element makes its letters too small to be seen; undefined where it says nothing of them. */
export function hasNoSize(element: PastedElement): boolean | undefined {
  const points = letterPoints(element);
  return points === undefined ? undefined : points < 1;
}

/** Points of letters from which on a bold line of its own is a heading. */
const headingPoints = 16;
/** Longest line that is a heading, in characters. */
const longestHeading = 200;

/** Whether a paragraph is a heading by its looks alone, as Writer copies titles: large, bold, no full sentence. */
export function isHeadingByLooks(element: PastedElement): boolean {
  const words = textWithin(element).trim();
  if (words === '' || words.length > longestHeading || /[.,;:]$/.test(words)) return false;
  return isLarge(element, { points: 0, bold: false });
}

type Looks = { points: number; bold: boolean };

function isLarge(element: PastedElement, around: Looks): boolean {
  const looks = {
    points: letterPoints(element) ?? around.points,
    bold:
      around.bold ||
      /^(?:b|strong)$/.test(element.name) ||
      /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(styleOf(element)),
  };
  return element.children.every((child) =>
    typeof child === 'string'
      ? child.trim() === '' || (looks.bold && looks.points >= headingPoints)
      : isLarge(child, looks),
  );
}

/** The sizes of `font size`, in points. */
const fontSizes = [0, 7.5, 10, 12, 13.5, 18, 24, 36] as const;

function letterPoints(element: PastedElement): number | undefined {
  const [, number, unit = 'px'] =
    /(?<![\w-])font-size\s*:\s*(\d{0,4}(?:\.\d{1,4})?)\s*(pt|px|em|rem|%)?(?=\s*(?:;|!|$))/i.exec(styleOf(element)) ??
    [];
  if (number !== undefined && number !== '') {
    const perUnit: Readonly<Record<string, number>> = { pt: 1, px: 0.75, em: 12, rem: 12, '%': 0.12 };
    return Number(number) * (perUnit[unit.toLowerCase()] ?? 1);
  }
  const size = element.name === 'font' ? /^[1-7]$/.exec(element.attributes.get('size') ?? '')?.[0] : undefined;
  return size === undefined ? undefined : fontSizes[Number(size)];
}

function styleOf(element: PastedElement): string {
  return attributeOf(element, 'style');
}
