import { describe, expect, test } from 'vitest';
import { begunName, mentionedIn, peopleNamed } from './mentions.ts';

const people = [
  { id: '1', name: 'Dewi Lestari', role: 'Kontributor' },
  { id: '2', name: 'Maria Ulfa', role: 'Redaktur' },
  { id: '3', name: 'Ulfa Dewanti', role: 'Pimpinan' },
];

describe('calling somebody by name', () => {
  test('begins with a sign at the beginning of a word', () => {
    expect(begunName('Mohon @Mar', 10)).toEqual({ start: 6, name: 'Mar' });
    expect(begunName('Mohon @Maria Ul', 15)).toEqual({ start: 6, name: 'Maria Ul' });
    expect(begunName('surel a@contoh', 14)).toBeUndefined();
    expect(begunName('@Maria Ulfa mohon dicek ', 24)).toBeUndefined();
    expect(begunName('tanpa nama', 10)).toBeUndefined();
  });

  test('offers people by any part of their name, and nobody who is named already', () => {
    expect(peopleNamed(people, 'ulfa').map(({ id }) => id)).toEqual(['2', '3']);
    expect(peopleNamed(people, 'de').map(({ id }) => id)).toEqual(['1', '3']);
    expect(peopleNamed(people, 'Maria Ulfa')).toEqual([]);
  });

  test('calls those whose whole name stands in the text', () => {
    expect(mentionedIn('@Maria Ulfa dan @Dewi, mohon dicek', people)).toEqual(['2']);
  });
});
