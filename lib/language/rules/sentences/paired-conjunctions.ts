import type { PieceRole } from '../../manuscript.ts';
import type { PieceRule } from '../../rule.ts';
import { shapeRule } from '../shapes.ts';

const ownProse: readonly PieceRole[] = ['lead', 'summary', 'paragraph', 'list_item', 'note'];
const about = { family: 'sentences', roles: ownProse } as const;

const onlyNot = 'hanya|saja|sekadar|sekedar|cuma|semata|semata-mata';

/** Conjunctions that belong together: what begins with one goes on with the other. */
export const pairedConjunctionRules: readonly PieceRule[] = [
  shapeRule(
    { ...about, id: 'not_but_pair', title: '“Bukan” berpasangan dengan “melainkan”' },
    // “Bukan dokter, tetapi bisa mengobati” opposes no two of a kind: only what begins alike does.
    new RegExp(
      `(?<!\\p{L})[Bb]ukan (?:(?:${onlyNot}) [^,.;:“”"]{2,100}, (?:tetapi|namun|tapi)(?!\\p{L})|(untuk|karena|di|ke|dari|oleh|dengan|pada|sebagai|kepada|bagi) [^,.;:“”"]{2,80}, (?:tetapi|namun|tapi)(?= \\1 ))`,
      'gu',
    ),
    ([whole]) => ({
      reason: '“Bukan” berpasangan dengan “melainkan”, sedangkan “tetapi” dengan “tidak”.',
      fix: whole.replace(/(?:tetapi|namun|tapi)$/u, 'melainkan'),
    }),
  ),
  shapeRule(
    { ...about, id: 'not_only_pair', title: '“Tidak hanya” berpasangan dengan “tetapi juga”' },
    new RegExp(`(?<!\\p{L})[Tt]idak (?:${onlyNot}) [^,.;:“”"]{2,100}, (?:melainkan|namun)(?: juga)?(?!\\p{L})`, 'gu'),
    ([whole]) => ({
      reason: '“Tidak hanya” berpasangan dengan “tetapi juga”.',
      fix: whole.replace(/, (?:melainkan|namun)(?: juga)?$/u, ', tetapi juga'),
    }),
  ),
  shapeRule(
    { ...about, id: 'both_pair', title: '“Baik” berpasangan dengan “maupun”' },
    /(?<=^|[.!?…]["”’]? )Baik (?!hati|budi|buruk|sekali|bahan)\p{L}+(?: \p{L}+)? (?:dan|ataupun|serta)(?= \p{Ll})/gu,
    ([whole]) => ({
      reason: '“Baik” berpasangan dengan “maupun”.',
      fix: whole.replace(/(?:dan|ataupun|serta)$/u, 'maupun'),
    }),
  ),
  shapeRule(
    { ...about, id: 'between_pair', title: '“Antara” berpasangan dengan “dan”' },
    /(?<!\p{L})antara (?:\p{Lu}[\p{L}.()-]* ){1,7}dengan(?= \p{Lu})/gu,
    ([whole]) => ({ reason: '“Antara” berpasangan dengan “dan”.', fix: whole.replace(/dengan$/u, 'dan') }),
  ),
];
