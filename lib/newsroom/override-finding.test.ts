import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { checkFindings, events } from '#db/schema/index.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  anArticleInEditing,
  anOffice,
  aSubmittedArticle,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { findingsForActor } from './edition-checks.ts';
import { subjectOf } from './judgement.ts';
import { overrideFinding } from './override-finding.ts';
import { approve, publishNow } from './publishing.ts';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const nik = { lead: 'Penerima memakai NIK 6472015203900004 saat mendaftar di loket dinas.' };
const reason = 'Nomor contoh dari formulir, bukan milik seseorang.';

async function openFinding(articleId: Parameters<typeof findingsForActor>[1]) {
  const finding = (await findingsForActor(office.editor, articleId)).find(({ severity }) => severity === 'judgement');
  if (finding === undefined) throw new Error('There is nothing to judge.');
  return { rule: finding.rule, subject: subjectOf(finding) };
}

describe('a finding left to judgement', () => {
  test('lets the words be submitted, and keeps them from approval and the fast lane', async () => {
    const editing = await anArticleInEditing(office, { words: nik });
    const codes = await issueCodes(approve(office.editor, { ...editing, outcome: 'wait' }));
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^judgement_/);
    const fast = { ...editing, fastLaneReason: 'disaster' as const, reason: 'Air sungai naik cepat malam ini.' };
    expect(await issueCodes(publishNow(office.editor, fast))).toEqual(codes);
  });

  test('is out of the way once it is mended', async () => {
    const editing = await anArticleInEditing(office, { words: nik });
    const version = await type(office.editor, editing.editionId, readyWords(office));
    expect(await issueCodes(approve(office.editor, { ...editing, version, outcome: 'wait' }))).toEqual([]);
  });

  test('is let pass by an editor with a reason on record', async () => {
    const editing = await anArticleInEditing(office, { words: nik });
    const finding = await openFinding(editing.articleId);
    await overrideFinding(office.editor, { editionId: editing.editionId, ...finding, reason });
    expect((await findingsForActor(office.editor, editing.articleId)).map(({ rule }) => rule)).not.toContain(
      finding.rule,
    );
    const told = await database().select().from(events).where(eq(events.verb, 'override_finding'));
    expect(told).toMatchObject([{ editionId: editing.editionId, detail: { rule: finding.rule, reason } }]);
    expect(JSON.stringify(told)).not.toContain('6472015203900004');
    expect(await issueCodes(approve(office.editor, { ...editing, outcome: 'wait' }))).toEqual([]);
  });

  test('is nothing for writers to let pass, nor what is not found or was let pass before', async () => {
    const { articleId, editionId } = await aSubmittedArticle(office, { words: nik });
    const finding = await openFinding(articleId);
    expect(await refusal(overrideFinding(office.contributor, { editionId, ...finding, reason }))).toBe('not_allowed');
    expect(await refusal(overrideFinding(office.editor, { editionId, ...finding, subject: 'lain', reason }))).toBe(
      'conflict',
    );
    await overrideFinding(office.managingEditor, { editionId, ...finding, reason });
    expect(await refusal(overrideFinding(office.editor, { editionId, ...finding, reason }))).toBe('conflict');
  });
});

test('what the checks still find is remembered at submission, for the submitter', async () => {
  const { editionId } = await aSubmittedArticle(office, {
    words: { lead: 'Semua aktifitas dipindah ke dermaga baru.' },
  });
  const rows = await database().select().from(checkFindings).where(eq(checkFindings.editionId, editionId));
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ userId }) => userId))).toEqual(new Set([office.contributor.userId]));
});
