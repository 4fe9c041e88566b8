import { expect, test } from 'vitest';
import { verbs } from '../newsroom/workflow.ts';
import { eventGroups, eventLabel, namedEvent } from './event-labels.ts';

test('every verb of the workflow has its name', () => {
  expect(verbs.filter((verb) => namedEvent(verb) === undefined)).toEqual([]);
});

test('no verb stands in two groups, and no two are called alike within one', () => {
  const all = eventGroups.flatMap(({ labels }) => Object.keys(labels));
  expect(new Set(all).size).toBe(all.length);
  for (const { labels } of eventGroups) expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length);
});

test('a verb without a name is shown as it is', () => {
  expect([eventLabel('publish'), eventLabel('sesuatu_lain')]).toEqual(['Terbitkan', 'sesuatu_lain']);
});
