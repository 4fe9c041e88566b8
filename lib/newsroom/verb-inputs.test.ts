import { describe, expect, test } from 'vitest';
import { fastLaneReasons, returnReasons } from '#db/schema/enums.ts';
import { verbInputs } from './verb-inputs.ts';

const uuid = (count: number) => `00000000-0000-4000-8000-00000000000${count}`;
const target = { editionId: uuid(1), version: '3' };
const reason = 'Sumber belum disebut.';
const placed = { ...target, slug: 'imunisasi-sabtu', sectionId: uuid(2) };

type Name = keyof typeof verbInputs;

/** `path: sentence` of everything refused. */
function refused(name: Name, input: unknown): string[] {
  const parsed = verbInputs[name].safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

/** What a form sends for each verb, at the least. */
const least: { [Verb in Name]: object } = {
  submit: target,
  withdraw: target,
  verify: target,
  claim: target,
  release: target,
  takeOver: target,
  return: { ...target, reasonCode: 'source_or_quote', note: reason },
  reject: { ...target, reasonCode: 'duplicate', note: reason },
  approve: { ...target, outcome: 'publish' },
  confirm: target,
  publish: target,
  schedule: { ...target, scheduledFor: '2026-01-14T10:30:00+08:00' },
  unschedule: target,
  publishNow: { ...target, fastLaneReason: 'disaster', reason },
  secondReview: target,
  startEdition: { ...target, changeType: 'minor' },
  retract: { ...target, reason },
  reviewRetraction: target,
  archive: target,
  unarchive: target,
  merge: { ...target, otherId: uuid(7), otherVersion: '2' },
  moveToAgency: { ...target, agencyId: uuid(4) },
  restore: target,
  discard: target,
  undiscard: target,
  place: placed,
  chooseFront: { portalId: uuid(5), slot: 'lead', articleId: uuid(6), until: '2026-01-14T10:30:00+08:00' },
  clearFront: { portalId: uuid(5), slot: 'second_2' },
  coWriter: { editionId: uuid(1), userId: uuid(3) },
  createPreviewLink: { editionId: uuid(1), guestName: 'Narasumber', days: '3', mayComment: 'on' },
  revokePreviewLink: { linkId: uuid(2) },
  overrideFinding: { editionId: uuid(1), rule: 'minor_named', subject: 'budi', reason },
  createArticle: { agencyId: uuid(4) },
  draftFromEvent: { agencyId: uuid(4), eventId: uuid(6) },
  copyArticle: { articleId: uuid(6) },
};
const all = Object.entries(least);
const ofEditions = all.filter(([, input]) => 'version' in input);

function isName(name: string): name is Name {
  return name in verbInputs;
}

function sentencesFor(name: string, input: unknown): string[] {
  if (!isName(name)) throw new Error(`There is no verb ${name}.`);
  return refused(name, input);
}

describe('every verb', () => {
  test.each(all)('%s takes what its form sends', (name, input) => {
    expect(sentencesFor(name, input)).toEqual([]);
  });

  test.each(all)('%s takes nothing else', (name, input) => {
    expect(sentencesFor(name, { ...input, actorId: uuid(9) })).toEqual([
      ': Kiriman ini tidak dikenali. Muat ulang halaman ini, lalu ulangi.',
    ]);
    expect(sentencesFor(name, null)).toHaveLength(1);
    expect(sentencesFor(name, [input])).toHaveLength(1);
  });

  test.each(ofEditions)('%s asks which edition and which version', (name, input) => {
    const reload = 'version: Muat ulang halaman ini, lalu ulangi.';
    for (const version of [undefined, '', 'satu', '0', '-1', '1.5', ['3', '4'], {}]) {
      expect(sentencesFor(name, { ...input, version })).toContain(reload);
    }
    for (const editionId of [undefined, '', 'naskah', `${uuid(1)}'`, [uuid(1)]]) {
      expect(sentencesFor(name, { ...input, editionId })).toContain('editionId: Pengenal tidak dikenali.');
    }
  });

  test('no sentence is English', () => {
    for (const [name, input] of all) {
      for (const field of [
        ...Object.keys(input),
        'kind',
        'pinnedUntil',
        'topicIds',
        'hidesTitle',
        'publicNote',
        'place',
      ]) {
        for (const value of [{}, Number.NaN, 'x'.repeat(9_000), ['a', 'b'], null]) {
          for (const sentence of sentencesFor(name, { ...input, [field]: value })) {
            expect(sentence).not.toMatch(/invalid|expected|received|required|too (big|small)|unrecognized/i);
          }
        }
      }
    }
  });
});

describe('each refusal and its sentence', () => {
  test.each<[Name, object, string]>([
    ['return', { reasonCode: 'Suasana hati' }, 'reasonCode: Pilih alasan pengembalian.'],
    ['return', { note: 'kurang' }, 'note: Tunjuk tempatnya di naskah, atau tulis catatan paling sedikit 10 huruf.'],
    ['return', { note: '          ' }, 'note: Tunjuk tempatnya di naskah, atau tulis catatan paling sedikit 10 huruf.'],
    ['return', { note: 'a'.repeat(1001) }, 'note: Catatan terlalu panjang: paling banyak 1000 karakter.'],
    ['return', { place: 'a'.repeat(81) }, 'place: Tempat terlalu panjang: paling banyak 80 karakter.'],
    ['reject', { reasonCode: '' }, 'reasonCode: Pilih alasan penolakan.'],
    ['approve', { outcome: 'later' }, 'outcome: Pilih apa yang terjadi setelah disetujui.'],
    ['approve', { outcome: 'schedule' }, 'scheduledFor: Pilih tanggal dan jam terbit.'],
    ['schedule', { scheduledFor: '2026-01-14T10:30' }, 'scheduledFor: Pilih tanggal dan jam terbit.'],
    ['publishNow', { fastLaneReason: 'hurry' }, 'fastLaneReason: Pilih alasan jalur cepat.'],
    ['publishNow', { reason: '' }, 'reason: Tulis alasannya, paling sedikit 10 huruf.'],
    ['startEdition', { changeType: 'rewrite' }, 'changeType: Pilih jenis perubahan.'],
    [
      'startEdition',
      { changeType: 'correction', publicNote: ' ' },
      'publicNote: Tulis catatan perubahan yang akan dibaca warga.',
    ],
    ['retract', { reason: 'salah' }, 'reason: Tulis alasannya, paling sedikit 10 huruf.'],
    [
      'retract',
      { hidesTitle: 'maybe' },
      'hidesTitle: Pilihan ini tidak dikenali. Muat ulang halaman ini, lalu ulangi.',
    ],
    ['place', { slug: 'a--b' }, 'slug: Alamat hanya boleh berisi huruf kecil, angka, dan tanda hubung di antara kata.'],
    [
      'place',
      { slug: '../redaksi' },
      'slug: Alamat hanya boleh berisi huruf kecil, angka, dan tanda hubung di antara kata.',
    ],
    ['place', { slug: 'a'.repeat(101) }, 'slug: Alamat terlalu panjang: paling banyak 100 karakter.'],
    ['place', { sectionId: '' }, 'sectionId: Pengenal tidak dikenali.'],
    ['place', { topicIds: Array(9).fill(uuid(5)) }, 'topicIds: Paling banyak 8 topik.'],
    ['place', { relatedIds: Array(7).fill(uuid(5)) }, 'relatedIds: Paling banyak 6 artikel terkait.'],
    ['place', { pinnedUntil: 'besok' }, 'pinnedUntil: Pilih tanggal dan jam akhir sematan.'],
    ['place', { pinnedUntil: '2026-01-14T10:00' }, 'pinnedUntil: Pilih tanggal dan jam akhir sematan.'],
    ['chooseFront', { until: '' }, 'until: Pilih tanggal dan jam akhirnya.'],
    ['clearFront', { slot: 'third' }, 'slot: Pilih tempatnya di halaman depan.'],
    ['createArticle', { kind: 'hoax_clarification' }, 'kind: Pilih jenis naskah.'],
    ['coWriter', { userId: 'ani' }, 'userId: Pengenal tidak dikenali.'],
  ])('%s %j', (name, changes, sentence) => {
    expect(refused(name, { ...least[name], ...changes })).toEqual([sentence]);
  });
});

describe('what comes out', () => {
  test('numbers, moments and ticked boxes', () => {
    expect(verbInputs.submit.parse(target)).toEqual({ editionId: uuid(1), version: 3 });
    expect(verbInputs.retract.parse({ ...target, reason, hidesTitle: 'true' }).hidesTitle).toBe(true);
    expect(verbInputs.retract.parse({ ...target, reason }).hidesTitle).toBe(false);
    const pinned = verbInputs.place.parse({ ...placed, pinnedUntil: '2026-01-14T10:00:00+08:00' });
    expect(pinned.pinnedUntil).toEqual(new Date('2026-01-14T02:00:00Z'));
    expect(verbInputs.place.parse({ ...placed, pinnedUntil: '' }).pinnedUntil).toBeNull();
  });

  test('a list that came as nothing, one, or several', () => {
    const topicsOf = (topicIds: unknown) => verbInputs.place.parse({ ...placed, topicIds }).topicIds;
    expect(topicsOf(undefined)).toEqual([]);
    expect(topicsOf(uuid(5))).toEqual([uuid(5)]);
    expect(topicsOf([uuid(5), uuid(6)])).toEqual([uuid(5), uuid(6)]);
  });

  test('every reason of the lists is taken', () => {
    expect(refused('return', { ...target, reasonCode: 'language', place: 'body.3' })).toEqual([]);
    for (const reasonCode of returnReasons) expect(refused('return', { ...least.return, reasonCode })).toEqual([]);
    for (const fastLaneReason of fastLaneReasons) {
      expect(refused('publishNow', { ...least.publishNow, fastLaneReason })).toEqual([]);
    }
  });

  test('an address is written in small letters', () => {
    expect(verbInputs.place.parse({ ...placed, slug: ' Imunisasi-Sabtu ' }).slug).toBe('imunisasi-sabtu');
  });
});
