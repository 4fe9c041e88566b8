import type { IntruderScene, Visitor } from './intruder-visitors.ts';

export type Ids = IntruderScene['ids'];
export type Fields = Readonly<Record<string, string | File>>;

/** A server action: what it is sent, and whose right it is. Everybody else is refused. */
export type Door = {
  fields(ids: Ids): Fields;
  /** Not sent for them: it is theirs, or it would do something that only touches themselves. */
  may: readonly Visitor[];
  /** Answers as if it were done: what cannot be touched is left out, or told of line by line. */
  isQuiet?: true;
};

const nobody: readonly Visitor[] = [];
export const desk = ['editor', 'managingEditor'] as const;
export const admin = ['admin'] as const;
export const keepers = [...desk, ...admin] as const;
/** Admins and managing editors of another portal run the same install. */
export const operators = ['admin', 'managingEditor', 'elsewhereAdmin', 'elsewhereEditor'] as const;
export const settlers = ['admin', 'managingEditor'] as const;
/** What is one's own, or reads what readers have. */
export const everybody: readonly Visitor[] = [
  ...['writer', 'leader', 'auditor', 'admin', 'editor', 'managingEditor', 'foreignWriter'],
  ...['foreignVerifier', 'foreignLeader', 'elsewhereAdmin', 'elsewhereEditor'],
] as Visitor[];

export const door = (fields: Door['fields'], may: readonly Visitor[] = nobody): Door => ({ fields, may });
export const quiet = (it: Door): Door => ({ ...it, isQuiet: true });
export const csv = (text: string) => new File([text], 'daftar.csv', { type: 'text/csv' });
export const reason = 'Percobaan yang harus ditolak sistem.';
export const tomorrow = '2027-03-01T08:00:00+08:00';

export const draft =
  (more: (ids: Ids) => Fields = () => ({})) =>
  (ids: Ids): Fields => ({ editionId: ids['draft'] ?? '', version: ids['draftVersion'] ?? '', ...more(ids) });
export const live =
  (more: (ids: Ids) => Fields = () => ({})) =>
  (ids: Ids): Fields => ({ editionId: ids['live'] ?? '', version: ids['liveVersion'] ?? '', ...more(ids) });
export const waiting =
  (more: (ids: Ids) => Fields = () => ({})) =>
  (ids: Ids): Fields => ({ editionId: ids['submitted'] ?? '', version: ids['submittedVersion'] ?? '', ...more(ids) });
export const one =
  (field: string, id: string, more: Fields = {}) =>
  (ids: Ids): Fields => ({
    [field]: ids[id] ?? '',
    ...more,
  });
export const versioned = (field: string, id: string, more: Fields = {}) => one(field, id, { version: '1', ...more });
export const portal = (more: Fields = {}) => one('portalId', 'portalId', more);
export const items =
  (which: 'submitted' | 'live') =>
  (more: Fields = {}) =>
  (ids: Ids): Fields => ({
    items: `${ids[which]}.${ids[`${which}Version`]}.-`,
    ...more,
  });

export const agencyFields = {
  ...{ name: 'Dinas Palsu', shortName: 'Palsu', slug: 'dinas-palsu', kind: 'department', headName: '', headTitle: '' },
  ...{ address: '', phone: '', email: '', verifyWithinMinutes: '240' },
};
export const personFields = { name: 'Orang Palsu', email: 'palsu@contoh.example', phone: '' };
export const facts = { caption: 'x', credit: 'x', terms: '', takenOn: '', takenAt: '', rightsUntil: '' };
export const contact = { name: 'Palsu', outlet: 'Palsu', email: '', phone: '', note: '' };
export const regulation = { kind: 'Perda', number: '9', year: '2024', subject: 'Palsu' };
export const figure = { label: 'Palsu', value: '1', asOf: '', source: 'Palsu' };
export const plainWord = { expression: 'palsu', plain: 'palsu', note: '' };
export const post = { title: 'Palsu', fromDay: '', untilDay: '' };
export const targets = { verify: '10', claim: '10', edit: '10', confirm: '10' };
