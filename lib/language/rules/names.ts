import { isOneNameTwice, namesNearly, plain } from '../known-names.ts';
import { eventHeads } from '../lists/event-heads.ts';
import { institutionWords } from '../lists/name-words.ts';
import type { PieceRole } from '../manuscript.ts';
import { type NameRun, properName, runOf } from '../names-in-text.ts';
import { isSlipOf } from '../nearness.ts';
import type { ReadPiece, Word } from '../reading.ts';
import type { ReadManuscript, WholeRule } from '../rule.ts';

/** A word shared by more names than these is no surname. */
const mostSharing = 40;

const roles: readonly PieceRole[] = [
  'title',
  'lead',
  'summary',
  'paragraph',
  'list_item',
  'quote',
  'pull_quote',
  'speaker',
  'subhead',
  'caption',
  'box_title',
  'note',
];

/** A name in one of its places. */
type Use = NameRun & { piece: ReadPiece; key: string };
/** A spelling of a name with all its places. */
type Form = { words: readonly string[]; uses: Use[]; at: number };

const spelledTwoWays: WholeRule = {
  id: 'name_spelled_two_ways',
  family: 'names',
  title: 'Satu nama ditulis dengan satu cara',
  *compare(manuscript) {
    const forms = formsIn(manuscript);
    const multi = forms.filter(({ words }) => words.length > 1);
    const told = new Set<Form>();
    for (const [one, other] of pairsOf(multi)) {
      if (!endInOneName(one, other) || areTwoPeople(one, other)) continue;
      const [right, wrong] = other.uses.length > one.uses.length ? [other, one] : [one, other];
      if (!told.has(wrong)) yield* foundForm(wrong, right);
      told.add(wrong);
    }
    yield* splitForms(forms);
    for (const form of forms) {
      const whole = form.words.length === 1 ? wholeNameOf(form, multi) : undefined;
      if (whole !== undefined) yield* foundForm(form, whole);
    }
  },
};

/** “Gratispol” and “Gratis Pol”, “Puspitasari” and “Puspita Sari”. */
function* splitForms(forms: readonly Form[]) {
  const joined = new Map<string, Form>();
  for (const form of forms) {
    const letters = form.words.join('');
    const first = joined.get(letters);
    if (first === undefined) joined.set(letters, form);
    else if (first.words.length !== form.words.length) yield* foundForm(form, first);
  }
}

/** Forms that share their last word, or the one before it: others cannot be the same name. */
function* pairsOf(forms: readonly Form[]): Iterable<[Form, Form]> {
  for (const fromEnd of [-1, -2]) {
    const sharing = new Map<string, Form[]>();
    for (const form of forms) {
      const word = form.words.at(fromEnd) ?? '';
      const others = sharing.get(word) ?? [];
      for (const other of others.slice(0, mostSharing)) yield [other, form];
      sharing.set(word, [...others.slice(0, mostSharing), form]);
    }
  }
}

function* foundForm(wrong: Form, right: Form) {
  const [first] = right.uses;
  const shared = first === undefined || wrong.words.length < 2 ? first : runOf(first.words.slice(-wrong.words.length));
  const spelling = first?.piece.text.slice(shared?.start, shared?.end) ?? '';
  for (const { start, end, piece } of wrong.uses) {
    const reason = `Nama ini di tempat lain ditulis “${spelling}”. Periksa mana yang benar, lalu samakan.`;
    yield { start, end, piece, reason };
  }
}

function formsIn({ pieces }: ReadManuscript): Form[] {
  const forms = new Map<string, Form>();
  const titleWindows: Use[] = [];
  for (const piece of pieces) {
    if (!roles.includes(piece.role)) continue;
    for (const run of piece.capitalRuns) {
      const name = properName(run);
      if (name.words.length === 0) continue;
      if (piece.role === 'title') titleWindows.push(...windowsOf(name, piece));
      else if (name.words.length <= 5) addUse(forms, useOf(name.words, piece));
    }
  }
  for (const use of titleWindows) if (mayBeForm(use, forms)) addUse(forms, use, true);
  return [...forms.values()].sort((a, b) => a.at - b.at);
}

/** In a title every word begins big: any two to four of them may be a name. */
function windowsOf({ words }: NameRun, piece: ReadPiece): Use[] {
  return [2, 3, 4].flatMap((size) =>
    words.slice(0, Math.max(0, words.length - size + 1)).map((_, from) => useOf(words.slice(from, from + size), piece)),
  );
}

/** Only windows that resemble a name of the text are names. */
function mayBeForm({ key, words }: Use, forms: ReadonlyMap<string, Form>): boolean {
  if (forms.has(key)) return true;
  const own = words.map(({ lower }) => plain(lower));
  return [...forms.values()].some((form) => isOneNameTwice(own, form.words));
}

function useOf(words: readonly Word[], piece: ReadPiece): Use {
  return { ...runOf(words), piece, key: words.map(({ lower }) => plain(lower)).join(' ') };
}

function addUse(forms: Map<string, Form>, use: Use, isFirst = false): void {
  const known = forms.get(use.key);
  if (known === undefined) {
    forms.set(use.key, { words: use.key.split(' '), uses: [use], at: isFirst ? -1 : forms.size });
  } else known.uses.push(use);
}

/** “Keluarga Petrus Bulang” and “Petrus Bulan”: words before a name do not count. */
function endInOneName(one: Form, other: Form): boolean {
  const shorter = Math.min(one.words.length, other.words.length);
  const [a, b] = [one.words.slice(-shorter), other.words.slice(-shorter)];
  if (isOneNameTwice(a, b)) return true;
  // “Seniman Syafruddin Pernyata”, “Karya Syafrudin Pernyata”: both begin their sentences.
  return (
    shorter > 2 &&
    a[0] !== b[0] &&
    beginsSentence(one) &&
    beginsSentence(other) &&
    isOneNameTwice(a.slice(1), b.slice(1))
  );
}

function beginsSentence({ uses: [use] }: Form): boolean {
  return use?.piece.sentences.some(({ start }) => start === use.start) === true;
}

/** Both named again and again, or together in a sentence: then they are two. */
function areTwoPeople(one: Form, other: Form): boolean {
  if (one.uses.length > 1 && other.uses.length > 1) return true;
  return one.uses.some((a) => other.uses.some((b) => a.piece === b.piece && sentenceOf(a) === sentenceOf(b)));
}

const sentenceOf = ({ piece, start }: Use) => piece.sentences.findIndex((one) => one.start <= start && start < one.end);

/** The full name of which this single word is a slip: “Syaputra” for “Armin Syahputra”. */
function wholeNameOf({ words: [word = ''] }: Form, multi: readonly Form[]): Form | undefined {
  if (word.length < 6 || institutionWords.has(word)) return undefined;
  if (multi.some(({ words }) => words.includes(word))) return undefined;
  return multi.find(({ words }) =>
    words.some((one) => one.length >= 6 && !institutionWords.has(one) && isSlipOf(one, word)),
  );
}

const eventNamedTwoWays: WholeRule = {
  id: 'event_named_two_ways',
  family: 'names',
  title: 'Satu kegiatan punya satu nama',
  *compare({ pieces }) {
    const known: { head: string; group: number; tail: readonly string[]; use: Use }[] = [];
    for (const piece of pieces) {
      if (!roles.includes(piece.role)) continue;
      for (const run of piece.capitalRuns) {
        const event = eventIn(run, piece);
        if (event === undefined) continue;
        const other = known.find(
          ({ head, group, tail, use }) =>
            head !== event.head &&
            group === event.group &&
            beginAlike(tail, event.tail) &&
            !(use.piece === piece && sentenceOf(use) === sentenceOf(event.use)),
        );
        if (other === undefined) known.push(event);
        else {
          const name = other.use.piece.text.slice(other.use.start, other.use.end);
          const reason = `Kegiatan ini di atas bernama “${name}”. Pakai satu nama untuk satu kegiatan.`;
          yield { start: event.use.start, end: event.use.end, piece, reason };
        }
      }
    }
  },
};

function eventIn({ words }: NameRun, piece: ReadPiece) {
  for (const [from, { lower }] of words.entries()) {
    const two = `${lower} ${words[from + 1]?.lower ?? ''}`;
    const head = eventHeads.has(two) ? two : lower;
    const group = eventHeads.get(head);
    if (group === undefined) continue;
    const tail = words.slice(from + head.split(' ').length).map((word) => word.lower);
    return { head, group, tail, use: useOf(words.slice(from), piece) };
  }
  return undefined;
}

function beginAlike(a: readonly string[], b: readonly string[]): boolean {
  const shorter = Math.min(a.length, b.length);
  return shorter >= 2 && a.slice(0, shorter).every((word, index) => word === b[index]);
}

const notAsRegistered: WholeRule = {
  id: 'name_not_as_registered',
  family: 'names',
  title: 'Nama ditulis seperti di daftar orang dan daftar nama',
  *compare({ pieces }, { knownNames }) {
    if (knownNames.right.size === 0) return;
    for (const piece of pieces) {
      if (!roles.includes(piece.role)) continue;
      for (const { words } of piece.capitalRuns) {
        for (const { found, name } of namesNearly(words, knownNames)) {
          const reason = `Di daftar nama tertulis “${name}”. Perbaiki, atau daftarkan bila ini nama lain.`;
          yield { start: found.start, end: found.end, piece, reason, fix: name };
        }
      }
    }
  },
};

export const nameRules: readonly WholeRule[] = [spelledTwoWays, eventNamedTwoWays, notAsRegistered];
