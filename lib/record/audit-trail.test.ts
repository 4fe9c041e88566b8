import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { articles, events, namedPeople } from '#db/schema/index.ts';
import { addReason } from '#lib/administration/reasons.ts';
import { useClock } from '#lib/clock.ts';
import { returnEdition } from '#lib/newsroom/publishing.ts';
import { listedReasons } from '#lib/newsroom/return-reasons.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  type Office,
  withRole,
} from '#lib/testing/newsroom.ts';
import { auditTrail } from './audit-trail.ts';
import { recordEvent } from './events.ts';
import { exportTrail } from './trail-export.ts';
import { trailFileName, trailFilterOf, trailQuery } from './trail-filter.ts';

testDatabase();

const asked = (given: Record<string, string> = {}) => trailFilterOf(given);
const labelsOf = async (office: Office, given: Record<string, string> = {}) =>
  (await auditTrail(office.auditor, asked({ portal: office.portalId, ...given }))).rows.map(({ label }) => label);

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

describe('the audit trail', () => {
  test('tells an auditor everything, newest first, each entry with what it changed', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office, { words: { title: 'Puskesmas buka Sabtu' } });
    await returnEdition(office.editor, { ...editing, reasonCode: 'language', note: 'Kalimatnya terlalu panjang.' });
    const { rows, olderThan } = await auditTrail(office.auditor, asked({ portal: office.portalId }));
    const own = rows.filter(({ article }) => article !== null);
    expect(own.map(({ label }) => label)).toEqual(['Kembalikan', 'Ambil untuk disunting', 'Ajukan', 'Mulai naskah']);
    expect(own[0]).toMatchObject({
      by: office.editor.name,
      role: 'editor',
      words: ['Disunting → Dikembalikan', 'Alasan: Bahasa'],
      article: { id: editing.articleId, title: 'Puskesmas buka Sabtu', number: 1 },
    });
    expect(olderThan).toBeNull();
  });

  test('words the reason of a return as the portal does, one of its own list too', async () => {
    const office = await anOffice();
    await addReason(office.admin, { portalId: office.portalId, label: 'Belum ada persetujuan Sekda' });
    const own = (await listedReasons(database(), office.portalId)).find(({ isBuiltIn }) => !isBuiltIn);
    const editing = await anArticleInEditing(office);
    await returnEdition(office.editor, { ...editing, reasonCode: own?.code ?? '', note: 'Mintalah lebih dahulu.' });
    const { rows } = await auditTrail(office.auditor, asked({ portal: office.portalId, peristiwa: 'return' }));
    expect(rows.map(({ words }) => words)).toEqual([
      ['Disunting → Dikembalikan', 'Alasan: Belum ada persetujuan Sekda'],
    ]);
  });

  test('is narrowed by person, verb, article, agency and period', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const other = await aDraft(office, { by: office.colleague });
    expect(await labelsOf(office, { orang: office.colleague.userId })).toEqual(['Mulai naskah']);
    expect(await labelsOf(office, { peristiwa: 'claim' })).toEqual(['Ambil untuk disunting']);
    expect(await labelsOf(office, { naskah: other.articleId })).toEqual(['Mulai naskah']);
    expect(
      await labelsOf(office, { naskah: `https://warta.example/berita/${live.slug}?a=1`, peristiwa: 'submit' }),
    ).toEqual(['Ajukan']);
    expect(await labelsOf(office, { opd: office.agencyId, peristiwa: 'create' })).toHaveLength(2);
    expect(await labelsOf(office, { dari: '2020-01-01', sampai: '2020-01-31' })).toEqual([]);
    const unknown = await auditTrail(office.auditor, asked({ portal: office.portalId, naskah: 'tidak-ada' }));
    expect([unknown.rows, unknown.isArticleUnknown]).toEqual([[], true]);
  });

  test('counts days in the zone of the portal', async () => {
    const office = await anOffice();
    const back = useClock(() => new Date('2026-01-13T16:30:00Z'));
    await aDraft(office);
    back();
    expect(await labelsOf(office, { dari: '2026-01-14', sampai: '2026-01-14' })).toEqual(['Mulai naskah']);
    expect(await labelsOf(office, { dari: '2026-01-13', sampai: '2026-01-13' })).toEqual([]);
  });

  test('finds what was done to a person, and what nobody did', async () => {
    const office = await anOffice();
    const told = (subjectId: Office['editor']['userId'] | undefined, actorId: Office['admin']['userId'] | null) =>
      transaction((tx) =>
        recordEvent(tx, {
          ...{ portalId: office.portalId, actorId, actorRole: null, verb: 'grant_role', detail: { role: 'editor' } },
          ...(subjectId !== undefined && { subjectId }),
        }),
      );
    await told(office.editor.userId, office.admin.userId);
    await told(undefined, null);
    const ofEditor = await auditTrail(office.auditor, asked({ portal: office.portalId, orang: office.editor.userId }));
    expect(ofEditor.rows.map(({ by, words }) => [by, words])).toEqual([
      [office.admin.name, [`Tentang ${office.editor.name}`, 'Peran: Redaktur']],
    ]);
    const ofNobody = await auditTrail(
      office.auditor,
      asked({ portal: office.portalId, orang: 'system', peristiwa: 'grant_role' }),
    );
    expect(ofNobody.rows.map(({ by }) => by)).toEqual(['sistem']);
  });

  test('goes on page by page without losing or repeating an entry', async () => {
    const office = await anOffice();
    for (let made = 0; made < 60; made += 1) {
      await transaction((tx) =>
        recordEvent(tx, {
          portalId: office.portalId,
          actorId: office.admin.userId,
          actorRole: 'admin',
          verb: 'rename_topic',
        }),
      );
    }
    const first = await auditTrail(office.auditor, asked({ portal: office.portalId, peristiwa: 'rename_topic' }));
    const second = await auditTrail(
      office.auditor,
      asked({ portal: office.portalId, peristiwa: 'rename_topic', sebelum: String(first.olderThan) }),
    );
    const seqs = [...first.rows, ...second.rows].map(({ seq }) => seq);
    expect([first.rows.length, second.rows.length, second.olderThan]).toEqual([50, 10, null]);
    expect(new Set(seqs).size).toBe(60);
    expect(seqs).toEqual(seqs.toSorted((one, other) => other - one));
  });
});

describe('who reads it', () => {
  test('auditors, managing editors and admins of the portal; nobody else finds it', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const filter = asked({ portal: office.portalId });
    for (const actor of [office.auditor, office.managingEditor, office.admin]) {
      expect((await auditTrail(actor, filter)).portal.id).toBe(office.portalId);
    }
    const strangers = [
      office.contributor,
      office.verifier,
      office.leader,
      office.editor,
      elsewhere.auditor,
      elsewhere.admin,
    ];
    for (const actor of strangers) {
      await expect(auditTrail(actor, filter)).rejects.toMatchObject({ code: 'not_found' });
      await expect(exportTrail(actor, filter)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('an entry of another portal is in nobody’s log', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const foreign = await aDraft(elsewhere);
    const { rows } = await auditTrail(office.auditor, asked({ portal: office.portalId, naskah: foreign.articleId }));
    expect(rows).toEqual([]);
  });

  test('what concerns the whole install is told to auditors and admins', async () => {
    const office = await anOffice();
    await transaction((tx) =>
      recordEvent(tx, { portalId: null, actorId: null, actorRole: null, verb: 'reseal_cards' }),
    );
    const seen = async (actor: Office['auditor']) =>
      (await auditTrail(actor, asked({ portal: office.portalId, peristiwa: 'reseal_cards' }))).rows.length > 0;
    expect([await seen(office.auditor), await seen(office.admin), await seen(office.managingEditor)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('a confidential draft is told to auditors and named managing editors only', async () => {
    const office = await anOffice();
    const draft = await aDraft(office, { words: { title: 'Rahasia' } });
    await database().update(articles).set({ isConfidential: true }).where(sql`${articles.id} = ${draft.articleId}`);
    const filter = asked({ portal: office.portalId, naskah: draft.articleId });
    const count = async (actor: Office['auditor']) => (await auditTrail(actor, filter)).rows.length;
    expect([await count(office.auditor), await count(office.managingEditor), await count(office.admin)]).toEqual([
      1, 0, 0,
    ]);
    await database().insert(namedPeople).values({ articleId: draft.articleId, userId: office.managingEditor.userId });
    expect(await count(office.managingEditor)).toBe(1);
  });

  test('an admin reads no title that readers have not had; one who audits too does', async () => {
    const office = await anOffice();
    const waiting = await aSubmittedArticle(office, { words: { title: 'Belum terbit' } });
    const live = await aPublishedArticle(office, { words: { title: 'Sudah terbit' } });
    const titles = async (actor: Office['auditor']) => {
      const found = (await auditTrail(actor, asked({ portal: office.portalId, peristiwa: 'submit' }))).rows;
      return [waiting, live].map(
        ({ articleId }) => found.find(({ article }) => article?.id === articleId)?.article?.title,
      );
    };
    expect(await titles(office.admin)).toEqual(['', 'Sudah terbit']);
    expect(await titles(await withRole(office.admin, 'auditor', office))).toEqual(['Belum terbit', 'Sudah terbit']);
  });
});

describe('the file', () => {
  test('holds what the filter shows, begins no formula, and is an entry itself', async () => {
    const office = await anOffice();
    await aDraft(office, { words: { title: '=HYPERLINK("http://jahat.example")' } });
    const filter = asked({ portal: office.portalId, peristiwa: 'create', dari: '2020-01-01' });
    const { fileName, parts } = await exportTrail(office.auditor, filter);
    expect(fileName).toBe('jejak-audit-mulai-naskah-dari-2020-01-01.csv');
    const lines = (await textOf(parts)).split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF"nomor";"waktu"/);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://jahat.example"")"`);
    const [entry] = await database()
      .select()
      .from(events)
      .where(sql`verb = 'export_audit_trail' and portal_id = ${office.portalId}`);
    expect(entry).toMatchObject({
      actorId: office.auditor.userId,
      actorRole: 'auditor',
      detail: { filter: { peristiwa: 'create', dari: '2020-01-01' } },
    });
  });

  test('looking leaves no entry', async () => {
    const office = await anOffice();
    const count = () => database().$count(events);
    const before = await count();
    await auditTrail(office.auditor, asked({ portal: office.portalId }));
    expect(await count()).toBe(before);
  });
});

test('an address is read as far as it can be meant, and written again', () => {
  const hostile = trailFilterOf({
    ...{
      peristiwa: 'drop_table',
      orang: "' or 1=1",
      opd: 'x',
      dari: '2026-13-01',
      sampai: '2026-01-31',
      sebelum: '-5',
    },
    naskah: ['a', 'b'],
  });
  expect(hostile).toMatchObject({
    verb: undefined,
    person: undefined,
    agency: undefined,
    from: undefined,
    before: undefined,
  });
  expect(trailQuery(hostile)).toBe('sampai=2026-01-31');
  expect(trailFileName({ ...hostile, person: 'system', article: '../../etc' })).toBe(
    'jejak-audit-sistem-satu-naskah-sampai-2026-01-31.csv',
  );
});
