import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { config, useConfig } from '#lib/config.ts';
import { issuesOf } from '#lib/errors.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle } from '#lib/testing/newsroom.ts';
import { requireFittingKeys } from './signing-keys.ts';

testDatabase();

const stranger = { id: 'asing', secret: Buffer.alloc(32, 1) };

test('keys that made the newest signatures fit, also behind a newer key; others stop the start', async () => {
  await requireFittingKeys(database());
  await aPublishedArticle(await anOffice());
  await requireFittingKeys(database());

  const own = config();
  const rotated = useConfig({ ...own, signingKeys: [stranger, ...own.signingKeys] });
  await requireFittingKeys(database());
  rotated();

  const lost = useConfig({ ...own, signingKeys: [stranger] });
  const error = await requireFittingKeys(database()).catch((reason: unknown) => reason);
  lost();
  expect(issuesOf(error)[0]).toMatchObject({ field: 'SIGNING_KEYS', code: 'keys_do_not_fit' });
  expect(issuesOf(error)[0]?.text).toContain(`"${own.signingKeys[0]?.id}"`);
});
