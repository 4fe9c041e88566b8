import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { embargoReadings, mails, pressContacts } from '#db/schema/index.ts';
import { redeemCode } from '#lib/accounts/codes.ts';
import { mailInvites } from '#lib/accounts/invites.ts';
import { useConfig } from '#lib/config.ts';
import { mailId } from '#lib/ids.ts';
import { approve } from '#lib/newsroom/publishing.ts';
import { letInContact } from '#lib/press/embargo-passes.ts';
import { embargoPage } from '#lib/press/embargo-reading.ts';
import { addContact } from '#lib/press/press-contacts.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { type ArrivedMail, aMailServer, type MailServerForTests, mailSettings } from '#lib/testing/mail-server.ts';
import { anArticleInEditing, anOffice, type Office } from '#lib/testing/newsroom.ts';
import { aPerson } from '#lib/testing/people.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { takeJobs } from '#lib/testing/waiting-jobs.ts';
import { deliverMail } from './deliver-mail.ts';

testConfiguration();
testDatabase();

let office: Office;
let server: MailServerForTests;
let putBack: () => void;
beforeAll(async () => {
  office = await anOffice();
  server = await aMailServer();
  putBack = useConfig(aConfiguration({ mail: mailSettings(server.url) }));
});
afterAll(async () => {
  putBack();
  await server.close();
});

/** Has the waiting mails delivered as a worker would. */
async function deliver(): Promise<ArrivedMail[]> {
  const before = server.arrived.length;
  for (const job of await takeJobs('deliver_mail')) await deliverMail(z.object({ mailId }).parse(job).mailId);
  return server.arrived.slice(before);
}

/** What a mail leads to, as its reader opens it. */
function linkIn(mail: ArrivedMail | undefined): URL {
  return new URL(/https:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
}

test('an invite by mail brings a link that works once, and is not kept', async () => {
  const person = await aPerson({ name: 'Ayu Kontributor' });
  expect(await mailInvites(office.admin, { userIds: [person] })).toBe(1);
  const [mail, ...more] = await deliver();
  expect(more).toEqual([]);
  expect(mail?.text).toContain('Ayu Kontributor');

  const link = linkIn(mail);
  expect([link.origin, link.pathname]).toEqual(['https://warta.example.go.id', '/redaksi/kode']);
  // Browsers send nothing after the hash: no log and no preview learns the code.
  const code = link.hash.slice(1);
  const password = 'sembilan-rumpun-bambu';
  expect((await redeemCode({ code, password })).userId).toBe(person);
  expect(await refusal(redeemCode({ code, password }))).toBe('invalid');

  const [kept] = await database().select().from(mails).where(eq(mails.userId, person));
  expect(kept).toMatchObject({ body: '', sentAt: expect.any(Date) });
});

test('a journalist’s link by mail opens the words it says nothing of', async () => {
  const until = new Date(Date.now() + 3_600_000);
  const lead = 'Dermaga baru menampung dua puluh kapal mulai triwulan ketiga.';
  const words = { title: 'Rencana rahasia pelabuhan', lead, details: { embargoUntil: until.toISOString() } };
  const editing = await anArticleInEditing(office, { words });
  await approve(office.editor, { ...editing, outcome: 'wait' });
  const contact = { name: 'Ani Wartawan', outlet: 'Harian Mahakam', email: 'ani@media.example', phone: '', note: '' };
  await addContact(office.editor, { portalId: office.portalId, ...contact });
  const [row] = await database().select().from(pressContacts).where(eq(pressContacts.email, contact.email));
  if (row === undefined) throw new Error('There is no journalist.');
  const { mailed } = await letInContact(
    office.editor,
    { articleId: editing.articleId, contactId: row.id },
    async (_portal, token) => `https://warta.example.go.id/embargo/${token}`,
  );
  expect(mailed).toBe(true);

  const [mail, ...more] = await deliver();
  expect(more).toEqual([]);
  expect(mail?.to).toBe(contact.email);
  expect(`${mail?.headers.get('subject')} ${mail?.text}`).not.toMatch(/rahasia|pelabuhan|dermaga|kapal/i);
  expect(mail?.text).not.toContain(office.editor.name);

  const token = linkIn(mail).pathname.replace('/embargo/', '');
  const page = await embargoPage(token, { device: 'Chrome di Android' });
  if (page?.kind !== 'open') throw new Error('The link does not open.');
  expect(page.preview.article).toMatchObject({ title: words.title });
  expect(page.reader).toMatchObject({ name: contact.name, from: contact.outlet });
  expect(await database().$count(embargoReadings, eq(embargoReadings.mark, page.reader.mark))).toBe(1);
  expect(JSON.stringify(await database().select().from(mails))).not.toContain(token);
});
