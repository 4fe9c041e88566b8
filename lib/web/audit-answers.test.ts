import { afterEach, expect, test } from 'vitest';
import { forgetTries, takeTry } from '#lib/accounts/throttle.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice } from '#lib/testing/newsroom.ts';
import { auditFile } from './audit-answers.ts';

testDatabase();
afterEach(forgetTries);

test('an auditor takes the log along as a file, and after many of them is asked to wait', async () => {
  const { auditor, portalId } = await anOffice();
  const ask = () =>
    auditFile(
      auditor,
      new Request('https://warta.example/x', { method: 'POST', body: new URLSearchParams({ portal: portalId }) }),
    );
  const file = await ask();
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(await file.text()).toContain('peristiwa');
  for (let more = 1; more < 10; more += 1)
    expect(takeTry([{ kind: 'auditExport', of: auditor.userId }])).toBeUndefined();
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(await refused.text()).toMatch(/^Anda sudah berkali-kali mengunduh jejak audit. Coba lagi \d+ menit lagi\.\n$/);
});
