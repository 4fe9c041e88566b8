import { describe, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import type { ReturnReason } from '#db/schema/enums.ts';
import { useClock } from '#lib/clock.ts';
import { pieceRules } from '#lib/language/rules/all-rules.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aSubmittedArticle, type Office } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { ownCoaching } from './coaching.ts';
import { trendOf } from './coaching-trend.ts';
import { keepFindings } from './findings-kept.ts';
import { returnEdition } from './publishing.ts';

testDatabase();

const today = new Date('2026-11-22T03:00:00Z');

/** Submits an article and has it returned, on a day. */
async function aReturn(office: Office, day: string, reasonCode: ReturnReason) {
  const putBack = useClock(() => new Date(`${day}T02:00:00Z`));
  try {
    const submitted = await aSubmittedArticle(office);
    await returnEdition(office.editor, { ...submitted, reasonCode, note: 'Periksa lagi, lalu ajukan kembali.' });
    return submitted.editionId;
  } finally {
    putBack();
  }
}

describe('the page of coaching', () => {
  test('names the three most frequent reasons of the last six months and what to do', async () => {
    const office = await anOffice();
    await aReturn(office, '2026-04-01', 'duplicate');
    const reasons = ['language', 'language', 'title_or_lead', 'language', 'title_or_lead', 'incomplete_facts'] as const;
    for (const reason of reasons) await aReturn(office, '2026-09-10', reason);
    await aReturn(office, '2026-10-10', 'source_or_quote');
    await aReturn(office, '2026-10-11', 'incomplete_facts');
    const coaching = await ownCoaching(office.contributor, today);
    expect(coaching.reasons.map(({ reason, count }) => [reason, count])).toEqual([
      ['language', 3],
      ['incomplete_facts', 2],
      ['title_or_lead', 2],
    ]);
    expect(coaching.reasons[0]?.advice).toContain('30 kata');
    expect(coaching).toMatchObject({ submitted: 8, returned: 8, findings: [] });
  });

  test('tells of rules that found something in two editions, from the last submission of each', async () => {
    const office = await anOffice();
    const [rule] = pieceRules;
    const [one, two] = [
      await aReturn(office, '2026-10-01', 'language'),
      await aReturn(office, '2026-10-02', 'language'),
    ];
    const keep = (edition: typeof one, ...rules: string[]) =>
      transaction((tx) =>
        keepFindings(
          tx,
          edition,
          office.contributor.userId,
          rules.map((id) => ({ rule: id })),
        ),
      );
    const id = rule?.id ?? 'a_rule_of_yesterday';
    await keep(one, id, id, id, 'once');
    await keep(one, id, id);
    await keep(two, id, 'a_rule_of_yesterday');
    const { findings } = await ownCoaching(office.contributor);
    expect(findings).toEqual(rule === undefined ? [] : [{ rule: id, title: rule.title, count: 3, editions: 2 }]);
    await keep(two);
    expect((await ownCoaching(office.contributor)).findings).toEqual([]);
  });

  test('is everyone’s own: a colleague’s is empty, and who writes for no agency has none', async () => {
    const office = await anOffice();
    await aReturn(office, '2026-10-01', 'language');
    expect(await ownCoaching(office.colleague, today)).toMatchObject({ submitted: 0, returned: 0, reasons: [] });
    for (const other of [office.editor, office.managingEditor, office.admin, office.auditor, office.leader]) {
      expect(await refusal(ownCoaching(other, today))).toBe('not_found');
    }
  });
});

describe('the trend', () => {
  const half = (submitted: number, returned: number, findings = 0) => ({ submitted, returned, findings });

  test('compares three months with the three before', () => {
    expect(trendOf(half(10, 5), half(8, 2))).toEqual([
      'Tiga bulan terakhir 2 dari 8 naskah yang Anda ajukan dikembalikan; tiga bulan sebelumnya 5 dari 10. Naskah Anda makin jarang dikembalikan. Pertahankan.',
    ]);
    expect(trendOf(half(10, 1), half(8, 2))[0]).toContain('lebih sering');
    expect(trendOf(half(4, 1), half(8, 2))[0]).toContain('sama seperti sebelumnya');
    expect(trendOf(half(4, 0), half(8, 0))[0]).toContain('Tidak ada yang dikembalikan');
  });

  test('says nothing of too few', () => {
    expect(trendOf(half(2, 2), half(8, 1))[0]).toContain('belum cukup banyak');
    expect(trendOf(half(9, 2), half(0, 0))).toEqual(['Tiga bulan terakhir Anda belum mengajukan naskah.']);
  });

  test('tells of findings where both halves have them', () => {
    expect(trendOf(half(4, 0, 20), half(4, 0, 10))[1]).toBe(
      'Temuan pemeriksaan saat diajukan rata-rata 2,5 per naskah, sebelumnya 5. Naskah Anda makin bersih.',
    );
    expect(trendOf(half(4, 0, 10), half(4, 0, 20))[1]).toContain('Periksa panel sekali lagi');
    expect(trendOf(half(4, 0), half(4, 0, 20))).toHaveLength(1);
  });
});
