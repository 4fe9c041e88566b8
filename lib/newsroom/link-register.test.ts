import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articleLinkHosts, linkHosts } from '#db/schema/index.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anArticleInEditing, anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import type { Words } from './article-input.ts';
import { recordForActor } from './edition-view.ts';
import { listLinkHosts } from './link-hosts-listed.ts';
import { linkHostInputs } from './link-input.ts';
import { decideLinkHost, hostInWords, linksOfEdition, registeredHosts, withdrawLinkHost } from './link-register.ts';
import { standingOf } from './outgoing-links.ts';
import { approve, publishNow, submit } from './publishing.ts';

testDatabase();
testConfiguration();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const leadingTo = (...addresses: string[]): Partial<Words> => ({
  body: {
    type: 'doc',
    content: addresses.map((href) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: 'Selengkapnya di situs mitra.', marks: [{ type: 'link', attrs: { href } }] }],
    })),
  },
});
const decide = (host: string, decision: 'allowed' | 'refused', note = '') =>
  decideLinkHost(office.editor, { portalId: office.portalId, host, decision, note });

test('offices of the state and our own hosts need no register, and a refusal holds before every rule', () => {
  const register = {
    own: ['warta.example'],
    allowed: ['mitra.example'],
    refused: [{ host: 'ppid.jebol.go.id', note: '' }],
  };
  const standings = [
    ['www.kaltimprov.go.id', 'by_rule'],
    ['sepaku.desa.id', 'by_rule'],
    ['warta.example', 'by_rule'],
    ['mitra.example', 'allowed'],
    ['lain.mitra.example', 'new'],
    ['go.id.judi.example', 'new'],
    ['palsugo.id', 'new'],
    ['ppid.jebol.go.id', 'refused'],
  ];
  expect(standings.map(([host = '']) => [host, standingOf(host, register)])).toEqual(standings);
});

test('a host in other letters is shown as what it is and as what it only looks like', () => {
  const { hostname } = new URL('https://pаjak.example/');
  expect(hostInWords(hostname)).toEqual({ host: hostname, shown: 'pаjak.example', looksLike: 'pajak.example' });
  expect(hostInWords('mitra.example')).toMatchObject({ shown: 'mitra.example', looksLike: null });
});

test('a new host may be submitted, not approved, until an editor allows it; that is on record and on the register', async () => {
  const edition = await anArticleInEditing(office, { words: leadingTo('https://baru.example/a', 'https://x.go.id/') });
  const record = await recordForActor(office.editor, edition.articleId);
  expect(await linksOfEdition(record)).toMatchObject([
    { host: 'baru.example', standing: 'new', addresses: ['https://baru.example/a'] },
    { host: 'x.go.id', standing: 'by_rule' },
  ]);
  const asked = { ...edition, outcome: 'publish' as const };
  await expect(approve(office.editor, asked)).rejects.toMatchObject({ issues: [{ code: 'link_host_new' }] });
  await expect(
    decideLinkHost(office.contributor, {
      portalId: office.portalId,
      host: 'baru.example',
      decision: 'allowed',
      note: '',
    }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await decide('baru.example', 'allowed');
  expect(await approve(office.editor, asked)).toMatchObject({ state: 'published' });
  const { hosts } = await registeredHosts(office.admin, office.portalId);
  expect(hosts).toMatchObject([
    { host: 'baru.example', decision: 'allowed', articles: 1, uses: [{ articleId: edition.articleId }] },
  ]);
});

test('approving and the fast lane may allow a new host in the same step, and leave nothing when they fail', async () => {
  const words = leadingTo('https://sekaligus.example/');
  const edition = await anArticleInEditing(office, { words });
  const asked = { ...edition, outcome: 'publish' as const, allowHosts: ['sekaligus.example'] };
  await expect(approve(office.editor, { ...asked, version: 1 })).rejects.toMatchObject({ code: 'conflict' });
  const listed = async () =>
    (await registeredHosts(office.editor, office.portalId)).hosts.filter(({ host }) => host === 'sekaligus.example');
  expect(await listed()).toEqual([]);
  expect(await approve(office.editor, asked)).toMatchObject({ state: 'published' });
  expect(await listed()).toMatchObject([{ decision: 'allowed', by: office.editor.name }]);

  const draft = await aDraft(office, { words: leadingTo('https://segera.example/') });
  const lane = { ...draft, fastLaneReason: 'disaster' as const, reason: 'Peringatan banjir bagi warga.' };
  await expect(publishNow(office.editor, lane)).rejects.toMatchObject({ code: 'invalid' });
  expect(await publishNow(office.editor, { ...lane, allowHosts: ['segera.example'] })).toMatchObject({
    state: 'published',
  });
});

test('a refused host stands in the way from the start, with the reason; withdrawn it is new again', async () => {
  await decide('judi.example', 'refused', 'Situs judi.');
  const draft = await aDraft(office, { words: leadingTo('https://judi.example/promo') });
  await expect(submit(office.contributor, draft)).rejects.toMatchObject({
    issues: [{ code: 'link_host_refused', text: expect.stringContaining('Situs judi.') }],
  });
  const lane = { ...draft, fastLaneReason: 'disaster' as const, reason: 'Pengumuman mendesak bagi warga.' };
  await expect(publishNow(office.editor, lane)).rejects.toMatchObject({ code: 'invalid' });
  const about = { portalId: office.portalId, host: 'judi.example' };
  await withdrawLinkHost(office.admin, about);
  await expect(withdrawLinkHost(office.admin, about)).rejects.toMatchObject({ code: 'conflict' });
  expect(await submit(office.contributor, draft)).toMatchObject({ state: 'submitted' });
});

test('an editor refuses with a reason only', () => {
  const about = { portalId: office.portalId, host: 'a.example', decision: 'refused' };
  expect(linkHostInputs.decide.safeParse(about).success).toBe(false);
  expect(linkHostInputs.decide.safeParse({ ...about, note: 'Situs judi' }).success).toBe(true);
  expect(linkHostInputs.decide.safeParse({ ...about, decision: 'allowed', host: 'a b' }).success).toBe(false);
});

test('what an older install published begins the register', async () => {
  await decide('lama.example', 'allowed');
  const { articleId } = await aPublishedArticle(office, { words: leadingTo('https://lama.example/') });
  await database().delete(linkHosts).where(eq(linkHosts.host, 'lama.example'));
  await database().delete(articleLinkHosts).where(eq(articleLinkHosts.articleId, articleId));
  await listLinkHosts();
  const { hosts } = await registeredHosts(office.editor, office.portalId);
  expect(hosts.find(({ host }) => host === 'lama.example')).toMatchObject({
    decision: 'allowed',
    by: null,
    articles: 1,
  });
});
