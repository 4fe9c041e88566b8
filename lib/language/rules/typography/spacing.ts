import { type PieceRule, writtenRoles } from '../../rule.ts';
import { shapeRule } from '../shapes.ts';

const about = { family: 'typography', roles: writtenRoles } as const;

const doubleSpace: PieceRule = shapeRule(
  { ...about, id: 'double_space', title: 'Satu spasi di antara kata' },
  /(?<=[^\s]{1})[ \u00a0]{2,}(?=\S)/gu,
  () => ({ reason: 'Ada spasi ganda. Cukup satu spasi.', fix: ' ' }),
);

const spaceBefore: PieceRule = shapeRule(
  { ...about, id: 'space_before_mark', title: 'Tidak ada spasi sebelum tanda baca' },
  /(?<=[\p{L}\p{N}”"’)%])[ \u00a0]{1,3}(?=(?:[,;:!?]|\.(?!\p{N}))(?![)(?!]))(?:[,;:!?](?![?!])|\.(?!\.))/gu,
  ([written]) => ({ reason: 'Tanda baca menempel pada kata di depannya, tanpa spasi.', fix: written.trim() }),
);

/** `Samarinda,Bontang`, `syarat:KTP`, `12.00.Peserta`. Numbers, abbreviations and addresses are no faults. */
const spaceAfter: PieceRule = shapeRule(
  { ...about, id: 'no_space_after_mark', title: 'Ada spasi setelah tanda baca' },
  /(?<=(\p{L}*[\p{Ll}\p{N})%]|\p{Lu}{3,}))([,;:!?]|\.)(?=\p{L}{2})(\p{L})/gu,
  (match, text) => {
    const [, before = '', mark = '', after = ''] = match;
    if (
      mark === '.' &&
      !(endsWord(before) && /\p{Lu}/u.test(after) && /^\p{Lu}\p{Ll}/u.test(text.slice(match.index + 1)))
    )
      return undefined;
    if (mark === ':' && /\d$/u.test(before)) return undefined;
    return { reason: `Beri spasi setelah tanda “${mark}”.`, fix: `${mark} ${after}` };
  },
);

/** `S.Sos` and `M.Si` are degrees; `WITA.Peserta` and `selesai.Peserta` lack a space. */
const endsWord = (before: string) => before.length >= 3 || /[\d)%]$/u.test(before);

const doubledMark: PieceRule = shapeRule(
  { ...about, id: 'doubled_mark', title: 'Tanda baca cukup satu' },
  /(?<![.…])\.\.(?!\.)|,[ ]?[,.](?!\.)|!{2,}|\?{2,}|;{2,}|(?<!:):{2}(?!:)/gu,
  ([written]) => ({
    reason: `Tanda baca cukup satu, bukan “${written}”.`,
    fix: written.startsWith(',') && written.endsWith('.') ? '.' : written.slice(0, 1),
  }),
);

const bracketSpace: PieceRule = shapeRule(
  { ...about, id: 'bracket_space', title: 'Kurung menempel pada kata di dalamnya' },
  /\([ \u00a0]{1,3}(?=\S)|(?<=[\p{L}\p{N}])[ \u00a0]{1,3}\)|\)(?=\p{Ll}{2})|(?<!\S)“[ \u00a0]{1,3}(?=\S)|(?<=\S)[ \u00a0]{1,3}”(?![\p{L}\p{N}])/gu,
  ([written]) => {
    const isClosed = written === ')';
    const fix = isClosed ? ') ' : written.trim();
    return {
      reason: isClosed
        ? 'Beri spasi setelah kurung tutup.'
        : 'Kurung dan tanda kutip menempel pada kata di dalamnya, tanpa spasi.',
      fix,
    };
  },
);

/** `” kata` is right, `”kata` is not. */
const quoteSpace: PieceRule = shapeRule(
  { ...about, id: 'no_space_after_quote', title: 'Ada spasi setelah tanda kutip tutup' },
  /(?<=\S)”(\p{L})(?=\p{L})/gu,
  ([, letter = '']) => ({ reason: 'Beri spasi setelah tanda kutip tutup.', fix: `” ${letter}` }),
);

/** `di, Hotel Mesra`: a comma after a preposition. */
const commaAfterPreposition: PieceRule = shapeRule(
  { ...about, id: 'comma_after_preposition', title: 'Tidak ada koma setelah kata depan' },
  /(?<=(?<!\p{L})(?:di|ke|dari|pada|kepada|oleh)),(?= \p{L})/gu,
  () => ({ reason: 'Kata depan langsung diikuti katanya, tanpa koma.', fix: '' }),
);

export const spacingRules: readonly PieceRule[] = [
  doubleSpace,
  spaceBefore,
  spaceAfter,
  doubledMark,
  bracketSpace,
  quoteSpace,
  commaAfterPreposition,
];
