import type { Found } from '../finding.ts';
import { caseWords, headlineWords, minorWords, preventionWords } from '../lists/child-cases.ts';
import { notPersons } from '../lists/not-persons.ts';
import type { CheckedPhoto } from '../manuscript.ts';
import type { ReadPiece } from '../reading.ts';
import { proseRoles, type ReadManuscript, type WholeRule } from '../rule.ts';

/** Children in cases stay unknown: Pedoman Pemberitaan Ramah Anak, UU 11/2012 (SPPA). */
export const childRules: readonly WholeRule[] = [
  caseRule('child_name', 'Anak dalam perkara tidak disebut namanya', findNames),
  caseRule('child_school', 'Sekolah anak dalam perkara tidak disebut', findSchools),
  caseRule('child_relative', 'Keluarga anak dalam perkara tidak disebut namanya', findRelatives),
  caseRule('child_address', 'Alamat anak dalam perkara tidak disebut', findAddresses),
  {
    id: 'child_photo_in_case',
    family: 'children',
    severity: 'judgement',
    title: 'Foto anak tidak dipakai dalam berita perkara',
    *compare(manuscript) {
      if (!showsChildren(manuscript) || !isChildCase(manuscript)) return;
      for (const photo of manuscript.photos) {
        if (photo.showsChild) {
          yield atPhoto(
            manuscript,
            photo,
            'Foto ini memperlihatkan anak dalam berita perkara. Ganti dengan foto yang tidak memperlihatkan anak.',
          );
        }
      }
    },
  },
  {
    id: 'child_photo_without_consent',
    family: 'children',
    title: 'Foto anak memerlukan izin orang tua',
    *compare(manuscript) {
      if (!showsChildren(manuscript) || isChildCase(manuscript)) return;
      for (const photo of manuscript.photos) {
        if (photo.showsChild && photo.hasConsent !== true) {
          yield atPhoto(
            manuscript,
            photo,
            'Foto ini memperlihatkan anak dan izin orang tuanya belum dicatat. Catat izinnya di pustaka media atau ganti foto.',
          );
        }
      }
    },
  },
];

type Find = (piece: ReadPiece) => Iterable<Found>;

function caseRule(id: string, title: string, find: Find): WholeRule {
  return {
    id,
    family: 'children',
    severity: 'judgement',
    title,
    *compare(manuscript) {
      if (!isChildCase(manuscript)) return;
      for (const piece of manuscript.pieces) {
        if (!readsPeople.has(piece.role)) continue;
        for (const found of find(piece)) yield { ...found, piece };
      }
    },
  };
}

const readsPeople: ReadonlySet<string> = new Set([
  ...proseRoles,
  'title',
  'subhead',
  'caption',
  'alt',
  'pull_quote',
  'speaker',
]);

function showsChildren({ photos }: ReadManuscript): boolean {
  return photos.some(({ showsChild }) => showsChild);
}

/** A case, and somebody under eighteen in it. */
function isChildCase({ pieces }: ReadManuscript): boolean {
  const texts = pieces.filter(({ role }) => readsPeople.has(role));
  const isCase = texts.some(
    (piece) =>
      caseWords.test(piece.text) &&
      piece.sentences.some(({ text }) => caseWords.test(text) && !preventionWords.test(text)),
  );
  return isCase && texts.some(({ text }) => minorWords.test(text) || ages(text).some((age) => age < 18));
}

function ages(text: string): number[] {
  return [...text.matchAll(/\((\d{1,2})\)|\b(?:usia|umur|berusia|berumur)\s(\d{1,2})\b|\b(\d{1,2})\stahun\b/gu)].map(
    ([, bracket, after, before]) => Number(bracket ?? after ?? before),
  );
}

const name = String.raw`\p{Lu}[\p{Ll}'’]+(?:\s(?:bin|binti|Al|Nur|\p{Lu}\.|\p{Lu}[\p{Ll}'’]+)){0,3}`;
const minor = '(?:anak|siswa|siswi|pelajar|murid|balita|bayi|bocah|remaja|santri|santriwati)';
const hides = /\b(?:inisial|berinisial|samaran|sebut saja|bukan nama sebenarnya)\b/i;
const adultAfter = /^\s*[(,]?\s*(?:berusia |usia |umur )?(?:1[89]|[2-9]\d)\b/u;

const namePatterns: readonly RegExp[] = [
  // “Putri Maharani (12)”, “Mega Lestari, 14 tahun”
  new RegExp(
    String.raw`(?<![\p{L}])(${name})(?=\s\((?:[1-9]|1[0-7])(?:\stahun)?\)|,?\s(?:berusia\s|usia\s|umur\s)?(?:[1-9]|1[0-7])\stahun)`,
    'gu',
  ),
  // “Anak 6 tahun bernama Fahri”
  new RegExp(
    String.raw`(?:${minor}|korban|Anak|Siswa|Siswi|Pelajar|Balita|Bayi|Bocah|Remaja|Korban)\b[^.;:()]{0,60}?\s(?:bernama|atas nama|yakni|yaitu|ialah)\s(${name})`,
    'gu',
  ),
  // “saksi anak, Reza Alfarizi, yang …”, “Anak saya, Nadia, masih …”
  new RegExp(
    String.raw`(?:(?<![\p{L}]\s)\b(?:Anak|Siswa|Siswi|Pelajar|Balita|Bayi|Bocah|Remaja|Santri)|\b${minor})\b(?:\sS(?:D|MP|MA|MK)[NS]?\b)?(?:\s(?:di|asal|dari)(?:\s\p{Lu}\p{L}+){1,3}|\skelas\s[IVX]{1,4}|\s[\p{Ll}\d-]+){0,6},\s(${name})(?=,|\s\()`,
    'gu',
  ),
  // “mencabuli Zahra Kamila, santri berusia 10 tahun”
  new RegExp(String.raw`\b(?:[\p{Ll}]+)\s(${name}),\s(?:seorang\s)?${minor}\b`, 'gu'),
  // “Korban perdagangan orang, Mega Lestari, 14 tahun”
  new RegExp(
    String.raw`\b[Kk]orban(?:\s\p{Ll}+){0,4},\s(${name})(?=,\s(?:siswa|siswi|pelajar|balita|bocah|remaja|(?:[1-9]|1[0-7])\stahun))`,
    'gu',
  ),
];

function* findNames({ text, role, sentences }: ReadPiece): Iterable<Found> {
  const taken = new Set<number>();
  for (const pattern of namePatterns) {
    for (const { 0: found, 1: person = '', index } of text.matchAll(pattern)) {
      const start = index + found.lastIndexOf(person);
      const end = start + person.length;
      const sentence = sentences.find((one) => one.start <= start && start < one.end);
      const before = text.slice(sentence?.start ?? 0, start);
      if (taken.has(start) || isNoPerson(person) || hides.test(before) || adultAfter.test(text.slice(end))) continue;
      taken.add(start);
      yield { start, end, reason: `“${person}” tampak sebagai nama anak dalam perkara. Tulis inisialnya saja.` };
    }
  }
  if (role === 'title') yield* findInHeadline(text);
}

const headlineName =
  /\b(?:Siswi|Siswa|Pelajar|Bocah|Balita|Santri|Santriwati|Remaja)\s((?:\p{Lu}[\p{Ll}'’]+\s?){1,4})/gu;
const verbForm = /^(?:Di|Ter|Me|Ber|Pe)\p{Ll}{3,}/u;

/** In a headline every word has a capital: a name ends where the first word of the language begins. */
function* findInHeadline(text: string): Iterable<Found> {
  for (const { 0: found, 1: words = '', index } of text.matchAll(headlineName)) {
    const own: string[] = [];
    for (const word of words.trim().split(/\s+/u)) {
      if (headlineWords.has(word) || verbForm.test(word)) break;
      own.push(word);
    }
    if (own.length === 0) continue;
    const person = own.join(' ');
    const start = index + found.indexOf(words);
    yield {
      start,
      end: start + person.length,
      reason: `“${person}” tampak sebagai nama anak dalam perkara. Hapus dari judul.`,
    };
  }
}

function isNoPerson(person: string): boolean {
  return notPersons.test(person);
}

const school =
  /\b(?:(?:SD|SMP|SMA|SMK|SLB|TK)(?:[NS]|IT)?|MTsN?|MI[NS]?|MA[NS]|MA|PAUD|Ponpes|Pondok Pesantren|Pesantren)\s(?:Negeri\s)?(?:\d{1,3}|\p{Lu}[\p{L}’'-]+)(?:\s(?:\d{1,3}|\p{Lu}[\p{L}’'-]+)){0,2}/gu;
/** Whose school it is stands just before it. */
const pupilOf =
  /\b(?:siswa|siswi|pelajar|murid|santri|santriwati|bersekolah|sekolah|duduk|belajar|anak|asal)(?:\s(?:asal|dari|di|bangku|kelas|[\divxIVX]+)){0,4}\s$/i;
const involved = /\b(?:korban|pelaku|berinisial|inisial|tersangka)\b/i;

function* findSchools({ text, role, sentences }: ReadPiece): Iterable<Found> {
  for (const { 0: found, index } of text.matchAll(school)) {
    // A headline writes every word with a capital: there a school has a number.
    if (role === 'title' && !/\d/.test(found)) continue;
    const sentence = sentences.find(({ start, end }) => start <= index && index < end);
    const around = sentence?.text ?? text;
    const isInvolved = caseWords.test(around) || involved.test(around);
    if (!isInvolved || preventionWords.test(around) || !pupilOf.test(text.slice(sentence?.start ?? 0, index))) continue;
    yield {
      start: index,
      end: index + found.length,
      reason: `Nama sekolah dapat membuka siapa anak itu. Tulis “sebuah sekolah di …” tanpa “${found}”.`,
    };
  }
}

const kin =
  '(?:[Aa]yah|[Ii]bu|[Oo]rang tua|[Bb]apak|[Kk]akak|[Aa]dik|[Pp]aman|[Bb]ibi|[Tt]ante|[Nn]enek|[Kk]akek|[Ww]ali)';
const relativePatterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\b${kin}(?:\s(?:kandung|tiri|angkat))?\s(?:korban|bocah|anak|balita|pelaku|siswi|siswa|tersebut|itu)(?:\s\p{Ll}+){0,3},\s(${name})`,
    'gu',
  ),
  new RegExp(String.raw`\b(?:[Aa]yah|[Ii]bu|[Kk]akak|[Pp]aman|[Bb]ibi|[Nn]enek|[Kk]akek)nya,\s(${name})`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}])(${name}),\s(?:seorang\s)?${kin}(?:\s(?:kandung|tiri|angkat))?\s(?:dari\s)?(?:korban|bocah|anak|balita)`,
    'gu',
  ),
  new RegExp(String.raw`\banak\s(?:kandung\s|tiri\s)?dari\s(?:pasangan\s)?(${name}(?:\sdan\s${name})?)`, 'gu'),
];

function* findRelatives({ text }: ReadPiece): Iterable<Found> {
  for (const pattern of relativePatterns) {
    for (const { 0: found, 1: person = '', index } of text.matchAll(pattern)) {
      if (isNoPerson(person)) continue;
      const start = index + found.indexOf(person);
      yield {
        start,
        end: start + person.length,
        reason: `Nama keluarga membuka siapa anak itu. Hapus “${person}”, cukup tulis hubungannya.`,
      };
    }
  }
}

const street =
  /\b(?:Jalan|Jln?\.|Gang|Gg\.|Perumahan|Perum|Kompleks?|RT\.?)\s[\p{Lu}\d][\p{L}\d]*(?:\s(?:\p{Lu}[\p{L}\d.]*|\d+)){0,7}/gu;
const livesThere = /\b(?:tinggal|beralamat|alamat|rumah|rumahnya|kediaman|berdomisili|warga)\b/i;

function* findAddresses({ text, sentences }: ReadPiece): Iterable<Found> {
  for (const { 0: found, index } of text.matchAll(street)) {
    const sentence = sentences.find(({ start, end }) => start <= index && index < end)?.text ?? text;
    if (
      !livesThere.test(sentence) ||
      !/\b(?:korban|anak|bocah|balita|siswi|siswa|pelaku|remaja|pelajar)\b/i.test(sentence)
    )
      continue;
    yield {
      start: index,
      end: index + found.length,
      reason: 'Alamat membuka siapa anak itu. Cukup tulis kecamatan atau kabupatennya.',
    };
  }
}

/** At the photo's own words, so that the panel leads there. */
function atPhoto({ pieces }: ReadManuscript, photo: CheckedPhoto, reason: string): Found & { piece?: ReadPiece } {
  const piece = pieces.find(({ place, role }) => place === photo.place && (role === 'alt' || role === 'caption'));
  return { start: 0, end: 0, reason, ...(piece !== undefined && { piece }) };
}
