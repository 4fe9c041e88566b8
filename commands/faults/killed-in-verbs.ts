import { setTimeout as pause } from 'node:timers/promises';
import { count, eq, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { events, signatures } from '#db/schema/index.ts';
import { claim, submit } from '#lib/newsroom/publishing.ts';
import { aDraftAtHand, type DraftAtHand, rowOf } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { type NewsroomClient, newsroomClient } from './newsroom-client.ts';

const rounds = 8;
const atOnce = 6;
/** Milliseconds within which death comes. */
const longest = 1_200;

/** F2: the process dies while articles are submitted, approved and published. Each is before or after, whole, and once. */
export const killedInVerbs: Fault = {
  number: 'F2',
  name: 'Proses dibunuh saat mengajukan, menyetujui, dan menerbitkan',
  promise: 'Status lama atau status baru, utuh; tidak ada yang terjadi dua kali',
  async run(stage) {
    const tally = { before: 0, after: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const drafts = await Promise.all(Array.from({ length: atOnce }, () => aDraftAtHand()));
      const forApproval = drafts.slice(atOnce / 2);
      for (const draft of forApproval) await bringToEditor(draft);
      const [first] = drafts;
      if (first === undefined) throw new Error('No draft');
      const writer = await newsroomClient(stage, first.writer);
      const editor = await newsroomClient(stage, first.editor);
      const ask = (draft: DraftAtHand) => deed(draft, forApproval.includes(draft), writer, editor);
      const answers = drafts.map(ask);
      await pause(Math.random() * longest);
      await stage.kill();
      await Promise.all(answers);
      await stage.start();
      for (const draft of drafts) {
        const isApproval = forApproval.includes(draft);
        const { state } = await rowOf(draft.editionId);
        const [before, after] = isApproval ? ['in_editing', 'published'] : ['draft', 'submitted'];
        promise(state === before || state === after, `Edisi berstatus ${state}, bukan ${before} atau ${after}`);
        tally[state === before ? 'before' : 'after'] += 1;
        if (state === before) {
          const again = await ask(draft);
          promise(again?.status === 200, `Diulang sesudah nyala kembali, dijawab ${again?.status}`);
        }
        promise((await rowOf(draft.editionId)).state === after, `Diulang, tetapi tidak menjadi ${after}`);
        await expectOnce(draft, isApproval ? ['submit', 'approve', 'publish'] : ['submit']);
      }
    }
    return { held: `${rounds} kali dibunuh; ${tally.before} kali status lama, ${tally.after} kali status baru` };
  },
};

async function bringToEditor(draft: DraftAtHand): Promise<void> {
  draft.version = (await submit(draft.writer, draft)).version;
  draft.version = (await claim(draft.editor, draft)).version;
}

function deed(draft: DraftAtHand, isApproval: boolean, writer: NewsroomClient, editor: NewsroomClient) {
  const { articleId, editionId, version } = draft;
  const fields = { editionId, version: String(version) };
  return isApproval
    ? editor.act(articleId, 'approve', { ...fields, outcome: 'publish' })
    : writer.act(articleId, 'submit', fields);
}

/** Each verb stands in the audit log once, each person's signature once. */
async function expectOnce({ editionId }: DraftAtHand, verbs: readonly string[]): Promise<void> {
  const logged = await database()
    .select({ verb: events.verb, times: count() })
    .from(events)
    .where(eq(events.editionId, editionId))
    .groupBy(events.verb);
  const signed = await database()
    .select()
    .from(signatures)
    .where(inArray(signatures.editionId, [editionId]));
  for (const verb of verbs) {
    const times = logged.find((row) => row.verb === verb)?.times ?? 0;
    promise(times === 1, `${verb} tercatat ${times} kali`);
  }
  const acts = signed.map(({ userId, act }) => `${userId} ${act}`);
  promise(new Set(acts).size === acts.length, 'Ada tanda tangan yang dibubuhkan dua kali');
}
