import { describe, expect, test } from 'vitest';
import { sectionId } from '#lib/ids.ts';
import { completeWords } from '#lib/testing/words.ts';
import { likelyPlace, partsOf } from './parts-of.ts';
import { placesOf } from './places-of.ts';

const words = completeWords(sectionId.parse('0198a000-0000-7000-8000-000000000099'));

test('every part of the words can be pointed at, and every part is a place a note can name', () => {
  const parts = partsOf(words);
  expect(parts.map(({ place }) => place)).toEqual(expect.arrayContaining(['title', 'lead', 'body.0']));
  const places = placesOf(words).map(({ value }) => value);
  for (const { place } of parts) expect(places).toContain(place);
  expect(partsOf({ ...words, title: ' ' }).map(({ place }) => place)).not.toContain('title');
});

describe('where a return most likely points', () => {
  const places = placesOf(words);
  test('to what blocks before what changed', () => {
    expect(likelyPlace([{ field: 'lead' }], [{ field: 'title' }], places)).toBe('lead');
    expect(likelyPlace([], [{ field: 'body.0' }], places)).toBe('body.0');
  });
  test('to the whole where neither is a place', () => {
    expect(likelyPlace([{ field: 'agencyId' }], [{ field: 'body.99' }], places)).toBe('');
  });
});
