import type { Found } from '../finding.ts';
import { type PlainExpression, plainExpressions } from '../lists/plain-words/all-plain-words.ts';
import type { PieceRole } from '../manuscript.ts';
import { type FoundPhrase, type PhraseList, phraseList, phrasesIn, withoutSuffix } from '../phrases.ts';
import { isInside, quotedSpans } from '../quoted-words.ts';
import type { ReadPiece } from '../reading.ts';
import type { PieceRule } from '../rule.ts';

/** Words of the newsroom's own; what people say in quotations stays as they said it. */
const ownWords: readonly PieceRole[] = [
  'title',
  'lead',
  'summary',
  'paragraph',
  'list_item',
  'note',
  'subhead',
  'caption',
  'box_title',
  'detail',
];

const phrases: PhraseList<PlainExpression> = phraseList(plainExpressions.map((one) => [one.expression, one] as const));
const foreignWords: ReadonlySet<string> = new Set(
  plainExpressions
    .filter(({ isForeign, expression }) => isForeign && !expression.includes(' '))
    .map((one) => one.expression),
);

/** Words that citizens understand at once. */
export const plainWordRules: readonly PieceRule[] = [
  {
    id: 'plain_words',
    family: 'plain_words',
    title: 'Pakai kata yang mudah dipahami warga',
    roles: ownWords,
    *find(piece, { addedExpressions }) {
      const skipped = [...quotedSpans(piece.text), ...piece.italics];
      const taken: Found[] = [];
      for (const list of addedExpressions.size === 0 ? [phrases] : [addedExpressions, phrases]) {
        for (const found of phrasesIn(piece, list, formsOf)) {
          if (isInside(skipped, found) || isName(piece, found) || !holds(piece, found)) continue;
          if (taken.some(({ start, end }) => start < found.end && found.start < end)) continue;
          taken.push(told(piece, found));
        }
      }
      yield* taken;
    },
  },
  {
    id: 'said_twice',
    family: 'plain_words',
    title: 'Tidak mengatakan hal yang sama dua kali',
    roles: ownWords,
    *find({ text }) {
      for (const found of [...pluralTwice(text), ...degreeTwice(text)]) {
        if (!isInside(quotedSpans(text), found)) yield found;
      }
    },
  },
];

const mayBePrefixed: ReadonlySet<string> = new Set(['me', 'di', 'te', 'ng']);
const withPrefix = /^(?:men|mem|meng|me|di|ter|nge)-?(.{3,})$/u;

/** A foreign word may wear prefixes, a suffix or be doubled: `di-launching`, `stakeholder-stakeholder`. */
function formsOf(word: string): readonly string[] {
  const forms = withoutSuffix(word);
  const bare = forms.at(-1) ?? word;
  const root = mayBePrefixed.has(bare.slice(0, 2)) ? withPrefix.exec(bare)?.[1] : undefined;
  const half = bare.includes('-') ? /^(.+)-\1$/u.exec(bare)?.[1] : undefined;
  const others = [root, half].filter(
    (one): one is string => one !== undefined && (foreignWords.has(one) || bare.includes('-')),
  );
  return others.length === 0 ? forms : [...forms, ...others];
}

/** `Workshop Award`: a capital inside a sentence makes it a name, as does a name that begins with it. */
function isName(piece: ReadPiece, { first, last, value }: FoundPhrase<PlainExpression>): boolean {
  if (piece.role === 'title' || piece.role === 'subhead' || piece.role === 'box_title') return false;
  const word = piece.words[first];
  if (word === undefined || !/^\p{Lu}\p{Ll}/u.test(word.text)) return false;
  const begins = piece.sentences.some(
    ({ start }) => start === word.start || (piece.text.slice(start, word.start).length <= 1 && start <= word.start),
  );
  if (!begins) return true;
  const next = piece.words[last + 1];
  return value.isForeign && next !== undefined && /^\p{Lu}\p{Ll}/u.test(next.text) && isNextTo(piece, last);
}

function isNextTo({ text, words }: ReadPiece, last: number): boolean {
  const word = words[last];
  const next = words[last + 1];
  return word !== undefined && next !== undefined && text.slice(word.end, next.start).trim() === '';
}

/** “Di mana pun” and “di mana saja” join nothing. */
const asksOn: ReadonlySet<string> = new Set(['pun', 'saja', 'dan', 'atau']);
const verb = /^(?:me(?:m|n|ng|ny|l|r|w|y)?|ber|ter|di|per)\p{L}{3,}/u;

function holds(piece: ReadPiece, { value, start, last }: FoundPhrase<PlainExpression>): boolean {
  const next = isNextTo(piece, last) ? piece.words[last + 1]?.lower : undefined;
  switch (value.condition) {
    case undefined:
      return true;
    case 'before_verb':
      return next !== undefined && verb.test(next);
    case 'after_comma':
      return piece.text.slice(0, start).trimEnd().endsWith(',');
    case 'begins_sentence':
      return piece.sentences.some((sentence) => sentence.start === start);
    case 'joins_clauses': {
      const sentence = piece.sentences.find((one) => one.start <= start && start < one.end);
      if (sentence === undefined || sentence.text.endsWith('?') || next === undefined || asksOn.has(next)) return false;
      const begins = sentence.start === start && sentence.text.includes(',');
      return begins || piece.text.slice(0, start).trimEnd().endsWith(',');
    }
  }
}

function told(piece: ReadPiece, found: FoundPhrase<PlainExpression>): Found {
  const { plain, note } = found.value;
  const words = piece.text.slice(found.start, found.end);
  const alternatives = plain.split(', ').map((one) => `“${one}”`);
  const advice = plain === '' ? '' : ` Pakai ${alternatives.join(' atau ')}.`;
  const hint = note === '' ? '' : ` ${note}`;
  const reason = `“${words}” dapat dikatakan lebih sederhana.${advice}${hint}`;
  return { start: found.start, end: found.end, reason, ...mended(piece, found) };
}

/** A fix only where the words around it surely go on fitting. */
function mended(
  piece: ReadPiece,
  { value, start, end, last }: FoundPhrase<PlainExpression>,
): { fix?: string; end?: number } {
  const written = piece.text.slice(start, end);
  if (written.toLowerCase().replaceAll(/\s+/gu, ' ') !== value.expression) return {};
  if (value.preposition !== '') {
    const next = piece.words[last + 1];
    if (next?.lower !== value.preposition || !isNextTo(piece, last)) return {};
    return { fix: asWritten(value.plain, written), end: next.end };
  }
  return value.isSwap ? { fix: asWritten(value.plain, written) } : {};
}

/** With the capital that the first letter had. */
function asWritten(plain: string, written: string): string {
  return /^\p{Lu}/u.test(written) ? plain.slice(0, 1).toUpperCase() + plain.slice(1) : plain;
}

const plural = /\b(?:para|beberapa|banyak|sejumlah|berbagai|semua|seluruh|segenap|aneka|kedua)\s+(([a-z]{3,})-\2)\b/gi;
const alwaysDoubled =
  /^(?:alun|undang|oleh|kupu|laki|sama|rata|gado|layang|kura|mata|cita|kanak|cumi|ubur|paru|angan|kunang|agar|laba|kisi|ogoh|onde|lumba|biri|cuma|hati|masing|kata|tiba|gara|orang|anak|pura|gerak|gerik|rumah)$/i;

function* pluralTwice(text: string): Iterable<Found> {
  if (!text.includes('-')) return;
  for (const { 0: found, 1: doubled = '', 2: half = '', index } of text.matchAll(plural)) {
    if (alwaysDoubled.test(half)) continue;
    const first = found.slice(0, found.length - doubled.length);
    yield {
      start: index,
      end: index + found.length,
      reason: `“${found}” menyatakan jamak dua kali. Tulis “${first}${half}”.`,
      fix: `${first}${half}`,
    };
  }
}

const degree = /\b(?:sangat|amat|terlalu|begitu)\s+([a-z]+)\s+(?:sekali|banget)\b/gi;

function* degreeTwice(text: string): Iterable<Found> {
  if (!/sekali|banget/i.test(text)) return;
  for (const { 0: found, 1: quality = '', index } of text.matchAll(degree)) {
    yield {
      start: index,
      end: index + found.length,
      reason: `“${found}” menyatakan tingkat dua kali. Tulis “sangat ${quality}”.`,
    };
  }
}
