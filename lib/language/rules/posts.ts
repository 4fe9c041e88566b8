import { calendarDay, inWords } from '../calendar-day.ts';
import type { Found } from '../finding.ts';
import { plain } from '../known-names.ts';
import { institutionWords } from '../lists/name-words.ts';
import type { PieceRole } from '../manuscript.ts';
import { isPost, type Post, postAfter, postBefore, postOf, type WrittenPost } from '../posts-in-text.ts';
import type { ReadReference } from '../read-reference.ts';
import { type ReadPiece, wordsIn } from '../reading.ts';
import type { HeldPost, RegisteredPerson } from '../reference.ts';
import type { WholeRule } from '../rule.ts';
import { agencyNameWrong } from './agencies.ts';

const roles: readonly PieceRole[] = ['title', 'lead', 'summary', 'paragraph', 'list_item', 'quote', 'caption', 'note'];

const postAgainstRegister: WholeRule = {
  id: 'post_against_register',
  family: 'posts',
  title: 'Jabatan cocok dengan daftar orang pada tanggal kegiatan',
  *compare({ pieces, eventDate }, { people, peopleByName, today }) {
    if (people.length === 0) return;
    const day = eventDate ?? today;
    for (const [index, piece] of pieces.entries()) {
      if (piece.role === 'speaker') {
        const role = pieces[index + 1];
        const person = people.find(({ name }) => name.toLowerCase() === piece.text.trim().toLowerCase());
        const post = role?.role === 'speaker_role' ? postOf(role.words) : undefined;
        if (person === undefined || post === undefined || role === undefined) continue;
        const reason = wrongPost(post, person, day);
        if (reason !== undefined) yield { start: post.start, end: post.end, reason, piece: role };
      }
      if (!roles.includes(piece.role)) continue;
      for (const { person, from, until } of namesIn(piece, peopleByName)) {
        const post = postBeside(piece, from, until);
        const reason = post === undefined ? undefined : wrongPost(post, person, day);
        if (post !== undefined && reason !== undefined) yield { start: post.start, end: post.end, reason, piece };
      }
    }
  },
};

function* namesIn({ words }: ReadPiece, known: ReadReference['peopleByName']) {
  const own = words.map(({ lower }) => plain(lower));
  for (const [from, word] of own.entries()) {
    const pair = `${word} ${own[from + 1] ?? ''}`;
    for (const { person, words: name } of [...(known.get(pair) ?? []), ...(known.get(word) ?? [])]) {
      const until = from + name.length;
      if (name.every((one, index) => own[from + index] === one)) yield { person, from, until };
    }
  }
}

function postBeside(piece: ReadPiece, from: number, until: number): WrittenPost | undefined {
  const before = postBefore(piece, from);
  if (before !== undefined) return isInList(piece, from, until) ? undefined : before;
  const after = postAfter(piece, until);
  // “… Rudy Mas'ud, Wakil Gubernur Seno Aji”: that post has its own name.
  return after?.rest.every((word) => institutionWords.has(word)) === true ? after : undefined;
}

/** “dihadiri Kepala Dinas Kesehatan, Sari Indah, dan para camat”: perhaps three guests. */
function isInList({ words, text }: ReadPiece, from: number, until: number): boolean {
  const [before, name, last] = [words[from - 1], words[from], words[until - 1]];
  if (before === undefined || name === undefined || last === undefined) return false;
  return (
    text.slice(before.end, name.start) === ', ' &&
    /^, (?:dan|serta|beserta|\p{Lu})/u.test(text.slice(last.end, last.end + 10))
  );
}

/** What is wrong with this post for this person on this day; undefined when nothing is. */
function wrongPost(written: WrittenPost, { name, posts }: RegisteredPerson, day: string): string | undefined {
  if (written.isFormer || (written.head.endsWith('ketua') && !written.rest.includes('perwakilan'))) return undefined;
  const fitting = posts.filter((held) => fits(written, held));
  const current = fitting.filter((held) => isHeldOn(held, day));
  const [first] = current;
  if (first !== undefined) {
    if (current.some(({ isActing }) => isActing === written.isActing)) return undefined;
    return first.isActing
      ? `${name} memegang jabatan ini sebagai pelaksana tugas atau penjabat. Tulis Plt. atau Pj. di depannya.`
      : `${name} pejabat tetap di jabatan ini menurut daftar orang. Hapus Plt., atau perbaiki daftarnya.`;
  }
  const ended = fitting.find(({ until }) => until !== null && until < day);
  if (ended !== undefined && ended.until !== null) {
    return `Jabatan ${name} ini berakhir ${inWords(calendarDay(ended.until))} menurut daftar orang. Tulis jabatannya sekarang.`;
  }
  const now = posts.filter((held) => isHeldOn(held, day)).map(({ title }) => title);
  if (now.length === 0) return undefined;
  return `Di daftar orang, ${name} adalah ${now.join(' dan ')}. Periksa jabatannya.`;
}

function isHeldOn({ from, until }: HeldPost, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

function fits(written: Post, { title, agency }: HeldPost): boolean {
  const registered = postOf(wordsIn(title));
  return registered !== undefined && isPost(written, registered, agency);
}

const postTwoWays: WholeRule = {
  id: 'post_two_ways',
  family: 'posts',
  title: 'Satu orang punya satu jabatan di satu naskah',
  *compare({ pieces }) {
    const first = new Map<string, WrittenPost & { told: string }>();
    for (const piece of pieces) {
      if (!roles.includes(piece.role) || piece.role === 'title') continue;
      for (const { name, post, told } of namedPosts(piece)) {
        const known = first.get(name);
        if (known === undefined) first.set(name, { ...post, told });
        else if (contradict(known, post)) yield { ...foundTwoWays(post, known.told), piece };
      }
    }
  },
};

function foundTwoWays({ start, end }: WrittenPost, told: string): Found {
  return { start, end, reason: `Orang ini di atas ditulis sebagai ${told}. Periksa mana jabatannya yang benar.` };
}

/** Posts before the last two words of a run in capitals: the name they end with tells who it is. */
function* namedPosts(piece: ReadPiece): Iterable<{ name: string; post: WrittenPost; told: string }> {
  const { words, text } = piece;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const after = words[index + 2];
    if (next === undefined || !isNameWord(word.text, word.lower) || !isNameWord(next.text, next.lower)) continue;
    if (text.slice(word.end, next.start) !== ' ') continue;
    if (after !== undefined && /^\p{Lu}/u.test(after.text) && text.slice(next.end, after.start) === ' ') continue;
    const post = postBefore(piece, index);
    if (post === undefined || post.isFormer || isInList(piece, index, index + 2)) continue;
    yield { name: `${word.lower} ${next.lower}`, post, told: text.slice(post.start, word.start).replace(/,? $/u, '') };
  }
}

const isNameWord = (text: string, lower: string) => /^\p{Lu}.*\p{Ll}/u.test(text) && !institutionWords.has(lower);

const oneRegionEach: ReadonlySet<string> = new Set(['gubernur', 'bupati', 'wali kota', 'camat', 'lurah']);

/** The same kind of post for another agency or region, or another rank within the same one. */
function contradict(a: Post, b: Post): boolean {
  const isWithin = (one: Post, other: Post) => one.rest.every((word) => other.rest.includes(word));
  if (a.head !== b.head) {
    const areRanks = [a, b].every(({ head }) =>
      /^(?:wakil )?(?:kepala|sekretaris|gubernur|bupati|wali kota|camat|lurah|ketua)$/u.test(head),
    );
    return areRanks && a.rest.length > 0 && a.rest[0] === b.rest[0];
  }
  if (isWithin(a, b) || isWithin(b, a)) return false;
  return oneRegionEach.has(a.head.replace('wakil ', '')) || (a.rest.length > 1 && a.rest[0] === b.rest[0]);
}

export const postRules: readonly WholeRule[] = [postAgainstRegister, postTwoWays, agencyNameWrong];
