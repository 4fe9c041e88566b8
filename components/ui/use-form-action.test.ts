import { redirect } from 'next/navigation';
import { describe, expect, test } from 'vitest';
import { type FormAction, idle } from '#lib/action-state.ts';
import { kept, toldAbove } from './use-form-action.ts';

const failing =
  (error: unknown): FormAction =>
  async () => {
    throw error;
  };

function typed(): FormData {
  const form = new FormData();
  form.set('note', 'Lengkapi jam layanan.');
  form.set('password', 'rahasia');
  return form;
}

describe('an action whose answer never came', () => {
  test.each([
    ['in Chrome', new TypeError('Failed to fetch')],
    ['in Firefox', new TypeError('NetworkError when attempting to fetch resource.')],
    ['in Safari', new TypeError('Load failed')],
    ['because something between answered', new Error('An unexpected response was received from the server.')],
  ])('%s says so, and keeps what was typed but no password', async (_where, error) => {
    const answer = await kept(failing(error))(idle, typed());
    expect(answer).toMatchObject({ status: 'failed', values: { note: 'Lengkapi jam layanan.' } });
    expect(answer.message).toContain('Periksa jaringan');
    expect(answer.values).not.toHaveProperty('password');
  });

  test('is told from an answer that leads elsewhere, and from a fault of our own', async () => {
    const leading: FormAction = async () => redirect('/redaksi');
    await expect(kept(leading)(idle, typed())).rejects.toThrow('NEXT_REDIRECT');
    const fault = new TypeError("Cannot read properties of undefined (reading 'id')");
    await expect(kept(failing(fault))(idle, typed())).rejects.toBe(fault);
  });
});

test('an answer that came is given as it is', async () => {
  const done = { ...idle, status: 'done', message: 'Tersimpan.' } as const;
  expect(await kept(async () => done)(idle, typed())).toBe(done);
});

test('what was done is said in the place around the form, once; what was not done at the form', async () => {
  const told: string[] = [];
  const form: FormAction = toldAbove(
    async (_before, sent) => ({ ...idle, status: sent.has('note') ? 'done' : 'conflict', message: 'Tersimpan.' }),
    (text) => told.push(text),
  );
  expect(await form(idle, typed())).toMatchObject({ status: 'done', message: '' });
  expect(await form(idle, new FormData())).toMatchObject({ status: 'conflict', message: 'Tersimpan.' });
  expect(told).toEqual(['Tersimpan.']);
});
