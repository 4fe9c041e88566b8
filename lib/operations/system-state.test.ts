import { afterEach, beforeAll, expect, test } from 'vitest';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, type Office } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { figures, forgetFigures } from './figures.ts';
import { systemState } from './system-state.ts';

testConfiguration();
testDatabase();
let office: Office;
beforeAll(async () => {
  office = await anOffice();
});
afterEach(forgetFigures);

test('who runs the install and auditors see how it is; for everybody else there is no such page', async () => {
  for (const actor of [office.admin, office.managingEditor, office.auditor]) {
    const { checks, failed, processes } = await systemState(actor);
    expect(checks.map(({ name }) => name)).toContain('rounds');
    expect([failed, processes.jobs]).toEqual([[], 0]);
  }
  for (const actor of [office.contributor, office.verifier, office.leader, office.editor])
    expect(await refusal(systemState(actor))).toBe('not_found');
});

test('the rows are read once for all who ask within a quarter of a minute', async () => {
  const first = figures();
  expect(figures()).toBe(first);
  await first;
  forgetFigures();
  const second = figures();
  expect(second).not.toBe(first);
  await second;
});
