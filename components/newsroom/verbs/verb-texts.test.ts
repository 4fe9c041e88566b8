import { describe, expect, it } from 'vitest';
import { verbInputs } from '#lib/newsroom/verb-inputs.ts';
import { verbs, workflow } from '#lib/newsroom/workflow.ts';
import { buttonsFor, mainOf, verbButtons } from './verb-texts.ts';

/** Verbs that have no button: the editor itself, the system's own, the placement's form. */
const without = ['edit', 'supersede', 'publish_due', 'place'];

describe('the buttons of the verbs', () => {
  it('stand for every verb a person can carry out here, each joined to a schema', () => {
    const drawn = new Set(verbButtons.map(({ verb }) => verb));
    expect(new Set(verbs.filter((verb) => !drawn.has(verb)))).toEqual(new Set(without));
    for (const { name } of verbButtons) expect(Object.keys(verbInputs)).toContain(name);
  });

  it('show only what is allowed', () => {
    expect(buttonsFor(['submit', 'edit']).map(({ id }) => id)).toEqual(['submit']);
    expect(buttonsFor(['approve']).map(({ label }) => label)).toEqual([
      'Setujui dan terbitkan',
      'Setujui dan jadwalkan',
      'Setujui',
    ]);
    expect(buttonsFor(['schedule']).map(({ label }) => label)).toEqual(['Jadwalkan']);
    expect(buttonsFor(['schedule', 'unschedule']).map(({ label }) => label)).toEqual([
      'Ubah jadwal',
      'Batalkan jadwal',
    ]);
    expect(buttonsFor([])).toEqual([]);
  });

  it('put what ends a wait before what begins anew, where a phone has room for one', () => {
    const main = (...allowed: Parameters<typeof buttonsFor>[0]) => mainOf(buttonsFor(allowed))?.label;
    expect(main('claim', 'confirm', 'return')).toBe('Setuju dengan suntingan');
    expect(main('claim', 'return', 'publish_now')).toBe('Ambil untuk disunting');
    expect(main('approve', 'return')).toBe('Setujui dan terbitkan');
    expect(main('return')).toBeUndefined();
  });

  it('lead to the editor only from verbs after which somebody may write', () => {
    for (const { verb, next } of verbButtons.filter((button) => button.next === 'draft')) {
      const { to } = workflow[verb];
      expect([next, to === 'stays' || to === 'draft' || to === 'in_editing']).toEqual(['draft', true]);
    }
  });
});
