import { eq, sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { mails } from '#db/schema/index.ts';
import { signIn } from '#lib/accounts/sign-in.ts';
import { forgetTries } from '#lib/accounts/throttle.ts';
import { readConfig, useConfig } from '#lib/config.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { startJobs } from '#lib/jobs/runner.ts';
import { deliverMail } from '#lib/mail/deliver-mail.ts';
import { sendMail } from '#lib/mail/outbox.ts';
import { saveWords } from '#lib/newsroom/drafting.ts';
import { submit } from '#lib/newsroom/publishing.ts';
import { collectLog } from '#lib/testing/captured-log.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aMailServer } from '#lib/testing/mail-server.ts';
import { aDraft, anOffice, readyWords } from '#lib/testing/newsroom.ts';
import { aPerson } from '#lib/testing/people.ts';
import { answerOf } from '#lib/web/error-answer.ts';

testConfiguration();
testDatabase();

const putBack: (() => unknown)[] = [];
afterEach(async () => {
  forgetTries();
  for (const undo of putBack.splice(0).reverse()) await undo();
});

/** Each stands for something that no log may hold. */
const marks = {
  email: 'penanda-surel@example.go.id',
  password: 'penanda sandi benar',
  wrongPassword: 'penanda sandi salah',
  smtpPassword: 'penanda-sandi-smtp',
  name: 'Penanda Nama Orang',
  title: 'Penanda judul yang belum terbit',
  words: 'Penanda kalimat yang belum terbit',
};

test('nothing that people write, are or sign in with reaches the log, whatever goes wrong', async () => {
  const server = await aMailServer({ refuses: [marks.email], login: { user: 'warta', password: marks.smtpPassword } });
  putBack.push(() => server.close());
  const { mail } = readConfig({
    SMTP_URL: server.url,
    MAIL_FROM: 'redaksi@example.go.id',
    DATA_DIR: '.data-test/mail',
  });
  const settings = aConfiguration({ mail });
  putBack.push(useConfig(settings));
  const office = await anOffice();
  await aPerson({ email: marks.email, name: marks.name, password: marks.password });

  const captured = collectLog();
  putBack.push(captured.stop);
  const attempt = { email: marks.email, device: 'Ponsel', network: '192.0.2.1', mark: undefined };
  await signIn({ ...attempt, password: marks.wrongPassword });
  const signedIn = await signIn({ ...attempt, password: marks.password });

  const draft = await aDraft(office);
  const words = readyWords(office, { title: marks.title, lead: marks.words });
  const saved = await saveWords(office.contributor, {
    ...{ editionId: draft.editionId, baseVersion: draft.version, saveId: crypto.randomUUID(), accepted: [] },
    words,
  });
  if (saved.outcome === 'stranded') throw new Error(saved.text);
  await submit(office.contributor, { editionId: draft.editionId, version: saved.version });

  const broken = await database()
    .execute(sql`insert into nowhere values (${marks.title}, ${marks.email})`)
    .catch((error: unknown) => error);
  answerOf(broken, 'action');
  answerOf(new SyntaxError(`Unexpected token, "${marks.words}" is not valid JSON`), 'action');

  await transaction((tx) =>
    sendMail(tx, {
      ...{ kind: 'test', onceKey: 'penanda', userId: null, recipient: marks.email },
      ...{ subject: marks.title, body: marks.words },
    }),
  );
  const [row] = await database().select().from(mails).where(eq(mails.onceKey, 'penanda'));
  if (row !== undefined) await deliverMail(row.id);

  const jobs = await startJobs({
    renew_pages: async () => {
      throw broken;
    },
  });
  putBack.push(() => jobs.stop());
  await transaction((tx) => addJob(tx, 'renew_pages', {}));
  await vi.waitFor(() => expect(captured.text()).toContain('Failed task'), 10_000);
  const [kept] = await database().execute(
    sql`select last_error from graphile_worker.jobs where task_identifier = 'renew_pages'`,
  );

  const told = captured.text() + String(kept?.last_error);
  for (const event of ['sign_in_failed', 'signed_in', 'bug', 'mail_not_sent', 'nowhere']) expect(told).toContain(event);
  const token = signedIn.outcome === 'signed_in' ? signedIn.token : '';
  const secrets = [token, settings.authSecret, settings.signingKeys[0]?.secret.toString('base64') ?? ''];
  for (const secret of [...Object.values(marks), ...secrets]) {
    expect(secret).not.toBe('');
    expect(told).not.toContain(secret);
  }
});
