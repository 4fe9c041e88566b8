import { expect, test } from 'vitest';
import { boundedMap } from './bounded-map.ts';

test('forgets what was not asked for the longest when the room is used up', () => {
  const map = boundedMap<string>(16, (text) => text.length);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) map.set(key, key.repeat(2));
  map.get('a');
  map.set('i', 'ii');
  expect(map.get('b')).toBeUndefined();
  expect(map.get('a')).toBe('aa');
  expect(map.weight()).toBe(16);
});

test('what was just put in stays, though everything else is asked for', () => {
  const map = boundedMap<string>(3);
  for (const key of ['a', 'b', 'c']) {
    map.set(key, key);
    map.get(key);
  }
  map.set('d', 'd');
  expect(map.get('d')).toBe('d');
  expect([...map.entries()]).toEqual([
    ['b', 'b'],
    ['c', 'c'],
    ['d', 'd'],
  ]);
  expect([...map.values()]).toEqual(['b', 'c', 'd']);
});

test('does not let one large thing push everything else out', () => {
  const map = boundedMap<string>(16, (text) => text.length);
  map.set('a', 'aa');
  map.set('large', 'x'.repeat(12));
  expect(map.get('large')).toBeUndefined();
  expect(map.get('a')).toBe('aa');
});

test('replacing and deleting give the room back', () => {
  const map = boundedMap<string>(16, (text) => text.length);
  map.set('a', 'aa');
  map.set('a', 'b');
  expect(map.weight()).toBe(1);
  map.delete('a');
  map.delete('a');
  expect(map.weight()).toBe(0);
});
