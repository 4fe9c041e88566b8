import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportPathSetting, type TestReport, testReport } from './test-report.ts';

let folder: string;
let report: TestReport;

const files = {
  'failing.test.js': `
    describe('sums', () => {
      it('fails', () => expect(1).toBe(2));
      it('passes', () => expect(1).toBe(1));
    });`,
  'not-awaited.test.js': `
    it('leaves a promise alone', () => {
      Promise.reject(new Error('nobody waits for this'));
    });`,
  'not-there.test.js': "import './not-there.js';",
  'hook.test.js': "beforeAll(() => { throw new Error('from the hook'); }); it('never begins', () => {});",
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ruang-warta-laporan-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
  const reporter = join(import.meta.dirname, 'vitest-reporter.ts');
  const path = join(folder, 'report.json');
  spawnSync(process.execPath, [vitest, 'run', '--root', folder, '--globals', `--reporter=${reporter}`], {
    env: { ...process.env, [reportPathSetting]: path },
  });
  report = testReport.parse(JSON.parse(readFileSync(path, 'utf8')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a failed test is named with its place and what it said', () => {
  expect(report.failures.find((failure) => failure.startsWith('failing.test.js > sums > fails'))).toContain(
    'expected 1 to be 2',
  );
});

test.each([
  ['a file that does not load', 'not-there.test.js', 'not-there.js'],
  ['a hook that throws', 'hook.test.js', 'from the hook'],
  ['what no test waits for', 'Galat di luar uji', 'nobody waits for this'],
])('%s is a failure as well', (_, place, message) => {
  expect(report.failures.find((failure) => failure.startsWith(place))).toContain(message);
});

test('passed and failed are counted', () => {
  expect(report).toMatchObject({ passed: 2, failed: report.failures.length });
});
