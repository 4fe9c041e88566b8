import { afterEach, beforeAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { config, useConfig } from '#lib/config.ts';
import type { AgencyId, PortalId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPortal } from '#lib/testing/people.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { refuseBeyondQuota, uploadUse } from './quota.ts';

testDatabase();
let [portalId, agencyId]: [PortalId?, AgencyId?] = [];
beforeAll(async () => {
  portalId = await aPortal();
  agencyId = await anAgency(portalId);
});

let putBack: (() => void) | undefined;
afterEach(() => putBack?.());
const allow = (uploads: { files: number; bytes: number; bytesInAll: number }) => {
  putBack = useConfig({ ...config(), uploads });
};

const hour = 3_600_000;
async function somebodyWho(sent: readonly { hoursAgo: number; bytes: number; state?: 'failed' }[]): Promise<Actor> {
  if (portalId === undefined || agencyId === undefined) throw new Error('There is no agency.');
  const actor = await anActor('contributor', portalId, agencyId);
  for (const [index, { hoursAgo, bytes, state }] of sent.entries()) {
    await database()
      .insert(assets)
      .values({
        ...{ portalId, agencyId, uploadedBy: actor.userId, fileName: 'a', hash: `${actor.userId}${index}` },
        ...{ mediaType: 'image/jpeg', bytes, width: 1, height: 1, state: state ?? 'ready' },
        uploadedAt: new Date(Date.now() - hoursAgo * hour),
      });
  }
  return actor;
}

test('files of the last 24 hours count, and it is said when it goes on', async () => {
  allow({ files: 2, bytes: 1_000, bytesInAll: 10_000 });
  const busy = await somebodyWho([
    { hoursAgo: 30, bytes: 1 },
    { hoursAgo: 20, bytes: 1 },
    { hoursAgo: 1, bytes: 1 },
  ]);
  expect(await refusal(refuseBeyondQuota(busy.userId, 1))).toBe('not_allowed');
  await expect(refuseBeyondQuota(busy.userId, 1)).rejects.toThrow(
    /sudah mengunggah 2 berkas .* Lanjutkan (?:4 jam|3 jam 59 menit|4 jam 1 menit) lagi\.$/,
  );
  const calm = await somebodyWho([{ hoursAgo: 20, bytes: 1 }]);
  await refuseBeyondQuota(calm.userId, 1);
});

test('bytes of the last 24 hours count, the file to come included', async () => {
  allow({ files: 100, bytes: 1_000, bytesInAll: 10_000 });
  const busy = await somebodyWho([
    { hoursAgo: 10, bytes: 500 },
    { hoursAgo: 2, bytes: 400 },
  ]);
  await refuseBeyondQuota(busy.userId, 100);
  await expect(refuseBeyondQuota(busy.userId, 101)).rejects.toThrow(
    /Lanjutkan (?:14 jam|13 jam 59 menit|14 jam 1 menit) lagi\.$/,
  );
});

test('what is kept in all counts, what was thrown away does not', async () => {
  allow({ files: 100, bytes: 1_000, bytesInAll: 2_000 });
  const full = await somebodyWho([
    { hoursAgo: 900, bytes: 1_500 },
    { hoursAgo: 800, bytes: 5_000, state: 'failed' },
  ]);
  await refuseBeyondQuota(full.userId, 500);
  await expect(refuseBeyondQuota(full.userId, 501)).rejects.toThrow('batas untuk satu akun');
  expect(await uploadUse(full.userId)).toMatchObject({ files: 0, bytes: 0, bytesInAll: 1_500 });
});
