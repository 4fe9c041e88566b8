import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { and, isNull } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { mails } from '#db/schema/index.ts';
import { readConfig, useConfig } from '#lib/config.ts';
import { sendMail } from '#lib/mail/outbox.ts';
import { claim, submit } from '#lib/newsroom/publishing.ts';
import { aDraftAtHand, rowOf } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { newsroomClient } from './newsroom-client.ts';

/** Milliseconds a publication may take while mail hangs. */
const publishedWithin = 5_000;

/** Before anything is published, so that it meets a queue that stands. */
const mailsAsked = 5;

/** F24: the mail server takes connections and says nothing. Publishing does not wait, and mails stay in their queue. */
export const mailAway: Fault = {
  number: 'F24',
  name: 'Peladen surel menggantung',
  promise: 'Penerbitan tidak menunggu surel; surel tetap di antrean dan pekerjaan lain berjalan',
  async run(stage) {
    const hole = createServer(() => undefined);
    hole.listen(0, '127.0.0.1');
    await once(hole, 'listening');
    const address = hole.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const mail = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Uji <uji@contoh.example>' };
      await stage.restart(mail);
      await askForMails({ ...mail, RUANG_WARTA_MODE: 'contoh', DATA_DIR: stage.dataDir });
      const draft = await aDraftAtHand();
      const submitted = await submit(draft.writer, draft);
      const { version } = await claim(draft.editor, { editionId: draft.editionId, version: submitted.version });
      const editor = await newsroomClient(stage, draft.editor);
      const asked = performance.now();
      const fields = { editionId: draft.editionId, version: String(version), outcome: 'publish' };
      const answer = await editor.act(draft.articleId, 'approve', fields);
      const took = performance.now() - asked;
      promise(answer?.status === 200, `Menerbitkan dijawab ${answer?.status}`);
      promise((await rowOf(draft.editionId)).state === 'published', 'Artikel tidak terbit');
      promise(took < publishedWithin, `Menerbitkan menunggu ${Math.round(took)} md`);
      const waiting = await database()
        .select()
        .from(mails)
        .where(and(isNull(mails.sentAt), isNull(mails.failedAt)));
      promise(waiting.length >= mailsAsked, 'Surel yang belum terkirim hilang dari antrean');
      return { held: `terbit dalam ${Math.round(took)} md; ${waiting.length} surel menunggu` };
    } finally {
      hole.close();
      await stage.restart();
    }
  },
};

/** Puts mails into the queue, as the application does that has these settings. */
export async function askForMails(settings: Readonly<Record<string, string>>): Promise<void> {
  const putBack = useConfig(readConfig(settings));
  try {
    for (let index = 0; index < mailsAsked; index += 1) {
      await transaction((tx) =>
        sendMail(tx, {
          ...{ kind: 'test', onceKey: `uji-gangguan:${randomUUID()}`, userId: null },
          ...{ recipient: 'saksi@contoh.example', subject: 'Uji gangguan', body: 'Uji.' },
        }),
      );
    }
  } finally {
    putBack();
  }
}
