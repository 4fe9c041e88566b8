import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '#lib/data-folder.ts';
import { say, sayWhy, seconds } from './say.ts';
import { reportPathSetting, type TestReport, testReport } from './test-report.ts';

/** What a step found: tests that passed and failed. A step without tests counts only its own failure. */
export type Outcome = Pick<TestReport, 'passed' | 'failed'> & Partial<Pick<TestReport, 'failures'>>;

/** One line of the list that `npm test` works through. */
export type Step = {
  name: string;
  run(): Promise<Outcome>;
  /** Later steps make no sense without this one. */
  required?: boolean;
};

const reports = 'test-results';

/** What became of a step; `outcome` is undefined for one that an earlier one kept from running. */
export type Worked = { name: string; seconds: number; outcome: Outcome | undefined };

/**
 * Works through the steps in order, tells each result, and ends with the line `N passed, N failed`.
 * Everything that can still be tried is tried, so that one run shows all there is to mend.
 */
export async function workThrough(steps: readonly Step[]): Promise<Worked[]> {
  const begun = performance.now();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const total: Outcome = { passed: 0, failed: 0 };
  const summary: string[] = [];
  const failures: string[] = [];
  const worked: Worked[] = [];
  for (const [index, step] of steps.entries()) {
    const from = performance.now();
    say(`\n── ${index + 1}/${steps.length} ${step.name} ──`);
    const outcome = await attempt(step);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    failures.push(...(outcome.failures ?? []));
    worked.push({ name: step.name, seconds: (performance.now() - from) / 1000, outcome });
    const tests = outcome.passed + outcome.failed > 1 ? `, ${outcome.passed} lulus, ${outcome.failed} gagal` : '';
    summary.push(`${outcome.failed === 0 ? '✓' : '✗'} ${step.name} (${seconds(from)}${tests})`);
    if (outcome.failed > 0 && step.required) {
      for (const later of steps.slice(index + 1)) {
        summary.push(`- ${later.name} (tidak dijalankan)`);
        worked.push({ name: later.name, seconds: 0, outcome: undefined });
      }
      break;
    }
  }
  say(`\n── Ringkasan, ${seconds(begun)} ──`);
  for (const line of summary) say(line);
  for (const failure of failures) say(`\n✗ ${failure}`);
  say(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
  return worked;
}

async function attempt(step: Step): Promise<Outcome> {
  try {
    return await step.run();
  } catch (error) {
    sayWhy(error, step.name);
    return { passed: 0, failed: 1 };
  }
}

/** A step that is one program: it fails as a whole or not at all. */
export function program(
  name: string,
  command: string,
  parts: readonly string[],
  options: Pick<Step, 'required'> = {},
): Step {
  return {
    name,
    ...options,
    run: async () => ({ passed: 0, failed: (await node(command, parts)) === 0 ? 0 : 1 }),
  };
}

/**
 * Unit and integration tests, on a real PostgreSQL.
 *
 * @param parts which of them, as Vitest takes it: a project, files
 */
export function vitestStep(name: string, parts: readonly string[], environment: Record<string, string> = {}): Step {
  const report = join(reports, `vitest-${parts.join('-').replace(/\W+/g, '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=./commands/vitest-reporter.ts'];
  return {
    name: `${name} (Vitest, PostgreSQL)`,
    run: async () => {
      const code = await node('vitest', ['run', ...parts, ...reporters], {
        ...environment,
        [reportPathSetting]: report,
      });
      return counted('Vitest', code, await readReport(report, testReport));
    },
  };
}

/**
 * The built application in a real browser.
 *
 * @param project of playwright.config.ts
 */
export function playwrightStep(name: string, project: 'flows' | 'screens', findBrowser: () => Promise<string>): Step {
  const report = join(reports, `playwright-${project}.json`);
  return {
    name: `${name} (Playwright, Chromium)`,
    run: async () => {
      const browser = await findBrowser();
      say(`Peramban: ${browser}`);
      const code = await node('playwright', ['test', `--project=${project}`, '--reporter=list,json'], {
        CHROMIUM_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      });
      return counted('Playwright', code, await readReport(report, playwrightReport));
    },
  };
}

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.int(),
  tests: z.array(z.object({ status: z.string() })),
});
type PlaywrightSuite = { specs: z.infer<typeof playwrightSpec>[]; suites: PlaywrightSuite[] };
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(playwrightSpec).default([]),
  suites: z.lazy(() => z.array(playwrightSuite)).default([]),
});
const playwrightReport = z
  .object({
    stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
    suites: z.array(playwrightSuite),
  })
  .transform(
    ({ stats, suites }): TestReport => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      failures: suites.flatMap(failedSpecs),
    }),
  );

function failedSpecs({ suites, specs }: PlaywrightSuite): string[] {
  const failed = specs.filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'));
  return [...failed.map(({ file, line, title }) => `${file}:${line} > ${title}`), ...suites.flatMap(failedSpecs)];
}

async function readReport(path: string, shape: z.ZodType<TestReport>): Promise<TestReport | undefined> {
  const text = await readIfThere(path);
  return text === undefined ? undefined : shape.parse(JSON.parse(text));
}

/** A runner that ended badly without a failure that it names (no report, killed) is a failure too. */
function counted(runner: string, code: number | null, report: TestReport | undefined): Outcome {
  if (report === undefined) return { passed: 0, failed: 1, failures: [`${runner} berakhir tanpa laporan (${code})`] };
  if (code === 0 || report.failed > 0) return report;
  return { ...report, failed: 1, failures: [`${runner} berakhir dengan ${code}, tetapi tidak menyebut kegagalan`] };
}

/** Runs an installed program with this Node. */
function node(
  name: string,
  parts: readonly string[],
  environment: Record<string, string> = {},
): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const path = join(import.meta.dirname, '..', 'node_modules', '.bin', name);
  const child = spawn(process.execPath, [path, ...parts], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  child.on('error', () => resolve(null));
  child.on('close', resolve);
  return promise;
}
