import type { NumberMention } from '../../numbers-in-text.ts';
import { areOneFigure } from '../../numbers-in-text.ts';
import type { ReadPiece } from '../../reading.ts';
import type { ReadManuscript, WholeRule } from '../../rule.ts';

/** A number with its piece. */
type Placed = NumberMention & { piece: ReadPiece };

/** Numbers compared at most, where they are many: more of them are a table, and each is compared with all others. */
const most = { ahead: 20, body: 300 };

/** Words of a sentence that speaks of a part, of another time or of more: its numbers differ with good reason. */
const otherThing =
  /(?<!\p{L})(?:di antaranya|antara lain|sebelumnya|tahun lalu|tahun depan|bulan lalu|pekan lalu|kemarin|dahulu|semula|setiap|masing-masing|lain|lainnya|tambahan|sisanya|termasuk|dari jumlah|tahap|baru|jaminan|target|rencana|berikutnya|selanjutnya|kali ini hanya|per)(?!\p{L})/iu;

export const numberDiffers: WholeRule = {
  id: 'number_differs',
  family: 'numbers',
  title: 'Angka untuk hal yang sama sama di judul, teras, dan isi',
  *compare(manuscript) {
    const { title, lead, body } = placedNumbers(manuscript);
    const elsewhere = new Set(body.filter((number) => otherThing.test(sentenceOf(number))));
    for (const number of title) {
      const others = comparable(number, [...lead, ...body]);
      if (others.length === 0 || isToldIn(number, others)) continue;
      const wrong = others.find((other) => other.piece.role === 'lead' || isNear(number, other));
      if (wrong !== undefined) yield found(number, wrong, 'judul');
    }
    for (const number of lead) {
      const others = comparable(number, body);
      const open = others.filter((other) => !elsewhere.has(other));
      if (isToldIn(number, others) || new Set(open.map(({ value }) => value)).size !== 1) continue;
      const [wrong] = open;
      if (wrong !== undefined && (number.kind === 'count' ? isNear(number, wrong) : isSwapped(number, wrong))) {
        yield found(number, wrong, 'teras');
      }
    }
  },
};

function found({ start, end, unit, kind, piece }: Placed, other: Placed, where: string) {
  const thing = kind === 'count' ? ` ${unit}` : '';
  const reason = `Di ${where} tertulis ${piece.text.slice(start, end)}${thing}, di tempat lain ${other.text}${thing}. Samakan dengan yang benar.`;
  const until = kind === 'count' ? piece.text.toLowerCase().indexOf(unit, end) + unit.length : end;
  return { start, end: until, piece, reason };
}

function placedNumbers({ pieces }: ReadManuscript): { title: Placed[]; lead: Placed[]; body: Placed[] } {
  const of = (roles: readonly string[], count: number) =>
    pieces
      .filter(({ role }) => roles.includes(role))
      .flatMap((piece) => piece.numbers.slice(0, count).map((number) => ({ ...number, piece })))
      .slice(0, count);
  return {
    title: of(['title'], most.ahead),
    lead: of(['lead'], most.ahead),
    body: of(['paragraph', 'quote', 'list_item'], most.body),
  };
}

/** What may be the same thing: money, a share, or as many of the same. */
function comparable(number: Placed, others: readonly Placed[]): Placed[] {
  if (number.isRough || (number.kind === 'count' && number.unit.length < 3)) return [];
  return others.filter(
    (other) => other.kind === number.kind && !other.isRough && (number.kind !== 'count' || other.unit === number.unit),
  );
}

/** It stands there, perhaps rounded, or two or three of the others make it up. */
function isToldIn(number: Placed, others: readonly Placed[]): boolean {
  if (others.some((other) => areOneFigure(number, other))) return true;
  const values = others.slice(0, 12).map(({ value }) => value);
  const isSum = (sum: number) => Math.abs(sum - number.value) <= Math.max(number.halfDigit, number.value * 1e-9);
  if (isSum(values.reduce((sum, value) => sum + value, 0))) return true;
  return values.some((a, i) =>
    values.slice(i + 1).some((b, j) => isSum(a + b) || values.slice(i + j + 2).some((c) => isSum(a + b + c))),
  );
}

/** Neither a part nor a multiple: 120 and 125, 64 and 46. */
function isNear(a: NumberMention, b: NumberMention): boolean {
  const ratio = a.value / b.value;
  return (ratio > 0.5 && ratio < 2) || isSwapped(a, b);
}

/** The same digits in another order. */
function isSwapped(a: NumberMention, b: NumberMention): boolean {
  const sorted = ({ text }: NumberMention) => (text.match(/\d/gu) ?? []).sort().join('');
  const own = sorted(a);
  return own.length > 1 && a.hasScale === b.hasScale && own === sorted(b) && a.value !== b.value;
}

function sentenceOf({ piece, start }: Placed): string {
  return piece.sentences.find((one) => one.start <= start && start < one.end)?.text ?? '';
}
