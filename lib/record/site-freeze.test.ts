import { desc } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import { publishDue } from '#lib/newsroom/due.ts';
import { approve, retract, submit } from '#lib/newsroom/publishing.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  editionRow,
  type Office,
} from '#lib/testing/newsroom.ts';
import { generationNames, raiseGeneration, raiseGenerationInUpkeep } from './generation.ts';
import { currentFreeze, freezeSite, unfreezeSite } from './site-freeze.ts';

testDatabase();
testConfiguration();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

test('in the read-only mode nothing goes to readers or away from them, and writing goes on', async () => {
  const live = await aPublishedArticle(office);
  const editing = await anArticleInEditing(office);
  const draft = await aDraft(office);
  expect(await freezeSite('Situs disusupi.')).toBe(true);
  expect(await freezeSite('Situs disusupi, sedang diperiksa.')).toBe(false);
  expect(await currentFreeze()).toMatchObject({ reason: 'Situs disusupi, sedang diperiksa.' });

  const refused = { code: 'conflict', message: expect.stringContaining('mode baca saja') };
  await expect(approve(office.editor, { ...editing, outcome: 'publish' })).rejects.toMatchObject(refused);
  const away = { ...live, reason: 'Permintaan yang tidak jelas.', hidesTitle: false };
  await expect(retract(office.editor, away)).rejects.toMatchObject(refused);
  await expect(transaction((tx) => raiseGeneration(tx, office.portalId, [generationNames.site]))).rejects.toMatchObject(
    refused,
  );
  expect(await publishDue()).toEqual({ published: 0, failed: 0 });
  expect((await editionRow(editing.editionId)).state).toBe('in_editing');
  expect(await submit(office.contributor, draft)).toMatchObject({ state: 'submitted' });
  await transaction((tx) => raiseGenerationInUpkeep(tx, office.portalId, [generationNames.integrity]));

  expect(await unfreezeSite()).toBe(true);
  expect(await unfreezeSite()).toBe(false);
  expect(await approve(office.editor, { ...editing, outcome: 'publish' })).toMatchObject({ state: 'published' });
  const rows = await database().select({ verb: events.verb }).from(events).orderBy(desc(events.seq));
  expect(rows.map(({ verb }) => verb).filter((verb) => verb.endsWith('freeze_site'))).toEqual([
    'unfreeze_site',
    'freeze_site',
    'freeze_site',
  ]);
});
