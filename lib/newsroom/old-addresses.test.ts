import { expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle } from '#lib/testing/newsroom.ts';
import { oldAddressPath } from './addresses.ts';
import { importOldAddresses } from './old-addresses.ts';
import { retract } from './publishing.ts';

testDatabase();

test('a table of old addresses leads to where the articles stand now', async () => {
  const office = await anOffice();
  const live = await aPublishedArticle(office);
  const table = [
    '# dari situs lama',
    '',
    `/?p=12;${live.slug}`,
    `https://lama.example.go.id/2020/11/25/Judul-Lama/?utm_source=x\t/berita/${live.slug}`,
    `"/post/detail/judul";"https://warta.example.go.id/berita/${live.slug}/"`,
    '/tentang;x',
    '/?p=13;tidak-ada',
    '/?p=14',
    `/?p=14;${live.slug};x`,
  ].join('\r\n');
  const dry = await importOldAddresses(office.portalId, table, true);
  expect(dry.map(({ line, outcome }) => [line, outcome])).toEqual([
    [3, 'kept'],
    [4, 'kept'],
    [5, 'kept'],
    [6, 'refused'],
    [7, 'refused'],
    [8, 'refused'],
    [9, 'refused'],
  ]);
  expect(await oldAddressPath(office.portalId, '/?p=12')).toBeNull();
  await importOldAddresses(office.portalId, table, false);
  await importOldAddresses(office.portalId, table, false);
  for (const address of ['/?p=12', '/2020/11/25/judul-lama', '/post/detail/judul']) {
    expect(await oldAddressPath(office.portalId, address), address).toBe(`/berita/${live.slug}`);
  }
  const elsewhere = await anOffice();
  expect(await oldAddressPath(elsewhere.portalId, '/?p=12')).toBeNull();
  await retract(office.editor, { ...live, reason: 'Datanya perlu diperiksa ulang.', hidesTitle: false });
  expect(await oldAddressPath(office.portalId, '/?p=12')).toBeNull();
});
