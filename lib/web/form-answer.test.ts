import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conflict, invalid, notAllowed, notFound } from '#lib/errors.ts';
import { answerForm } from './form-answer.ts';

const schema = z.strictObject({
  name: z.string().min(1, 'Isi nama.'),
  password: z.string().optional(),
  boxes: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
});

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const good = formOf([
  ['name', 'Siti'],
  ['password', 'rahasia sekali'],
  ['$ACTION_ID_7f', ''],
]);
const run = (form: FormData, work: () => Promise<object> = async () => ({}), fromHere = true) =>
  answerForm(form, fromHere, schema, work);

describe('a form', () => {
  it('reaches its verb as the schema made it, without what Next adds', async () => {
    let seen: unknown;
    await answerForm(good, true, schema, async (input) => {
      seen = input;
      return {};
    });
    expect(seen).toEqual({ name: 'Siti', password: 'rahasia sekali' });
  });

  it('is told what was done, or where to go', async () => {
    expect(await run(good, async () => ({ message: 'Tersimpan.', result: { id: 1 } }))).toEqual({
      state: { status: 'done', message: 'Tersimpan.', issues: [], values: {}, result: { id: 1 } },
    });
    expect(await run(good, async () => ({ goTo: '/redaksi' }))).toEqual({ goTo: '/redaksi' });
  });

  it('keeps what was typed when something is wrong, but never a password', async () => {
    const answer = await run(
      formOf([
        ['name', ''],
        ['password', 'rahasia sekali'],
      ]),
    );
    expect(answer).toMatchObject({
      state: { status: 'invalid', issues: [{ field: 'name', text: 'Isi nama.' }], values: { name: '' } },
    });
    expect(JSON.stringify(answer)).not.toContain('rahasia sekali');
  });

  it.each([
    [
      [
        ['name', 'Siti'],
        ['isAdmin', 'on'],
      ],
    ],
    [
      [
        ['name', 'Siti'],
        ['name', 'Rahma'],
      ],
    ],
    [
      [
        ['name', 'Siti'],
        ['__proto__', 'x'],
      ],
    ],
    [[['name[]', 'Siti']]],
  ] satisfies [[string, string][]][])('is refused with more, fewer or doubled fields: %j', async (fields) => {
    expect(await run(formOf(fields))).toMatchObject({ state: { status: 'invalid' } });
  });

  it('may send a list where one is asked for', async () => {
    let seen: unknown;
    await answerForm(
      formOf([
        ['name', 'x'],
        ['boxes', 'a'],
        ['boxes', 'b'],
      ]),
      true,
      schema,
      async (input) => {
        seen = input.boxes;
        return {};
      },
    );
    expect(seen).toEqual(['a', 'b']);
  });

  it('is not taken from another site', async () => {
    let ran = false;
    const work = async () => {
      ran = true;
      return {};
    };
    expect(await run(good, work, false)).toMatchObject({ state: { status: 'refused', values: { name: 'Siti' } } });
    expect(ran).toBe(false);
  });

  it.each([
    [notFound('edition 7'), 'refused', /tidak ada/],
    [notAllowed('Hanya redaktur.'), 'refused', /Hanya redaktur/],
    [conflict('Sudah diubah orang lain.'), 'conflict', /Sudah diubah/],
    [invalid([{ field: 'name', code: 'taken', text: 'Sudah dipakai.' }]), 'invalid', /perbaiki/],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'failed', /Basis data/],
  ])('says in words what %s means', async (error, status, message) => {
    const answer = await run(good, () => Promise.reject(error));
    expect(answer).toMatchObject({ state: { status, values: { name: 'Siti' } } });
    expect('state' in answer && answer.state.message).toMatch(message);
  });

  it('names a bug by its number and says nothing of its inside', async () => {
    const answer = await run(good, () => Promise.reject(new Error('secret inside')));
    if (!('state' in answer)) throw new Error('no state');
    expect(answer.state.status).toBe('failed');
    expect(answer.state.bugId).toMatch(/^[0-9a-f]{8}$/);
    expect(answer.state.message).toContain(answer.state.bugId);
    expect(JSON.stringify(answer)).not.toContain('secret inside');
  });

  it('lets errors pass that are not its own', async () => {
    const away = new Error('NEXT_REDIRECT');
    const passes = (error: unknown) => {
      if (error === away) throw error;
    };
    await expect(answerForm(good, true, schema, () => Promise.reject(away), passes)).rejects.toBe(away);
  });
});
