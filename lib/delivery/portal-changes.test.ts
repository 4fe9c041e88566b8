import { expect, test } from 'vitest';
import { isBehind, isOutdated, mayStandIn, newChanges, noteChanges } from './portal-changes.ts';

const article = { names: ['article:a'], generation: 5 };
const front = { names: ['front'], generation: 5 };

test('a page without a changed name is only behind', () => {
  const changes = newChanges(5);
  noteChanges(changes, 6, ['front', 'article:b']);
  expect([isBehind(article, changes), isOutdated(article, changes)]).toEqual([true, false]);
  expect(isOutdated(front, changes)).toBe(true);
});

test('a page rendered after the change is fresh', () => {
  const changes = newChanges(5);
  noteChanges(changes, 6, ['article:a']);
  const later = { ...article, generation: 6 };
  expect([isBehind(later, changes), isOutdated(later, changes)]).toEqual([false, false]);
});

test('a change of the site outdates every page', () => {
  const changes = newChanges(5);
  noteChanges(changes, 6, ['site']);
  expect([article, front].map((page) => isOutdated(page, changes))).toEqual([true, true]);
});

test('a changed article never stands in for its successor; a list does, unless something was taken down', () => {
  const changes = newChanges(5);
  noteChanges(changes, 6, ['front', 'article:a']);
  expect(mayStandIn(article, changes)).toBe(false);
  expect(mayStandIn(front, changes)).toBe(true);
  changes.takedown = 6;
  expect(mayStandIn(front, changes)).toBe(false);
  expect(mayStandIn({ names: ['agency:x'], generation: 5 }, changes)).toBe(true);
});

test('when too many names are remembered, everything counts as changed', () => {
  const changes = newChanges(5);
  noteChanges(
    changes,
    6,
    Array.from({ length: 20_001 }, (_, n) => `article:${n}`),
  );
  expect(changes.names.size).toBe(0);
  expect(isOutdated(article, changes)).toBe(true);
});
