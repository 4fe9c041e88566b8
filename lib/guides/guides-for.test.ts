import { expect, test } from 'vitest';
import { allGuides } from './guides.ts';
import { firstStepsOf, guidesByRole } from './guides-for.ts';

const guides = await allGuides();

test('a contributor meets the guides for writing first and can read all others', () => {
  const { own, others } = guidesByRole(guides, ['contributor']);
  expect(own[0]?.slug).toBe('kontributor');
  expect(others.map(({ slug }) => slug)).toEqual(['redaktur', 'admin']);
});

test('somebody without a role finds everything among the others', () => {
  const { own, others } = guidesByRole(guides, []);
  expect(own).toEqual([]);
  expect(others).toHaveLength(guides.length);
});

test('first steps of several roles come once each', () => {
  const steps = firstStepsOf(guides, ['contributor', 'contributor', 'verifier']);
  expect(new Set(steps.map(({ href }) => href)).size).toBe(steps.length);
  expect(steps[0]).toEqual({ href: '/redaksi/bantuan/kontributor#membuat-naskah', title: 'Membuat naskah' });
});
