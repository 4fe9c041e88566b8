import type { Found } from '../finding.ts';
import { attributionRoots, voiceWords } from '../lists/attribution.ts';
import type { PieceRole, Span } from '../manuscript.ts';
import { personRuns } from '../names-in-text.ts';
import { type QuoteFault, readQuotes } from '../quotations.ts';
import type { ReadPiece } from '../reading.ts';
import type { PieceRule, ReadManuscript, WholeRule } from '../rule.ts';

const roles: readonly PieceRole[] = [
  'title',
  'lead',
  'summary',
  'paragraph',
  'list_item',
  'quote',
  'subhead',
  'pull_quote',
  'note',
  'caption',
  'detail',
];

const opensWithQuote = /^\s*["“„]/u;
const saidOutside = new RegExp(`,["”]? (?:${attributionRoots.join('|')})(?:nya)?(?!\\p{L})`, 'u');

const unbalancedQuotes: WholeRule = {
  id: 'quote_unbalanced',
  family: 'quotes',
  title: 'Setiap tanda petik berpasangan',
  *compare({ pieces }) {
    let isOpen = false;
    for (const [index, piece] of pieces.entries()) {
      if (!roles.includes(piece.role)) continue;
      const { faults, unclosed } = readQuotes(piece.text, isOpen);
      for (const fault of faults) if (fault.kind === 'unopened') yield { ...foundUnopened(fault), piece };
      isOpen = unclosed !== undefined && goesOn(piece, pieces[index + 1]);
      for (const fault of faults) if (fault.kind === 'unclosed') yield { ...foundUnclosed(fault), piece };
      if (unclosed !== undefined && !isOpen) yield { ...foundUnclosed({ start: unclosed, end: unclosed + 1 }), piece };
    }
  },
};

/** A quotation of several paragraphs is opened anew in each, and closed in the last. */
function goesOn(piece: ReadPiece, next: ReadPiece | undefined): boolean {
  if (next?.role !== piece.role || !opensWithQuote.test(next.text)) return false;
  return opensWithQuote.test(piece.text) && !saidOutside.test(piece.text);
}

function foundUnclosed({ start, end }: { start: number; end: number }): Found {
  return { start, end, reason: 'Tanda petik ini dibuka tetapi tidak ditutup. Tutup di akhir kutipan atau namanya.' };
}

function foundUnopened({ start, end }: QuoteFault): Found {
  return { start, end, reason: 'Tanda petik ini menutup kutipan yang tidak dibuka. Tambahkan tanda petik pembuka.' };
}

const mixedQuotes: PieceRule = {
  id: 'quote_mixed_marks',
  family: 'quotes',
  title: 'Tanda petik pembuka dan penutup sejenis',
  roles,
  *find({ text }) {
    const reason = 'Tanda petik pembuka dan penutupnya tidak sejenis. Pakai “ dan ” (atau ‘ dan ’).';
    for (const { kind, start, end } of readQuotes(text, false).faults) {
      if (kind === 'mixed') yield { start, end, reason, fix: `“${text.slice(start + 1, end - 1)}”` };
    }
    for (const { 0: found, 1: inner = '', index } of text.matchAll(
      /(?<![\p{L}\p{N}'])''([^'"“”\n]{1,200})(?:''|”|")/gu,
    )) {
      yield { start: index, end: index + found.length, reason, fix: `“${inner}”` };
    }
    for (const { 0: found, 1: inner = '', index } of text.matchAll(/‘([^‘’'\n]{1,80})'(?!\p{L})/gu)) {
      yield { start: index, end: index + found.length, reason, fix: `‘${inner}’` };
    }
  },
};

const fewestWords = 6;

const repeatedQuotes: WholeRule = {
  id: 'quote_repeated',
  family: 'quotes',
  title: 'Kutipan tidak diulang',
  *compare({ pieces }) {
    const known = new Set<string>();
    for (const piece of pieces) {
      if (!['lead', 'paragraph', 'list_item', 'quote'].includes(piece.role)) continue;
      for (const span of quotationsOf(piece)) {
        const said = plainWords(piece.text.slice(span.start, span.end));
        if (said.split(' ').length < fewestWords) continue;
        if (known.has(said)) yield { ...span, piece, reason: 'Kutipan ini sudah ada di atas. Hapus salah satu.' };
        known.add(said);
      }
    }
  },
};

function quotationsOf({ role, text }: ReadPiece): readonly Span[] {
  const { pairs } = readQuotes(text, false);
  return pairs.length === 0 && role === 'quote' ? [{ start: 0, end: text.length }] : pairs;
}

const plainWords = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const speakerMissing: WholeRule = {
  id: 'quote_without_speaker',
  family: 'quotes',
  title: 'Setiap kutipan punya penutur',
  *compare(manuscript) {
    for (const [index, piece] of manuscript.pieces.entries()) {
      if (piece.role === 'quote' && !hasSpeaker(manuscript, piece)) {
        yield {
          start: 0,
          end: piece.text.length,
          piece,
          reason: 'Kutipan ini belum punya penutur. Isi nama dan jabatannya.',
        };
      }
      if (piece.role === 'paragraph' && isLonelyQuote(manuscript, index)) {
        const reason =
          'Pembaca tidak tahu siapa yang mengatakan ini. Tambahkan nama penuturnya, misalnya “…,” kata Ratna.';
        yield { start: 0, end: piece.text.length, piece, reason };
      }
    }
  },
};

function hasSpeaker({ pieces }: ReadManuscript, { place }: ReadPiece): boolean {
  return pieces.some((piece) => piece.role === 'speaker' && piece.place === place && piece.text.trim() !== '');
}

/** Nothing but a quotation, and nobody in sight before or after it. */
function isLonelyQuote({ pieces }: ReadManuscript, index: number): boolean {
  const [before, piece, after] = [pieces[index - 1], pieces[index], pieces[index + 1]];
  if (piece === undefined || piece.words.length < fewestWords) return false;
  const [first, ...others] = readQuotes(piece.text, false).pairs;
  if (first === undefined || others.length > 0) return false;
  if (/[\p{L}\p{N}]/u.test(piece.text.slice(0, first.start) + piece.text.slice(first.end))) return false;
  return !(before !== undefined && showsVoice(before)) && !(after !== undefined && beginsWithVoice(after));
}

function showsVoice(piece: ReadPiece): boolean {
  if (piece.role === 'speaker' || piece.role === 'speaker_role') return true;
  if (/[:,]$/u.test(piece.text.trimEnd()) || /["“”]/u.test(piece.text)) return true;
  return piece.words.some(({ lower }) => voiceWords.has(lower)) || personRuns(piece).length > 0;
}

function beginsWithVoice(piece: ReadPiece): boolean {
  return opensWithQuote.test(piece.text) || piece.words.slice(0, 6).some(({ lower }) => voiceWords.has(lower));
}

/** A verb of saying right before an opening mark, without its comma. */
const saysBefore =
  /(?<!\p{L})(berkata|mengatakan|menegaskan|menyatakan|menjelaskan|menambahkan|mengungkapkan|menuturkan|berujar|berpesan|berseru|bertanya|mengingatkan|katanya|ujarnya|tegasnya) $/iu;

/** What may follow a closing mark: “, ujarnya”. */
const saidAfter = new RegExp(`^(,? ?)((?:${attributionRoots.join('|')})(?:nya)?)(?![\\p{L}-])`, 'iu');
/** The last word of a quotation, and what ends it. */
const lastWord = /([\p{L}\p{N}%)]{1,40})([.,]?)$/u;

const commaBeforeSpeaker: PieceRule = {
  id: 'quote_comma',
  family: 'quotes',
  title: 'Kutipan dan penuturnya dipisahkan koma',
  roles: ['lead', 'summary', 'paragraph', 'list_item', 'note'],
  *find({ text }) {
    for (const { start, end } of readQuotes(text, false).pairs) {
      const [speaks, verbBefore = ''] = saysBefore.exec(text.slice(Math.max(0, start - 24), start)) ?? [];
      // A whole sentence is quoted; words of another kind are only set apart.
      if (speaks !== undefined && /^.\p{Lu}/u.test(text.slice(start, end)) && /[.!?].$/u.test(text.slice(start, end))) {
        const reason = 'Sebelum kutipan langsung ada koma.';
        yield { start: start - speaks.length, end: start + 1, reason, fix: `${verbBefore}, ${text[start]}` };
      }
      const [said, gap = '', verb = ''] = saidAfter.exec(text.slice(end, end + 24)) ?? [];
      const [ending, word = '', stop] = lastWord.exec(text.slice(Math.max(start, end - 43), end - 1)) ?? [];
      if (said === undefined || ending === undefined) continue;
      const span = { start: end - 1 - ending.length, end: end + said.length };
      const fix = `${word},${text[end - 1]} ${verb.toLowerCase()}`;
      const hasComma = stop === ',';
      if (!hasComma && beginsSentence(text, start)) {
        yield { ...span, reason: 'Antara kutipan dan penuturnya ada koma, di dalam tanda petik.', fix };
      } else if (hasComma && gap === ' ' && verb !== verb.toLowerCase()) {
        yield { ...span, reason: `Setelah koma kutipan, “${verb.toLowerCase()}” ditulis dengan huruf kecil.`, fix };
      }
    }
  },
};

const beginsSentence = (text: string, at: number) => /^$|[.!?:,”"]$/u.test(text.slice(0, at).trimEnd());

export const quoteRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: [mixedQuotes, commaBeforeSpeaker],
  whole: [unbalancedQuotes, repeatedQuotes, speakerMissing],
};
