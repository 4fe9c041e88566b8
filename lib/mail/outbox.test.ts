import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { mails } from '#db/schema/index.ts';
import { now, useClock } from '#lib/clock.ts';
import { readConfig, useConfig } from '#lib/config.ts';
import type { MailId } from '#lib/ids.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aMailServer, aSilentServer } from '#lib/testing/mail-server.ts';
import { takeJobs } from '#lib/testing/waiting-jobs.ts';
import { deliverMail, retryMinutes } from './deliver-mail.ts';
import { type Mail, mailIsSetUp, mailState, sendMail } from './outbox.ts';
import { handOver } from './smtp.ts';

testConfiguration();
testDatabase();

const putBack: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of putBack.splice(0).reverse()) await undo();
  await takeJobs('deliver_mail');
});

/** The configuration of an install whose mails go to this server. */
function mailing(url: string): void {
  const { mail } = readConfig({
    SMTP_URL: url,
    MAIL_FROM: 'Warta Uji <redaksi@example.go.id>',
    DATA_DIR: '.data-test/mail',
  });
  putBack.push(useConfig(aConfiguration({ mail })));
}

async function aServer(options: Parameters<typeof aMailServer>[0] = {}) {
  const server = await aMailServer(options);
  putBack.push(() => server.close());
  mailing(server.url);
  return server;
}

let counter = 0;
function aMail(changes: Partial<Mail> = {}): Mail {
  counter += 1;
  return {
    kind: 'test',
    onceKey: `uji:${counter}`,
    userId: null,
    recipient: 'sari@example.go.id',
    subject: 'Surel uji – dari ruang redaksi',
    body: 'Selamat pagi, Bu Sari.\n\nIni surel uji: “terkirim” bila terbaca.',
    ...changes,
  };
}

async function put(mail: Mail): Promise<MailId> {
  await transaction((tx) => sendMail(tx, mail));
  const [row] = await database().select().from(mails).where(eq(mails.onceKey, mail.onceKey));
  if (row === undefined) throw new Error('No mail was put into the outbox.');
  return row.id;
}

async function rowOf(id: MailId) {
  const [row] = await database().select().from(mails).where(eq(mails.id, id));
  return row;
}

test('a mail asked for in a transaction arrives, with its text as it was written', async () => {
  const server = await aServer({ login: { user: 'warta', password: 'sandi@rahasia:1' } });
  const id = await put(aMail());
  expect(await takeJobs('deliver_mail')).toEqual([{ mailId: id }]);
  await deliverMail(id);
  const [mail] = server.arrived;
  expect(mail?.to).toBe('sari@example.go.id');
  expect(mail?.headers.get('subject')).toBe('Surel uji – dari ruang redaksi');
  expect(mail?.headers.get('from')).toBe('Warta Uji <redaksi@example.go.id>');
  expect(mail?.headers.get('content-type')).toContain('text/plain');
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail?.headers.get('message-id')).toBe(`<${id}@warta.example.go.id>`);
  expect(mail?.text).toBe('Selamat pagi, Bu Sari.\n\nIni surel uji: “terkirim” bila terbaca.');
});

test('what was delivered leaves no body behind, and running the job again sends nothing', async () => {
  const server = await aServer();
  const id = await put(aMail());
  await deliverMail(id);
  await deliverMail(id);
  expect(server.arrived).toHaveLength(1);
  expect(await rowOf(id)).toMatchObject({ body: '', failure: null, attempts: 1, sentAt: expect.any(Date) });
});

test('two workers that take the same mail send it once', async () => {
  const server = await aServer();
  const id = await put(aMail());
  await takeJobs('deliver_mail');
  await Promise.all([deliverMail(id), deliverMail(id)]);
  expect(server.arrived).toHaveLength(1);
  await deliverMail(id);
  expect(server.arrived).toHaveLength(1);
});

test('a transaction that is rolled back takes its mail along, and the same key makes one mail', async () => {
  await aServer();
  const mail = aMail();
  const rolledBack = transaction(async (tx) => {
    await sendMail(tx, mail);
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  expect(await mailState(database(), mail.onceKey)).toBeUndefined();
  await put(mail);
  await put(mail);
  expect(await takeJobs('deliver_mail')).toHaveLength(1);
});

test('without a mail server nothing waits, and it is said', async () => {
  const mail = aMail();
  expect(mailIsSetUp()).toBe(false);
  expect(await transaction((tx) => sendMail(tx, mail))).toBe(false);
  expect(await mailState(database(), mail.onceKey)).toBeUndefined();
});

test('line breaks put no further header into a mail', async () => {
  const server = await aServer();
  const id = await put(
    aMail({
      subject: 'Undangan\r\nBcc: mata-mata@example.com\r\n\r\nIsi palsu',
      headers: { 'List-Unsubscribe': '<https://warta.example.go.id/x>\r\nX-Palsu: ya' },
    }),
  );
  await deliverMail(id);
  const [mail] = server.arrived;
  expect(mail?.headers.has('bcc')).toBe(false);
  expect(mail?.headers.has('x-palsu')).toBe(false);
  expect(mail?.headers.get('subject')).toBe('Undangan Bcc: mata-mata@example.com Isi palsu');
});

test('an address with more than an address in it fails at once and holds nothing up', async () => {
  const server = await aServer();
  for (const recipient of ['sari@example.go.id\r\nBcc: x@y.id', 'a@b.id, c@d.id', 'Sari <sari@b.id>', '', '@']) {
    const id = await put(aMail({ recipient }));
    expect(await rowOf(id)).toMatchObject({
      failedAt: expect.any(Date),
      failure: 'Alamat surelnya tidak dapat dipakai.',
    });
    await deliverMail(id);
  }
  expect(await takeJobs('deliver_mail')).toEqual([]);
  expect(server.arrived).toEqual([]);
});

test('a refused address counts as failed at once, with the answer of the server', async () => {
  await aServer({ refuses: ['tiada@example.go.id'] });
  const id = await put(aMail({ recipient: 'tiada@example.go.id' }));
  await takeJobs('deliver_mail');
  await deliverMail(id);
  const row = await rowOf(id);
  expect(row).toMatchObject({ sentAt: null, failedAt: expect.any(Date), attempts: 1 });
  expect(row?.failure).toContain('Peladen surel menolak alamatnya. Jawabannya:');
  expect(row?.failure).toContain('No such box');
  expect(await takeJobs('deliver_mail')).toEqual([]);
});

test('a server that is away is asked again later, and the mail arrives when it is back', async () => {
  const first = await aServer();
  await first.close();
  const id = await put(aMail());
  await takeJobs('deliver_mail');
  await deliverMail(id);
  expect(await rowOf(id)).toMatchObject({
    sentAt: null,
    failedAt: null,
    failure: 'Peladen surel tidak dapat dihubungi.',
  });
  expect(await takeJobs('deliver_mail')).toEqual([{ mailId: id }]);
  const back = await aMailServer({ port: first.port });
  putBack.push(() => back.close());
  await deliverMail(id);
  expect(back.arrived).toHaveLength(1);
  expect(await rowOf(id)).toMatchObject({ failure: null, attempts: 2, sentAt: expect.any(Date) });
});

test('a wrong password is tried again, and fails for good after the last attempt', async () => {
  const server = await aServer({ login: { user: 'warta', password: 'benar' } });
  putBack.push(
    useConfig(
      aConfiguration({
        mail: readConfig({
          SMTP_URL: server.url.replace('benar', 'salah'),
          MAIL_FROM: 'redaksi@example.go.id',
          DATA_DIR: '.data-test/mail',
        }).mail,
      }),
    ),
  );
  const id = await put(aMail());
  for (let attempt = 0; attempt <= retryMinutes.length; attempt += 1) {
    expect((await rowOf(id))?.failedAt).toBeNull();
    await deliverMail(id);
  }
  expect(await rowOf(id)).toMatchObject({ failedAt: expect.any(Date), attempts: retryMinutes.length + 1 });
  expect((await rowOf(id))?.failure).toContain('menolak nama atau sandi');
  expect((await rowOf(id))?.failure).not.toContain('salah');
});

test('a server that says nothing holds a delivery no longer than its time', async () => {
  const silent = await aSilentServer();
  putBack.push(() => silent.close());
  const { mail } = readConfig({
    SMTP_URL: silent.url,
    MAIL_FROM: 'redaksi@example.go.id',
    DATA_DIR: '.data-test/mail',
  });
  if (mail === null) throw new Error('The mail is not set up.');
  mailing(silent.url);
  const row = await rowOf(await put(aMail()));
  if (row === undefined) throw new Error('There is no mail.');
  const refusal = await handOver(row, mail, 'warta.example.go.id', { connection: 100, silence: 100, whole: 200 });
  expect(refusal).toEqual({ isFinal: false, text: 'Peladen surel tidak menjawab pada waktunya.' });
});

test('a server without TLS gets nothing where the address asks for it', async () => {
  const server = await aServer();
  const { mail } = readConfig({
    SMTP_URL: 'smtp://surel.example.go.id:25',
    MAIL_FROM: 'redaksi@example.go.id',
    DATA_DIR: '.data-test/mail',
  });
  if (mail === null) throw new Error('The mail is not set up.');
  const row = await rowOf(await put(aMail()));
  if (row === undefined) throw new Error('There is no mail.');
  const refusal = await handOver(
    row,
    { ...mail, server: { ...mail.server, host: '127.0.0.1', port: server.port } },
    'x.id',
  );
  expect(refusal).toMatchObject({ isFinal: false });
  expect(server.arrived).toEqual([]);
});

test('the time of an attempt is noted by the clock', async () => {
  await aServer();
  const at = new Date('2026-03-02T01:00:00Z');
  putBack.push(useClock(() => at));
  const id = await put(aMail());
  await deliverMail(id);
  expect(await rowOf(id)).toMatchObject({ createdAt: now(), sentAt: at });
});
