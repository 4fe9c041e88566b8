import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '#lib/errors.ts';
import { browserFlags, installedBrowser } from '../browser.ts';
import { median } from './table.ts';

/** What Lighthouse says of a page on its simulated cheap phone. Scores 0–100, times in milliseconds. */
export type LighthouseFinding = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  largestPaint: number;
  shift: number;
  blocking: number;
};

const score = z.object({ score: z.number().transform((value) => Math.round(value * 100)) });
const value = z.object({ numericValue: z.number() });
const report = z.object({
  categories: z.object({ performance: score, accessibility: score, 'best-practices': score, seo: score }),
  audits: z.object({
    'largest-contentful-paint': value,
    'cumulative-layout-shift': value,
    'total-blocking-time': value,
  }),
});

/**
 * The program of Lighthouse: named by LIGHTHOUSE_PATH or installed beside us. It is no dependency of
 * ours, being larger than all that we test with: `npm install --no-save lighthouse@13.5.0`.
 */
export function findLighthouse(): string | undefined {
  const named = process.env.LIGHTHOUSE_PATH;
  if (named) return named;
  try {
    return join(dirname(createRequire(import.meta.url).resolve('lighthouse/package.json')), 'cli', 'index.js');
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Looks of which the middle one counts: in any one of them the browser may have been busy with itself. */
const looks = 3;
/** Looks that Lighthouse itself may give up, as it does now and then when the browser starts slowly. */
const mostGivenUp = 3;

/** Lets Lighthouse look at a page several times; of each figure the median. */
export async function askLighthouse(program: string, address: string): Promise<LighthouseFinding> {
  const found: LighthouseFinding[] = [];
  for (let tries = 0; found.length < looks && tries < looks + mostGivenUp; tries += 1) {
    const one = await lookOnce(program, address);
    if (one !== undefined) found.push(one);
  }
  if (found.length < looks) throw new Error(`Lighthouse gave up at ${address}`);
  const middle = (name: keyof LighthouseFinding) => median(found.map((one) => one[name]));
  return {
    performance: middle('performance'),
    accessibility: middle('accessibility'),
    bestPractices: middle('bestPractices'),
    seo: middle('seo'),
    largestPaint: middle('largestPaint'),
    shift: middle('shift'),
    blocking: middle('blocking'),
  };
}

/** Undefined when Lighthouse gave up. */
async function lookOnce(program: string, address: string): Promise<LighthouseFinding | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-lighthouse-'));
  const output = join(folder, 'laporan.json');
  try {
    const flags = ['--headless=new', ...browserFlags].join(' ');
    const parts = [address, '--output=json', `--output-path=${output}`, '--quiet', `--chrome-flags=${flags}`];
    // The demo is not to be found by search engines, on purpose; whether a page may be is not its merit.
    const code = await runQuietly(program, [...parts, '--skip-audits=is-crawlable', '--no-enable-error-reporting']);
    if (code !== 0) return undefined;
    const { categories, audits } = report.parse(JSON.parse(await readFile(output, 'utf8')));
    return {
      performance: categories.performance.score,
      accessibility: categories.accessibility.score,
      bestPractices: categories['best-practices'].score,
      seo: categories.seo.score,
      largestPaint: audits['largest-contentful-paint'].numericValue,
      shift: audits['cumulative-layout-shift'].numericValue,
      blocking: audits['total-blocking-time'].numericValue,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runQuietly(program: string, parts: readonly string[]): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const child = spawn(process.execPath, [program, ...parts], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROME_PATH: installedBrowser() ?? '' },
  });
  child.on('error', () => resolve(null));
  child.on('close', resolve);
  return promise;
}
