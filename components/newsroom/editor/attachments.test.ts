import { expect, test } from 'vitest';
import { assetId } from '#lib/ids.ts';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { moved, withAttachment } from './attachments.ts';

const document = (count: number) => ({
  assetId: assetId.parse(`00000000-0000-4000-8000-0000000000${String(count).padStart(2, '0')}`),
  assetHash: 'a'.repeat(64),
});

test('a new document stands at the end, and its title is for a person to write', () => {
  const [one, two] = [document(1), document(2)];
  expect(withAttachment(withAttachment([], one), two)).toEqual([
    { ...one, title: '' },
    { ...two, title: '' },
  ]);
});

test('the same document stands there once, with the title it has', () => {
  const titled = [{ ...document(1), title: 'Surat edaran' }];
  expect(withAttachment(titled, document(1))).toEqual(titled);
});

test('no more stand there than an article takes', () => {
  const full = Array.from({ length: fieldLimits.attachments }, (_, count) => ({ ...document(count), title: 'x' }));
  expect(withAttachment(full, document(99))).toEqual(full);
});

test('an entry moves one place, and stays at either end', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
