import { expect, test } from 'vitest';
import type { BuildDifference, ReadManifest } from '#lib/integrity/build-manifest.ts';
import { stepBeforeStart } from './build-if-stale.ts';

const list = { kind: 'list', files: {}, isSealed: true } as const;
const none = { kind: 'none' } as const;
const forged = { kind: 'forged' } as const;
const page = { path: '.next/server/app/page.js', what: 'changed' } as const;
const source = { path: 'lib/config.ts', what: 'changed' } as const;
const guide = { path: 'docs/panduan/admin.md', what: 'changed' } as const;
const foreign = { path: 'public/slot.html', what: 'added' } as const;

test('a newsroom starts with exactly what was built, builds what was never built, and refuses the rest', () => {
  const real = (isFresh: boolean, manifest: ReadManifest, ...differences: BuildDifference[]) =>
    stepBeforeStart({ isReal: true, isFresh, manifest, differences });
  expect(real(true, list)).toBe('serve');
  // Another Node, the same files.
  expect(real(false, list)).toBe('build');
  expect(real(true, none)).toBe('build');
  expect(real(true, forged)).toBe('refuse');
  for (const difference of [page, source, foreign]) {
    expect(real(true, list, difference)).toBe('refuse');
    expect(real(false, list, difference)).toBe('refuse');
  }
});

test('the demo builds anew what was changed, and only lists what pages are not made of', () => {
  const demo = (isFresh: boolean, manifest: ReadManifest, ...differences: BuildDifference[]) =>
    stepBeforeStart({ isReal: false, isFresh, manifest, differences });
  expect(demo(true, list)).toBe('serve');
  expect(demo(true, none)).toBe('list');
  expect(demo(false, list, source)).toBe('build');
  expect(demo(true, list, guide)).toBe('list');
  expect(demo(true, list, page)).toBe('build');
});
