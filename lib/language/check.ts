import { wordsToLookUp } from './dictionary-words.ts';
import type { Finding, Found } from './finding.ts';
import type { Manuscript, Piece } from './manuscript.ts';
import { type ReadReference, readReference, withNewAnswers } from './read-reference.ts';
import { type Readability, readabilityOf } from './readability.ts';
import { type ReadPiece, readPiece } from './reading.ts';
import type { Reference } from './reference.ts';
import type { PieceRule, WholeRule } from './rule.ts';
import { pieceRules, wholeRules } from './rules/all-rules.ts';

/** Texts longer than this are checked only so far, in UTF-16 units: one paragraph is never a book. */
const longestPiece = 20_000;

/** What the checks say of an article: what they found, in reading order, how hard it reads, and words that a dictionary is to judge. */
export type Check = { findings: Finding[]; readability: Readability; wanted: string[] };

/** Checks of one article, again and again: what a piece gave is kept while its words and the reference stay. */
export type Checker = (manuscript: Manuscript, reference: Reference) => Check;

/** Makes a checker with a memory of its own; a text that is only typed on is checked piece by piece. */
export function createChecker(): Checker {
  let known = new Map<string, Checked>();
  let prepared: ReadReference | undefined;
  return (manuscript, reference) => {
    const same = prepared === undefined ? undefined : withNewAnswers(prepared, reference);
    if (same === undefined) known = new Map();
    const facts = same ?? readReference(reference);
    prepared = facts;
    const now = new Map<string, Checked>();
    const pieces = manuscript.pieces.map((piece) => {
      const key = keyOf(piece);
      const checked = known.get(key) ?? checkPiece(piece, facts);
      now.set(key, checked);
      return { read: { ...checked.read, ...piece, text: checked.read.text }, found: checked.found };
    });
    known = now;
    const read = { ...manuscript, pieces: pieces.map((piece) => piece.read) };
    const whole = wholeRules.flatMap((rule) =>
      [...rule.compare(read, facts)].map((found) => finding(rule, found.piece, found)),
    );
    const findings = pieces.flatMap((piece) => piece.found.map(({ rule, found }) => finding(rule, piece.read, found)));
    return {
      findings: inReadingOrder([...findings, ...whole], manuscript),
      readability: readabilityOf(read.pieces),
      wanted: wordsToLookUp(read.pieces, facts),
    };
  };
}

/** Checks an article once. */
export function checkManuscript(manuscript: Manuscript, reference: Reference): Finding[] {
  return createChecker()(manuscript, reference).findings;
}

type Checked = { read: ReadPiece; found: readonly { rule: PieceRule; found: Found }[] };

function checkPiece(piece: Piece, reference: ReadReference): Checked {
  const read = readPiece({ ...piece, text: piece.text.slice(0, longestPiece) });
  const found = pieceRules
    .filter((rule) => rule.roles.includes(piece.role))
    .flatMap((rule) => [...rule.find(read, reference)].map((one) => ({ rule, found: one })));
  return { read, found };
}

function keyOf({ role, text, links, italics }: Piece): string {
  return JSON.stringify([role, text, links, italics]);
}

function finding(rule: PieceRule | WholeRule, piece: ReadPiece | undefined, found: Found): Finding {
  const { start, end, reason, fix } = found;
  return {
    rule: rule.id,
    family: rule.family,
    severity: rule.severity ?? 'advisory',
    place: piece?.place ?? '',
    part: piece?.part ?? '',
    start,
    end,
    text: piece?.text.slice(start, end) ?? '',
    reason,
    ...(fix !== undefined && { fix }),
  };
}

function inReadingOrder(findings: Finding[], { pieces }: Manuscript): Finding[] {
  const order = new Map(pieces.map(({ place, part }, index) => [`${place}/${part}`, index]));
  const at = ({ place, part }: Finding) => order.get(`${place}/${part}`) ?? -1;
  return findings.sort((a, b) => at(a) - at(b) || a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule));
}
