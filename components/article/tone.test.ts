import { expect, test } from 'vitest';
import { toneClass, tones } from './tone.ts';

test('each tone is nearest to itself', () => {
  expect(tones.map(toneClass)).toEqual(tones.map((_, index) => `tone-${index}`));
});

test.each([
  ['river green', '#35553a', 'tone-10'],
  ['night', '#101418', 'tone-0'],
  ['sky', '#7aa4bd', 'tone-14'],
  ['dusk over the bridge, in capitals', '#A4563D', 'tone-8'],
])('%s', (_name, colour, expected) => {
  expect(toneClass(colour)).toBe(expected);
});

test.each([null, '', 'green', '#12345', '"><script>'])('%j has the neutral tone', (colour) => {
  expect(toneClass(colour)).toBe('tone-3');
});
