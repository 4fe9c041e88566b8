import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { database, transaction } from '#db/client.ts';
import { memberships } from '#db/schema/index.ts';
import { endAllSessions } from '#lib/accounts/sessions.ts';
import { aDraftAtHand, type DraftAtHand, rowOf, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { type NewsroomClient, newsroomClient } from './newsroom-client.ts';
import type { Stage } from './stage.ts';

const savedAnswer = z.looseObject({ version: z.int() });

/** F19: the session ends while somebody types; then the role is taken away. The next request knows. */
export const sessionEnds: Fault = {
  number: 'F19',
  name: 'Sesi berakhir atau peran dicabut saat mengetik',
  promise:
    'Simpan berikutnya ditolak; sesudah masuk lagi, simpan yang sama diterima sekali; yang dicabut tidak masuk lagi',
  async run(stage) {
    const draft = await aDraftAtHand();
    const before = await newsroomClient(stage, draft.writer);
    const typing = typist(before, draft);
    let { version } = draft;
    for (let letter = 0; letter < 5; letter += 1) version = await typing(version);
    await endAllSessions(database(), draft.writer.userId);
    const saveId = crypto.randomUUID();
    const words = withText(draft.words, 'Kata yang diketik sesudah sesi berakhir.');
    const refused = await before.save(draft.editionId, version, words, saveId);
    promise(refused?.status === 401, `Simpan sesudah sesi berakhir dijawab ${refused?.status}`);
    promise((await rowOf(draft.editionId)).version === version, 'Simpan yang ditolak mengubah naskah');
    const after = await newsroomClient(stage, draft.writer);
    for (let turn = 0; turn < 2; turn += 1) {
      const again = await after.save(draft.editionId, version, words, saveId);
      promise(again?.status === 200, `Sesudah masuk lagi, simpan dijawab ${again?.status}`);
    }
    promise((await rowOf(draft.editionId)).version === version + 1, 'Simpan yang sama tidak diterima sekali');
    await withoutRoles(draft, () => expectOutside(stage, draft, after, version + 1));
    return {
      held: '401 pada permintaan pertama; simpan yang sama diterima sekali sesudah masuk lagi; tanpa peran ditolak seketika',
    };
  },
};

function typist(client: NewsroomClient, draft: DraftAtHand): (version: number) => Promise<number> {
  let text = '';
  return async (version) => {
    text += 'kata ';
    const answer = await client.save(draft.editionId, version, withText(draft.words, text));
    promise(answer?.status === 200, `Simpan dijawab ${answer?.status}`);
    return savedAnswer.parse(JSON.parse(answer?.text ?? '')).version;
  };
}

/** Takes all roles of the writer away while something is tried, and gives them back. */
async function withoutRoles({ writer }: DraftAtHand, tried: () => Promise<void>): Promise<void> {
  const held = await database().select().from(memberships).where(eq(memberships.userId, writer.userId));
  const end = (endedAt: Date | null, id: (typeof held)[number]['id']) =>
    transaction((tx) => tx.update(memberships).set({ endedAt }).where(eq(memberships.id, id)));
  const open = held.filter(({ endedAt }) => endedAt === null);
  for (const { id } of open) await end(new Date(), id);
  try {
    await tried();
  } finally {
    for (const { id } of open) await end(null, id);
  }
}

async function expectOutside(stage: Stage, draft: DraftAtHand, client: NewsroomClient, version: number): Promise<void> {
  const save = await client.save(draft.editionId, version, withText(draft.words, 'Kata sesudah peran dicabut.'));
  promise([401, 403, 404].includes(save?.status ?? 0), `Simpan tanpa peran dijawab ${save?.status}`);
  promise((await rowOf(draft.editionId)).version === version, 'Simpan tanpa peran mengubah naskah');
  const page = await client.get(`/redaksi/naskah/${draft.articleId}`);
  promise(page?.status !== 200, 'Naskah terbuka bagi orang tanpa peran');
  const renewed = await newsroomClient(stage, draft.writer);
  const read = await renewed.get(`/redaksi/simpan/${draft.editionId}`);
  promise(read?.status !== 200, 'Naskah terbaca oleh orang tanpa peran');
}
