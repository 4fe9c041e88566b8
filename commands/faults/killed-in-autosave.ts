import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { EditionId } from '#lib/ids.ts';
import { aDraftAtHand, rowOf, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { newsroomClient } from './newsroom-client.ts';

const rounds = 10;
/** Milliseconds of writing before the longest of lives ends. */
const longest = 900;

const savedAnswer = z.object({ version: z.int() });

/** F1: the process dies while somebody writes. What was acknowledged is there; the rest is sent again, and stands once. */
export const killedInAutosave: Fault = {
  number: 'F1',
  name: 'Proses dibunuh saat menyimpan otomatis',
  promise: 'Yang sudah dinyatakan tersimpan tidak hilang; yang belum dikirim ulang dan hanya sekali',
  async run(stage) {
    const draft = await aDraftAtHand();
    const client = await newsroomClient(stage, draft.writer);
    let { version } = draft;
    let count = 0;
    let acknowledged = 0;
    for (let round = 0; round < rounds; round += 1) {
      const death = pause(Math.random() * longest).then(() => stage.kill());
      let pending = crypto.randomUUID();
      for (;;) {
        count += 1;
        pending = crypto.randomUUID();
        const answer = await client.save(draft.editionId, version, withText(draft.words, textOf(count)), pending);
        if (answer === null) break;
        promise(answer.status === 200, `Simpan ke-${count} dijawab ${answer.status}`);
        version = savedAnswer.parse(JSON.parse(answer.text)).version;
        acknowledged = count;
      }
      await death;
      const standing = (await wordsOf(draft.editionId)).length;
      promise(standing >= acknowledged, `Kata ${acknowledged} sudah dinyatakan tersimpan, yang ada sampai ${standing}`);
      await stage.start();
      // The browser sends the same save again, under the same name, whether or not it arrived before.
      const again = await client.save(draft.editionId, version, withText(draft.words, textOf(count)), pending);
      promise(again?.status === 200, `Simpan ulang dijawab ${again?.status}`);
      version = savedAnswer.parse(JSON.parse(again?.text ?? '')).version;
      acknowledged = count;
    }
    const written = await wordsOf(draft.editionId);
    promise(written.join(' ') === textOf(count), 'Teks akhir bukan yang diketik');
    return { held: `${rounds} kali dibunuh, ${count} simpan, tidak ada yang hilang` };
  },
};

const textOf = (last: number) => Array.from({ length: last }, (_, index) => `kata${index + 1}`).join(' ');

/** The words of the body as the database has them. */
async function wordsOf(edition: EditionId): Promise<string[]> {
  const { body } = await rowOf(edition);
  return JSON.stringify(body).match(/kata\d+/g) ?? [];
}
