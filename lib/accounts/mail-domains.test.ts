import { describe, expect, it } from 'vitest';
import { transaction } from '#db/client.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, aPerson, aPortal } from '#lib/testing/people.ts';
import { accountInputs } from './account-input.ts';
import { addFirstAdmin } from './first-admins.ts';
import { printInvites } from './invites.ts';
import { isAllowedAddress } from './mail-domains.ts';
import { createPerson, editPerson } from './people.ts';
import { takePeople } from './people-import.ts';
import { personToAdminister } from './people-reads.ts';

testConfiguration({ mailDomains: ['kaltimprov.go.id', '*.samarindakota.go.id'] });
testDatabase();

describe('an address', () => {
  it.each([
    ['siti@kaltimprov.go.id', true],
    ['siti@KALTIMPROV.go.id', true],
    ['siti@diskominfo.samarindakota.go.id', true],
    ['siti@samarindakota.go.id', false],
    ['siti@sub.kaltimprov.go.id', false],
    ['siti@palsukaltimprov.go.id', false],
    ['siti@kaltimprov.go.id.jahat.example', false],
    ['siti@palsusamarindakota.go.id', false],
    ['"a@kaltimprov.go.id"@jahat.example', false],
  ])('%s: %j', (email, isAllowed) => {
    expect(isAllowedAddress(email)).toBe(isAllowed);
  });

  it('of another domain is refused at every door', async () => {
    const portal = await aPortal();
    const admin = await anActor('admin', portal);
    const foreign = 'siti@surel.example';
    const person = accountInputs.createPerson.parse({ name: 'Siti', email: foreign, phone: '' });
    const refused = { issues: [{ field: 'email', code: 'email_domain' }] };
    await expect(createPerson(admin, person)).rejects.toMatchObject(refused);
    const own = await createPerson(admin, { ...person, email: 'siti@kaltimprov.go.id' });
    const { version } = await personToAdminister(admin, own.userId);
    await expect(editPerson(admin, { ...person, userId: own.userId, version })).rejects.toMatchObject(refused);
    const text = `nama,surel,whatsapp,peran,perangkat daerah\nSiti,${foreign},,,`;
    await expect(takePeople(admin, { portalId: portal, text })).rejects.toMatchObject({
      issues: [{ code: 'lines_wrong' }],
    });
    const first = aPortal().then((fresh) =>
      transaction((tx) => addFirstAdmin(tx, fresh, { name: 'Siti', email: foreign })),
    );
    await expect(first).rejects.toMatchObject(refused);
    await expect(printInvites(admin, { userIds: [await aPerson({ email: foreign })] })).rejects.toMatchObject(refused);
  });

  it('that is there already stays, also when other data of its person change', async () => {
    const admin = await anActor('admin', await aPortal());
    const userId = await aPerson({ email: 'lama@surel.example' });
    const change = { userId, version: 1, name: 'Nama Baru', email: 'lama@surel.example', phone: '' };
    await expect(editPerson(admin, change)).resolves.toBeUndefined();
  });
});
