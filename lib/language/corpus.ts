import { articleKinds } from '../../db/schema/enums.ts';
import type { CheckedPhoto, Manuscript, Piece, PieceRole, Span } from './manuscript.ts';
import { readMarks } from './marked-text.ts';
import { emptyReference, type HeldPost, type Reference } from './reference.ts';

/** Words that a finding is to overlap. */
export type Fault = Span & { place: string; part: string; text: string };

/** A written sample: an article of some lines, and what the rules of its family are to say of it. */
export type Sample = {
  /** Where it begins in its file. */
  line: number;
  source: string;
  manuscript: Manuscript;
  reference: Reference;
  faults: readonly Fault[];
  /** Rules that are to find something missing. */
  missing: readonly string[];
};

type Growing = Omit<Sample, 'faults' | 'missing' | 'manuscript' | 'reference'> & {
  manuscript: Manuscript & { pieces: Piece[]; photos: CheckedPhoto[] };
  reference: Reference;
  faults: Fault[];
  missing: string[];
  blocks: number;
};

/** Reads a file of samples; its format stands in corpus/README.md. */
export function readCorpus(text: string): Sample[] {
  const samples: Sample[] = [];
  let lines: string[] = [];
  let from = 1;
  const close = () => {
    if (lines.length > 0) samples.push(readSample(lines, from));
    lines = [];
  };
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.startsWith('#')) continue;
    if (line.trim() === '') close();
    else {
      if (lines.length === 0) from = index + 1;
      lines.push(line);
    }
  }
  close();
  return samples;
}

const usualDay = '2026-11-22';

function readSample(lines: readonly string[], line: number): Sample {
  const sample: Growing = {
    line,
    source: lines.join('\n'),
    manuscript: {
      kind: 'news',
      pieces: [],
      photos: [],
      datelinePlace: '',
      eventDate: null,
      regencies: [],
      sponsored: false,
      sourceCount: 0,
      venue: '',
    },
    reference: emptyReference(usualDay),
    faults: [],
    missing: [],
    blocks: 0,
  };
  for (const one of lines) readLine(one, sample);
  return sample;
}

const field = /^([a-z_]+): *(.*)$/u;

function readLine(line: string, sample: Growing): void {
  const [, name = '', value = ''] = field.exec(line) ?? [];
  const read = fields.get(name);
  if (read === undefined) addBlock(sample, 'paragraph', line);
  else read(value, sample);
}

/** Adds a piece and remembers its marks. */
function addPiece(sample: Growing, place: string, part: string, role: PieceRole, source: string): string {
  const { text, links, italics, faults } = readMarks(source);
  sample.manuscript.pieces.push({ place, part, role, text, links, italics });
  for (const { start, end } of faults) {
    sample.faults.push({ place, part, start, end, text: text.slice(start, end) });
  }
  return text;
}

function addBlock(sample: Growing, role: PieceRole, source: string): string {
  const place = `body.${sample.blocks}`;
  sample.blocks += 1;
  addPiece(sample, place, '', role, source);
  return place;
}

type ReadField = (value: string, sample: Growing) => unknown;

const partsOf = (value: string) => value.split('|').map((part) => part.trim());
const orNull = (value: string | undefined) => (value === undefined || value === '' ? null : value);

const fields: ReadonlyMap<string, ReadField> = new Map<string, ReadField>([
  ['judul', (value, sample) => addPiece(sample, 'title', '', 'title', value)],
  ['teras', (value, sample) => addPiece(sample, 'lead', '', 'lead', value)],
  ['ringkasan', (value, sample) => addPiece(sample, 'summary', '', 'summary', value)],
  ['subjudul', (value, sample) => addBlock(sample, 'subhead', value)],
  ['butir', (value, sample) => addBlock(sample, 'list_item', value)],
  ['kutipan', addQuote],
  ['foto', addPhoto],
  ['tempat', (value, sample) => state(sample, { datelinePlace: value })],
  ['tanggal', (value, sample) => state(sample, { eventDate: value })],
  ['jenis', (value, sample) => state(sample, { kind: kindOf(value) })],
  ['kabupaten', (value, sample) => state(sample, { regencies: value.split(/, */u) })],
  ['tempat_acara', (value, sample) => state(sample, { venue: value })],
  ['sumber', (value, sample) => state(sample, { sourceCount: Number(value) })],
  ['advertorial', (value, sample) => state(sample, { sponsored: value === 'ya' })],
  ['hari_ini', (value, sample) => extend(sample, { today: value })],
  ['orang', addPerson],
  ['instansi', addAgency],
  ['nama', (value, sample) => extend(sample, { houseNames: [...sample.reference.houseNames, value] })],
  ['wilayah', (value, sample) => extend(sample, { places: value.split(/, */u) })],
  ['kamus', addWord],
  ['kata_mudah', addPlainWord],
  ['angka', addFigure],
  ['peraturan', addRegulation],
  ['kurang', (value, { missing }) => missing.push(value)],
]);

function state(sample: Growing, facts: Partial<Manuscript>): void {
  Object.assign(sample.manuscript, facts);
}

function kindOf(value: string): Manuscript['kind'] {
  const kind = articleKinds.find((one) => one === value);
  if (kind === undefined) throw new Error(`There is no kind of article “${value}”.`);
  return kind;
}

function addQuote(value: string, sample: Growing): void {
  const [text = '', by = ''] = value.split(/ — (?!.* — )/u);
  const place = addBlock(sample, 'quote', text);
  const [speaker = '', ...role] = by.split(/, */u);
  if (speaker !== '') addPiece(sample, place, 'speaker', 'speaker', speaker);
  if (role.length > 0) addPiece(sample, place, 'role', 'speaker_role', role.join(', '));
}

function addPhoto(value: string, sample: Growing): void {
  const parts = new Map(
    partsOf(value).map((part) => {
      const [name = '', ...rest] = part.split('=');
      return [name, rest.join('=')];
    }),
  );
  const isCover = sample.manuscript.photos.length === 0;
  const place = isCover ? 'cover' : `body.${sample.blocks}`;
  if (!isCover) sample.blocks += 1;
  const add = (part: 'alt' | 'caption' | 'credit', source = '') =>
    source === '' ? '' : addPiece(sample, place, part, part, source);
  sample.manuscript.photos.push({
    place,
    alt: add('alt', parts.get('alt')),
    caption: add('caption', parts.get('keterangan')),
    credit: add('credit', parts.get('kredit')),
    decorative: parts.has('dekoratif'),
    ...(parts.has('anak') && { showsChild: parts.get('anak') !== 'tidak' }),
    ...(parts.has('izin') && { hasConsent: parts.get('izin') !== 'tidak' }),
    ...(parts.has('hak') && { rightsUntil: orNull(parts.get('hak')) }),
  });
}

function extend(sample: Growing, more: Partial<Reference>): void {
  sample.reference = { ...sample.reference, ...more };
}

function addPerson(value: string, sample: Growing): void {
  const [name = '', title = '', agency = '', acting = '', from, until] = partsOf(value);
  const post: HeldPost = { title, agency, isActing: acting !== '', from: orNull(from), until: orNull(until) };
  const known = sample.reference.people.find((person) => person.name === name);
  const others = sample.reference.people.filter((person) => person !== known);
  const posts = [...(known?.posts ?? []), ...(title === '' ? [] : [post])];
  extend(sample, { people: [...others, { name, posts }] });
}

function addAgency(value: string, sample: Growing): void {
  const [name = '', shortName = ''] = partsOf(value);
  extend(sample, { agencies: [...sample.reference.agencies, { name, shortName }] });
}

function addWord(value: string, sample: Growing): void {
  const [word = '', suggestions] = value.split(/ *= */u);
  const answer = suggestions === undefined ? null : suggestions.split(/, */u).filter(Boolean);
  extend(sample, { dictionary: new Map(sample.reference.dictionary).set(word, answer) });
}

function addPlainWord(value: string, sample: Growing): void {
  const [expression = '', plain = '', note = ''] = partsOf(value);
  extend(sample, { plainWords: [...sample.reference.plainWords, { expression, plain, note }] });
}

function addFigure(value: string, sample: Growing): void {
  const [label = '', figure = '', asOf, source = ''] = partsOf(value);
  const one = { label, value: figure, asOf: orNull(asOf), source };
  extend(sample, { figures: [...sample.reference.figures, one] });
}

function addRegulation(value: string, sample: Growing): void {
  const [kind = '', number = '', year = '', subject = '', state] = partsOf(value);
  const one = { kind, number, year: Number(year), subject, isVerified: state !== 'belum diverifikasi' };
  extend(sample, { regulations: [...sample.reference.regulations, one] });
}
