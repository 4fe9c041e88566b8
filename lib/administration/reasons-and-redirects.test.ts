import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { oldAddresses } from '#db/schema/index.ts';
import { editionForActor } from '#lib/newsroom/edition-view.ts';
import { returnEdition } from '#lib/newsroom/publishing.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anArticleInEditing, anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { changesAbout } from './changes.ts';
import { aboutReasons, addReason, editReason, moveReason, reasonsToAdminister } from './reasons.ts';
import { aboutRedirects, addRedirect, redirectsToAdminister, removeRedirect, tryAddress } from './redirects.ts';
import { undoChange } from './undo.ts';

testConfiguration();
testDatabase();

let office: Office;
beforeEach(async () => {
  office = await anOffice();
});

describe('reasons of a return', () => {
  const listed = () => reasonsToAdminister(office.admin, office.portalId);
  const edit = async (code: string, changes: { label?: string; isActive?: boolean }) => {
    const reason = (await listed()).find((one) => one.code === code);
    if (reason === undefined) throw new Error('no such reason');
    const { label, isActive, version } = { ...reason, ...changes };
    return editReason(office.admin, { portalId: office.portalId, code, version, label, isActive });
  };

  it('begin with the built-in ones; an own one is added, chosen, and named on the note', async () => {
    expect((await listed()).map(({ code }) => code)).toContain('source_or_quote');
    await addReason(office.admin, { portalId: office.portalId, label: 'Belum ada persetujuan Sekda' });
    expect(await issueCodes(addReason(office.admin, { portalId: office.portalId, label: 'duplikat' }))).toEqual([
      'reason_listed',
    ]);
    const own = (await listed()).at(-1);
    expect(own).toMatchObject({ label: 'Belum ada persetujuan Sekda', isBuiltIn: false });
    const editing = await anArticleInEditing(office);
    const reasonCode = own?.code ?? '';
    await returnEdition(office.editor, { ...editing, reasonCode, note: 'Mintalah dulu persetujuannya.' });
    const view = await editionForActor(office.contributor, editing.articleId);
    expect(view.notes[0]).toMatchObject({ reasonCode, reasonLabel: 'Belum ada persetujuan Sekda' });
  });

  it('are worded anew, for notes already written too, and back again', async () => {
    const editing = await anArticleInEditing(office);
    await returnEdition(office.editor, { ...editing, reasonCode: 'language', note: 'Kalimatnya terlalu panjang.' });
    await edit('language', { label: 'Bahasa dan ejaan' });
    const label = async () => (await editionForActor(office.contributor, editing.articleId)).notes[0]?.reasonLabel;
    expect(await label()).toBe('Bahasa dan ejaan');
    const [change] = await changesAbout(office.admin, aboutReasons(office.portalId));
    expect(change?.lines).toEqual([{ label: 'Alasan', before: 'Bahasa', after: 'Bahasa dan ejaan' }]);
    await undoChange(office.admin, { seq: change?.seq ?? 0 });
    expect(await label()).toBe('Bahasa');
  });

  it('out of use they are neither offered nor taken; the last one stays in use', async () => {
    const editing = await anArticleInEditing(office);
    await edit('language', { isActive: false });
    const { reasons } = await editionForActor(office.editor, editing.articleId);
    expect(reasons.map(({ code }) => code)).not.toContain('language');
    const attempt = returnEdition(office.editor, {
      ...editing,
      reasonCode: 'language',
      note: 'Masih perlu dirapikan.',
    });
    expect(await issueCodes(attempt)).toEqual(['reason_not_in_use']);
    for (const { code } of (await listed()).filter(({ isActive }) => isActive).slice(1)) {
      await edit(code, { isActive: false });
    }
    const last = (await listed()).find(({ isActive }) => isActive);
    expect(await refusal(edit(last?.code ?? '', { isActive: false }))).toBe('not_allowed');
  });

  it('stand in the order an admin gives them, one admin after another', async () => {
    const [first, second] = await listed();
    const moved = { portalId: office.portalId, code: second?.code ?? '', direction: 'up' } as const;
    await moveReason(office.admin, moved);
    expect((await listed()).slice(0, 2).map(({ code }) => code)).toEqual([second?.code, first?.code]);
    await moveReason(office.admin, moved);
    const [change] = await changesAbout(office.admin, aboutReasons(office.portalId));
    await undoChange(office.admin, { seq: change?.seq ?? 0 });
    expect((await listed()).slice(0, 2).map(({ code }) => code)).toEqual([first?.code, second?.code]);
    const stale = { portalId: office.portalId, code: 'language', version: 7, label: 'x', isActive: true };
    expect(await refusal(editReason(office.admin, stale))).toBe('conflict');
    expect(await refusal(editReason(office.editor, stale))).toBe('not_found');
  });
});

describe('redirects', () => {
  const add = (address: string, target: string) =>
    addRedirect(office.admin, { portalId: office.portalId, address, target });
  const leads = (address: string) => tryAddress(office.admin, office.portalId, address);

  it('an address of an earlier site leads to an article, is found, tried, taken away and given back', async () => {
    const { slug } = await aPublishedArticle(office);
    expect(await leads('/2024/05/imunisasi')).toMatchObject({ kind: 'unknown' });
    await add('https://lama.example.go.id/2024/05/Imunisasi/', `https://${office.host}/berita/${slug}`);
    expect(await leads('/2024/05/imunisasi')).toMatchObject({ kind: 'moved', path: `/berita/${slug}` });
    expect(await redirectsToAdminister(office.admin, office.portalId, 'imunisasi')).toMatchObject({
      total: 1,
      entries: [{ address: '/2024/05/imunisasi', target: `/berita/${slug}` }],
    });
    await removeRedirect(office.admin, { portalId: office.portalId, address: '/2024/05/imunisasi' });
    expect(await leads('/2024/05/imunisasi')).toMatchObject({ kind: 'unknown' });
    const [change] = await changesAbout(office.admin, aboutRedirects(office.portalId));
    expect(change?.lines).toEqual([
      { label: '/2024/05/imunisasi', before: `ke /berita/${slug}`, after: 'tidak dialihkan' },
    ]);
    await undoChange(office.admin, { seq: change?.seq ?? 0 });
    expect(await leads('/2024/05/imunisasi')).toMatchObject({ kind: 'moved' });
    expect(await database().select().from(oldAddresses)).toHaveLength(1);
  });

  it('a former address of an article leads to another', async () => {
    const { slug } = await aPublishedArticle(office);
    await add('/berita/judul-lama', slug);
    expect(await leads('/berita/judul-lama')).toMatchObject({ kind: 'moved', path: `/berita/${slug}` });
    expect(await leads(`/berita/${slug}`)).toMatchObject({ kind: 'live' });
  });

  it('refuses what no site had, what an article has, and what leads nowhere', async () => {
    const { slug } = await aPublishedArticle(office);
    expect(await issueCodes(add('/redaksi/admin', slug))).toEqual(['address_unknown']);
    expect(await issueCodes(add(`/berita/${slug}`, slug))).toEqual(['address_in_use']);
    expect(await issueCodes(add('/?p=12', 'tidak-ada'))).toEqual(['target_unknown']);
    expect(await leads('/redaksi')).toEqual({ kind: 'unreadable' });
    expect(await refusal(removeRedirect(office.admin, { portalId: office.portalId, address: '/?p=12' }))).toBe(
      'not_found',
    );
    expect(await refusal(redirectsToAdminister(office.editor, office.portalId, ''))).toBe('not_found');
  });
});
