import type { Found } from '../../finding.ts';
import { degrees, hastyAbbreviations, slashedAbbreviations, stoppedAbbreviations } from '../../lists/abbreviations.ts';
import { type PieceRule, writtenRoles } from '../../rule.ts';
import { outsideAddresses } from '../outside-addresses.ts';
import { shapeRule } from '../shapes.ts';

const about = { family: 'notation', roles: writtenRoles } as const;

/** `5km`, `10Kg`, `100 Ha`, `250 M2`. */
const units: PieceRule = shapeRule(
  { ...about, id: 'unit', title: 'Satuan dipisah spasi dan ditulis dengan lambang yang benar' },
  /(?<![\p{L}\p{N}])(\d[\d.,]{0,12})( ?)(km2|km|kg|kwh|cm|mm|ha|gr|gram|m2|m3|mtr|ton|liter|meter|hektare|mw)(?![\p{L}\p{N}])/giu,
  ([all, number = '', space, unit = '']) => {
    const right = rightUnits.get(unit.toLowerCase()) ?? unit.toLowerCase();
    const fix = `${number} ${right}`;
    if (fix === all || (space === ' ' && right === unit.toLowerCase() && unit.length > 4)) return undefined;
    return { reason: `Satuan ditulis “${fix}”.`, fix };
  },
);

const rightUnits: ReadonlyMap<string, string> = new Map([
  ['km2', 'km²'],
  ['m2', 'm²'],
  ['m3', 'm³'],
  ['mtr', 'meter'],
  ['gr', 'gram'],
  ['kwh', 'kWh'],
  ['mw', 'MW'],
]);

/** `dll` without its stop, `s/d`, `yg`, `No 15`. */
const abbreviations: PieceRule = {
  ...about,
  id: 'abbreviation',
  title: 'Singkatan ditulis lengkap atau dengan titiknya',
  find(piece) {
    const found: Found[] = [];
    for (const { lower, text, start, end } of piece.words) {
      const isSmall = text === lower;
      const full = isSmall ? hastyAbbreviations.get(lower) : undefined;
      if (full !== undefined) {
        const dot = piece.text[end] === '.' && /^\.\s+[\p{Ll}\d]/u.test(piece.text.slice(end, end + 4)) ? 1 : 0;
        found.push({ start, end: end + dot, reason: `Tulis lengkap: “${full}”.`, fix: full });
      } else if (isSmall && stoppedAbbreviations.has(lower) && piece.text[end] !== '.') {
        found.push({ start, end, reason: `Singkatan ini diakhiri titik: “${lower}.”`, fix: `${lower}.` });
      } else if (text === 'No' && /^ \d/u.test(piece.text.slice(end, end + 2))) {
        found.push({ start, end, reason: 'Tulis “Nomor” sebelum angka.', fix: 'Nomor' });
      }
    }
    for (const match of piece.text.matchAll(/(?<![\p{L}\p{N}/])[asdu]\/[dnapb](?![\p{L}\p{N}/])/gu)) {
      const right = slashedAbbreviations.get(match[0]);
      if (right === undefined) continue;
      const said = match[0] === 's/d' ? 'Tulis “s.d.”, “sampai”, atau “hingga”.' : `Singkatan ini ditulis “${right}”`;
      found.push({ start: match.index, end: match.index + match[0].length, reason: said, fix: right });
    }
    return outsideAddresses(piece, found);
  },
};

/** `Dr Rahmat`, `Drs Yusuf`, `Hj Nurhayati`. */
const titleStop: PieceRule = shapeRule(
  { ...about, id: 'title_stop', title: 'Gelar di depan nama diakhiri titik' },
  /(?<![\p{L}\p{N}.])(Dr|Drs|Dra|Ir|Prof|Hj|H|KH|Plt|Plh|Pj)(?= \p{Lu}\p{Ll})/gu,
  ([written]) => {
    const fix = written === 'KH' ? 'K.H.' : `${written}.`;
    return { reason: `Gelar atau singkatan ini diakhiri titik: “${fix}”.`, fix };
  },
);

/** One degree, dots or none: `S.Sos`, `MSi`, `SE`. */
const degree = String.raw`(?:[SM]\. ?[A-Z][A-Za-z]{0,3}(?:\. ?[A-Z][a-z]{0,3})?|Ph\.? ?D|[SM][A-Z]?[A-Za-z]{1,4})\.?`;
const chain = new RegExp(
  String.raw`(?<=\p{Ll}{2})(,? ?)(${degree}(?: ?, ?${degree}| (?=[SM]\.)${degree}){0,4})(?![\p{L}\p{N}]|\.\p{Lu})`,
  'gu',
);

/** `Andi Rahman, S.Sos,M.Si`: commas between name and degrees, stops within and after them. */
const degreeChain: PieceRule = {
  ...about,
  id: 'degree',
  title: 'Gelar akademik ditulis dengan titik dan dipisah koma',
  roles: [...writtenRoles, 'speaker', 'credit', 'byline'],
  find(piece) {
    const found: Found[] = [];
    for (const match of piece.text.matchAll(chain)) {
      const [all, lead = '', list = ''] = match;
      const parts = list.split(/ ?, ?| (?=[SM]\.)/u);
      const right = parts.map((part) => degrees.get(part.replace(/[. ]/gu, '').toLowerCase()));
      if (right.some((part) => part === undefined) || !followsName(piece.text, match.index)) continue;
      const isDotted = list.includes('.');
      // “SE Nomor 5” is a circular; only after a comma and before a pause is it a degree.
      if (!isDotted && (!lead.startsWith(',') || /^ (?:\p{Lu}|\d)/u.test(piece.text.slice(match.index + all.length))))
        continue;
      const fix = `, ${right.join(', ')}`;
      if (fix === all) continue;
      found.push({
        start: match.index + lead.length,
        end: match.index + all.length,
        reason: `Gelar ditulis “${right.join(', ')}”, dipisah koma dari nama.`,
        ...(lead === ', ' && { fix: right.join(', ') }),
      });
    }
    return outsideAddresses(piece, found);
  },
};

const followsName = (text: string, at: number) =>
  /(?:^|[\s("“])\p{Lu}[\p{L}’'-]+$/u.test(text.slice(Math.max(0, at - 30), at));

export const abbreviationRules: readonly PieceRule[] = [units, abbreviations, titleStop, degreeChain];
