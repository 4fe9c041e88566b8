import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/accounts/actor.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice } from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { deskInputs, mostViews } from './desk-inputs.ts';
import { chooseView, removeView, renameView, savedViewsOf, saveView } from './saved-views.ts';

testDatabase();

const keep = (actor: Actor, name: string, query = 'terlambat=ya', isDefault = false) =>
  saveView(actor, { name, query, isDefault });
const shown = async (actor: Actor) => (await savedViewsOf(actor)).map(({ name, isDefault }) => [name, isDefault]);

describe('views', () => {
  test('are kept, renamed, removed, in the order in which they were kept', async () => {
    const { editor } = await anOffice();
    const late = await keep(editor, 'Terlambat');
    await keep(editor, 'Mendesak', 'prioritas=mendesak');
    await renameView(editor, { viewId: late, name: 'Yang terlambat' });
    expect(await shown(editor)).toEqual([
      ['Yang terlambat', false],
      ['Mendesak', false],
    ]);
    await removeView(editor, { viewId: late });
    expect(await shown(editor)).toEqual([['Mendesak', false]]);
  });

  test('keep of an address only what the queue knows', async () => {
    const { editor } = await anOffice();
    await keep(editor, 'Aneh', 'lain=1&judul=banjir&tahap=diajukan&setelah=1.2.3&terlambat=tidak');
    expect((await savedViewsOf(editor)).map((view) => view.query)).toEqual(['tahap=diajukan&judul=banjir']);
  });

  test('one at most is what the queue opens with', async () => {
    const { editor } = await anOffice();
    await keep(editor, 'Satu', 'saya=ya', true);
    const second = await keep(editor, 'Dua', 'terlambat=ya', true);
    expect(await shown(editor)).toEqual([
      ['Satu', false],
      ['Dua', true],
    ]);
    const [first] = await savedViewsOf(editor);
    await chooseView(editor, { viewId: first?.id ?? second });
    expect((await shown(editor))[0]).toEqual(['Satu', true]);
    await chooseView(editor, { viewId: null });
    expect((await savedViewsOf(editor)).some((view) => view.isDefault)).toBe(false);
  });

  test('belong to one person: nobody else sees, renames, removes or chooses them', async () => {
    const { editor, otherEditor, managingEditor } = await anOffice();
    const viewId = await keep(editor, 'Milik Eko');
    for (const who of [otherEditor, managingEditor]) {
      expect(await savedViewsOf(who)).toEqual([]);
      expect(await refusal(renameView(who, { viewId, name: 'Milik saya' }))).toBe('not_found');
      expect(await refusal(removeView(who, { viewId }))).toBe('not_found');
      expect(await refusal(chooseView(who, { viewId }))).toBe('not_found');
    }
    expect(await shown(editor)).toEqual([['Milik Eko', false]]);
  });

  test('have names of their own, whatever the case, and are not too many', async () => {
    const { editor, otherEditor } = await anOffice();
    const viewId = await keep(editor, 'Pagi');
    expect(await issueCodes(keep(editor, 'PAGI'))).toEqual(['name_taken']);
    await keep(editor, 'Siang');
    expect(await issueCodes(renameView(editor, { viewId, name: 'siang' }))).toEqual(['name_taken']);
    await keep(otherEditor, 'Pagi');
    for (let count = 2; count < mostViews; count += 1) await keep(editor, `Tampilan ${count}`);
    expect(await issueCodes(keep(editor, 'Satu lagi'))).toEqual(['too_many_views']);
    expect(deskInputs.saveView.safeParse({ name: '  ', query: '' }).error?.issues[0]?.message).toBe(
      'Beri nama pada tampilan ini.',
    );
  });
});
