import { describe, expect, test } from 'vitest';
import { speakersFor } from './speakers.ts';

const people = [
  { name: 'Dewi Anggraini', post: 'Kepala Dinas Pasar' },
  { name: 'Sari Dewi', post: 'Camat Sambutan' },
  { name: 'Bram Adewira', post: 'Lurah' },
];
const names = (typed: string) => speakersFor(people, typed).map(({ name }) => name);

describe('people offered as speakers', () => {
  test('whose name begins with what was typed come first', () => {
    expect(names('dewi')).toEqual(['Dewi Anggraini', 'Sari Dewi', 'Bram Adewira']);
  });

  test('are found by their post', () => {
    expect(names('camat')).toEqual(['Sari Dewi']);
  });

  test('are the first of all before anything is typed', () => {
    expect(names(' ')).toHaveLength(3);
    expect(speakersFor(Array(9).fill(people[0]), '')).toHaveLength(6);
  });

  test('are none once the name stands there whole', () => {
    expect(names('Sari Dewi')).toEqual([]);
    expect(names('Orang lain')).toEqual([]);
  });
});
