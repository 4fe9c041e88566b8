import { eventHeads } from '../lists/event-heads.ts';
import { institutionWords } from '../lists/name-words.ts';
import type { PieceRole } from '../manuscript.ts';
import { capitalRuns, type NameRun, properName, runOf } from '../names-in-text.ts';
import { isSlipOf } from '../nearness.ts';
import type { ReadPiece, Word } from '../reading.ts';
import type { Reference } from '../reference.ts';
import type { ReadManuscript, WholeRule } from '../rule.ts';

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
    for (const [index, one] of multi.entries()) {
      for (const other of multi.slice(index + 1)) {
        if (!endInOneName(one.words, other.words) || areTwoPeople(one, other)) continue;
        const [right, wrong] = other.uses.length > one.uses.length ? [other, one] : [one, other];
        if (!told.has(wrong)) yield* foundForm(wrong, right);
        told.add(wrong);
      }
    }
    for (const form of forms) {
      const whole = form.words.length === 1 ? wholeNameOf(form, multi) : undefined;
      if (whole !== undefined) yield* foundForm(form, whole);
    }
  },
};

function* foundForm(wrong: Form, right: Form) {
  const [first] = right.uses;
  const spelling = first?.piece.text.slice(first.start, first.end) ?? '';
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
    for (const run of capitalRuns(piece)) {
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

const plain = (word: string) => word.replaceAll(/['’]/gu, '');

/** All words alike but one, and that one a slip away. */
function isOneNameTwice(a: readonly string[], b: readonly string[], most = 1): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  let slips = 0;
  for (const [index, word] of a.entries()) {
    const other = b[index] ?? '';
    if (word === other) continue;
    if (slips > 0 || !isSlipOf(word, other, most)) return false;
    slips += 1;
  }
  return slips === 1;
}

/** “Keluarga Petrus Bulang” and “Petrus Bulan”: words before a name do not count. */
function endInOneName(a: readonly string[], b: readonly string[]): boolean {
  const shorter = Math.min(a.length, b.length);
  return isOneNameTwice(a.slice(a.length - shorter), b.slice(b.length - shorter));
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
      for (const run of capitalRuns(piece)) {
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
  *compare({ pieces }, reference) {
    const { byWord, singles, right } = registeredNames(reference);
    if (right.size === 0) return;
    for (const piece of pieces) {
      if (!roles.includes(piece.role)) continue;
      for (const { words } of capitalRuns(piece)) {
        for (const { found, name } of nearRegistered(words, byWord, singles, right)) {
          const reason = `Di daftar nama tertulis “${name}”. Perbaiki, atau daftarkan bila ini nama lain.`;
          yield { start: found.start, end: found.end, piece, reason, fix: name };
        }
      }
    }
  },
};

type Registered = { name: string; words: readonly string[] };

function registeredNames({ people, houseNames }: Reference) {
  const byWord = new Map<string, Registered[]>();
  const singles = new Map<string, string[]>();
  const right = new Set<string>();
  for (const name of [...people.map((person) => person.name), ...houseNames]) {
    const words = name.toLowerCase().split(/\s+/u).map(plain);
    right.add(words.join(' '));
    const [only = ''] = words;
    if (words.length === 1) append(singles, only.slice(0, 1), name);
    else for (const word of new Set(words)) append(byWord, word, { name, words });
  }
  return { byWord, singles, right };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function* nearRegistered(
  words: readonly Word[],
  byWord: ReadonlyMap<string, Registered[]>,
  singles: ReadonlyMap<string, string[]>,
  right: ReadonlySet<string>,
): Iterable<{ found: NameRun; name: string }> {
  const own = words.map(({ lower }) => plain(lower));
  const told = new Set<number>();
  for (const [at, word] of own.entries()) {
    for (const { name, words: registered } of byWord.get(word) ?? []) {
      const from = at - registered.indexOf(word);
      const window = own.slice(Math.max(0, from), from + registered.length);
      const most = registered.length > 2 ? 2 : 1;
      if (from < 0 || told.has(from) || right.has(window.join(' ')) || !isOneNameTwice(window, registered, most))
        continue;
      told.add(from);
      yield { found: runOf(words.slice(from, from + registered.length)), name };
    }
    if (word.length < 6 || right.has(word) || institutionWords.has(word)) continue;
    const name = singles
      .get(word.slice(0, 1))
      ?.find((one) => one.length >= 6 && isSlipOf(plain(one.toLowerCase()), word));
    if (name !== undefined) yield { found: runOf(words.slice(at, at + 1)), name };
  }
}

export const nameRules: readonly WholeRule[] = [spelledTwoWays, eventNamedTwoWays, notAsRegistered];
