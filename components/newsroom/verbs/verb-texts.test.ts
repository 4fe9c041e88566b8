import { describe, expect, it } from 'vitest';
import { verbInputs } from '#lib/newsroom/verb-inputs.ts';
import { verbs, workflow } from '#lib/newsroom/workflow.ts';
import { buttonsFor, verbButtons } from './verb-texts.ts';

/** Verbs that have no button: the editor itself, the system's own, the placement's form, and those of later issues. */
const without = ['edit', 'supersede', 'publish_due', 'place', 'schedule', 'unschedule', 'archive', 'unarchive'];

describe('the buttons of the verbs', () => {
  it('stand for every verb a person can carry out here, each joined to a schema', () => {
    const drawn = new Set(verbButtons.map(({ verb }) => verb));
    expect(new Set(verbs.filter((verb) => !drawn.has(verb)))).toEqual(new Set(without));
    for (const { name } of verbButtons) expect(Object.keys(verbInputs)).toContain(name);
  });

  it('show only what is allowed', () => {
    expect(buttonsFor(['submit', 'edit']).map(({ id }) => id)).toEqual(['submit']);
    expect(buttonsFor(['approve']).map(({ label }) => label)).toEqual(['Setujui dan terbitkan', 'Setujui']);
    expect(buttonsFor([])).toEqual([]);
  });

  it('lead to the editor only from verbs after which somebody may write', () => {
    for (const { verb, next } of verbButtons.filter((button) => button.next === 'draft')) {
      const { to } = workflow[verb];
      expect([next, to === 'stays' || to === 'draft' || to === 'in_editing']).toEqual(['draft', true]);
    }
  });
});
