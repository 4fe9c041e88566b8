import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events, mails } from '#db/schema/index.ts';
import { readConfig, useConfig } from '#lib/config.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aMailServer, type MailServerForTests } from '#lib/testing/mail-server.ts';
import { anOffice, type Office } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { takeJobs } from '#lib/testing/waiting-jobs.ts';
import { deliverMail } from './deliver-mail.ts';
import { mailDesk, sendAgain, sendTestMail } from './mail-desk.ts';

testConfiguration();
testDatabase();

let office: Office;
let server: MailServerForTests;
let refused: string;
beforeAll(async () => {
  office = await anOffice();
  refused = office.contributor.email;
  server = await aMailServer({ refuses: [refused] });
});
afterAll(() => server.close());

async function whileMailing<T>(work: () => Promise<T>): Promise<T> {
  const url = server.url.replace('//', '//warta:sandi-rahasia@');
  const { mail } = readConfig({
    SMTP_URL: url,
    MAIL_FROM: 'Warta <redaksi@example.go.id>',
    DATA_DIR: '.data-test/mail',
  });
  const putBack = useConfig(aConfiguration({ mail }));
  try {
    return await work();
  } finally {
    putBack();
  }
}

async function aFailedMail() {
  const [row] = await database()
    .insert(mails)
    .values({
      ...{
        kind: 'invite',
        onceKey: `undangan:${Math.random()}`,
        userId: office.contributor.userId,
        recipient: refused,
      },
      ...{ subject: 'Undangan', body: 'Kode Anda: RAHASIA-1234', createdAt: new Date(), attempts: 8 },
      ...{ failure: 'Peladen surel menolak alamatnya.', failedAt: new Date() },
    })
    .returning();
  if (row === undefined) throw new Error('There is no mail.');
  return row.id;
}

test('an admin sees where mails go and which failed, without passwords and without what they say', async () => {
  await aFailedMail();
  const desk = await whileMailing(() => mailDesk(office.admin));
  expect(desk.server).toMatchObject({ tls: 'tanpa TLS', from: 'Warta <redaksi@example.go.id>' });
  expect(desk.failed).toMatchObject([{ kindLabel: 'Undangan akun', recipient: refused, attempts: 8 }]);
  expect(JSON.stringify(desk)).not.toMatch(/RAHASIA|sandi-rahasia/);
});

test('without a mail server the page says so, and a test mail is refused in a sentence', async () => {
  expect((await mailDesk(office.admin)).server).toBeNull();
  expect(await refusal(sendTestMail(office.admin))).toBe('conflict');
});

test('nobody else sees it, nor an admin of another portal the mails of this one’s people', async () => {
  const id = await aFailedMail();
  for (const actor of [office.editor, office.managingEditor, office.auditor, office.leader]) {
    expect(await refusal(mailDesk(actor))).toBe('not_found');
    expect(await refusal(sendAgain(actor, { mailId: id }))).toBe('not_found');
    expect(await refusal(sendTestMail(actor))).toBe('not_found');
  }
  const elsewhere = await anOffice();
  expect((await mailDesk(elsewhere.admin)).failed).toEqual([]);
  expect(await refusal(sendAgain(elsewhere.admin, { mailId: id }))).toBe('not_found');
});

test('a failed mail is tried again from its first attempt, once, and that is recorded', async () => {
  const id = await aFailedMail();
  await sendAgain(office.admin, { mailId: id });
  expect(await takeJobs('deliver_mail')).toEqual([{ mailId: id }]);
  expect(await refusal(sendAgain(office.admin, { mailId: id }))).toBe('conflict');
  const [event] = await database().select().from(events).orderBy(desc(events.seq)).limit(1);
  expect(event).toMatchObject({
    verb: 'resend_mail',
    actorId: office.admin.userId,
    subjectId: office.contributor.userId,
  });
  expect(JSON.stringify(event?.detail)).not.toContain('RAHASIA');
  await whileMailing(() => deliverMail(id));
  const [row] = await database().select().from(mails).where(eq(mails.id, id));
  expect(row).toMatchObject({ attempts: 1, failedAt: expect.any(Date) });
});

test('a test mail goes to the admin alone, at most once a minute', async () => {
  await whileMailing(async () => {
    await sendTestMail(office.admin);
    await sendTestMail(office.admin);
  });
  const sent = await database().select().from(mails).where(eq(mails.kind, 'test'));
  expect(sent.map(({ recipient }) => recipient)).toEqual([office.admin.email]);
});
