import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';
import { reportPathSetting, type TestReport } from './test-report.ts';

/**
 * A reporter of Vitest. Its own one for JSON says nothing of errors that no test owns (a promise that nobody
 * awaited, a file that does not load), and these fail a run as well.
 */
export default class TestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const path = process.env[reportPathSetting];
    if (path === undefined) throw new Error(`${reportPathSetting} is not set`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(reportOf(modules, unhandled)));
  }
}

function reportOf(modules: readonly TestModule[], unhandled: readonly SerializedError[]): TestReport {
  const failures: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const module of modules) {
    const errors = [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())];
    failed += errors.length;
    failures.push(...errors.map((error) => told(module.relativeModuleId, error)));
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') passed += 1;
      if (result.state !== 'failed') continue;
      failed += 1;
      failures.push(told(`${module.relativeModuleId} > ${test.fullName}`, result.errors[0]));
    }
  }
  failed += unhandled.length;
  failures.push(...unhandled.map((error) => told('Galat di luar uji', error)));
  return { passed, failed, failures };
}

/** The place in a line, below it the message and where it was thrown, since the output above may be long gone. */
function told(place: string, error: Pick<SerializedError, 'message' | 'stack'> | undefined): string {
  const lines = `${error?.stack ?? error?.message ?? ''}`.split('\n').filter((line) => !line.includes('node_modules'));
  return [place, ...lines.slice(0, linesOfAnError).map((line) => `    ${line.trim()}`)].join('\n');
}

const linesOfAnError = 8;
