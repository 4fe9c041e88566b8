import { expect, test } from 'vitest';
import type { BuildDifference, ReadManifest } from '#lib/integrity/build-manifest.ts';
import { stepBeforeStart } from './build-if-stale.ts';

const list = { kind: 'list', files: {}, packages: {}, isSealed: true } as const;
const none = { kind: 'none' } as const;
const forged = { kind: 'forged' } as const;
const page = { path: '.next/server/app/page.js', what: 'changed' } as const;
const source = { path: 'lib/config.ts', what: 'changed' } as const;
const guide = { path: 'docs/panduan/admin.md', what: 'changed' } as const;
const foreign = { path: 'public/slot.html', what: 'added' } as const;

test('a newsroom starts with exactly what was built and listed, and refuses the rest', () => {
  const real = (isFresh: boolean, manifest: ReadManifest, ...differences: BuildDifference[]) =>
    stepBeforeStart({ isReal: true, isFresh, manifest, mayBeWritten: true, differences });
  expect(real(true, list)).toBe('serve');
  // Another Node, the same files.
  expect(real(false, list)).toBe('build');
  for (const isFresh of [true, false]) expect(real(isFresh, none)).toBe('refuse');
  expect(real(true, forged)).toBe('refuse');
  for (const difference of [page, source, foreign]) {
    expect(real(true, list, difference)).toBe('refuse');
    expect(real(false, list, difference)).toBe('refuse');
  }
});

test('a list without seal is worth something only where this process could not have written it', () => {
  const start = (mayBeWritten: boolean) =>
    stepBeforeStart({
      ...{ isReal: true, isFresh: true, differences: [], mayBeWritten },
      manifest: { ...list, isSealed: false },
    });
  expect(start(false)).toBe('serve');
  expect(start(true)).toBe('refuse');
});

test('the demo builds anew what was changed, and only lists what pages are not made of', () => {
  const demo = (isFresh: boolean, manifest: ReadManifest, ...differences: BuildDifference[]) =>
    stepBeforeStart({ isReal: false, isFresh, manifest, mayBeWritten: true, differences });
  expect(demo(true, list)).toBe('serve');
  expect(demo(true, none)).toBe('list');
  expect(demo(false, list, source)).toBe('build');
  expect(demo(true, list, guide)).toBe('list');
  expect(demo(true, list, page)).toBe('build');
});
