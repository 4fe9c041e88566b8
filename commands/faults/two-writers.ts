import { setTimeout as pause } from 'node:timers/promises';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { agencies, memberships, revisions, sections } from '#db/schema/index.ts';
import { type Actor, loadActor } from '#lib/accounts/actor.ts';
import { type AgencyId, type EditionId, revisionId } from '#lib/ids.ts';
import type { Words } from '#lib/newsroom/article-input.ts';
import { createArticle } from '#lib/newsroom/drafting.ts';
import { togetherView } from '#lib/newsroom/presence-shapes.ts';
import { completeWords } from '#lib/testing/words.ts';
import { rowOf, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { type Answered, type NewsroomClient, newsroomClient } from './newsroom-client.ts';
import { type Stage, until } from './stage.ts';

const rounds = 60;
/** Milliseconds after which a writer whose browser died no longer holds the others up. */
const freeWithin = 60_000;

const savedAnswer = z.looseObject({ outcome: z.literal('saved'), version: z.int() });
const refusedAnswer = z.discriminatedUnion('outcome', [
  z.looseObject({ outcome: z.literal('conflict'), version: z.int(), words: z.looseObject({ body: z.unknown() }) }),
  z.looseObject({ outcome: z.literal('stranded'), revisionId }),
]);

/** One of two people who write the same article. */
type Writer = { actor: Actor; client: NewsroomClient; tab: string; baseVersion: number };

/** F9: two people write one article at the same time. Nothing is overwritten in silence, and nobody is held up for long. */
export const twoWriters: Fault = {
  number: 'F9',
  name: 'Dua orang menulis satu naskah',
  promise:
    'Tampak siapa yang menulis; simpan kedua dijawab 409 dengan kedua teks; tidak ada yang tertimpa diam-diam; giliran lepas dalam 60 detik sesudah peramban mati',
  async run(stage) {
    const tally = { saved: 0, conflict: 0, stranded: 0 };
    const { editionId, words, writers } = await twoAtOne(stage);
    let standing = '';
    for (let round = 0; round < rounds; round += 1) {
      const writer = writers[Math.random() < 0.5 ? 0 : 1];
      const typed = `Putaran ${round}: kata ${crypto.randomUUID()}.`;
      if (Math.random() < 0.3) await beat(writer, editionId, 'stays', 100);
      const answer = await writer.client.save(editionId, writer.baseVersion, withText(words, typed));
      if (answer?.status === 200) {
        writer.baseVersion = savedAnswer.parse(JSON.parse(answer.text)).version;
        standing = typed;
        tally.saved += 1;
        continue;
      }
      tally[await refused(answer, standing, typed)] += 1;
      promise((await textOf(editionId)).includes(standing), 'Simpan yang ditolak mengubah naskah');
      // As a person does who looked at both texts: the newest is what they go on from.
      writer.baseVersion = (await rowOf(editionId)).version;
    }
    promise((await textOf(editionId)).includes(standing), 'Naskah bukan yang terakhir dinyatakan tersimpan');
    promise(tally.conflict > 0, 'Tidak sekali pun terjadi bentrok');
    const freed = await freedAfterDeath(stage);
    return {
      held: `${tally.saved} simpan diterima, ${tally.conflict} dijawab 409 dengan kedua teks, ${tally.stranded} disimpan terpisah; giliran lepas ${Math.round(freed / 1_000)} detik sesudah peramban mati`,
    };
  },
};

/** A refusal never loses words: either both texts come, or the sender's are kept as theirs. */
async function refused(answer: Answered, standing: string, typed: string): Promise<'conflict' | 'stranded'> {
  promise(answer?.status === 409, `Simpan kedua dijawab ${answer?.status}`);
  const result = refusedAnswer.parse(JSON.parse(answer?.text ?? ''));
  if (result.outcome === 'conflict') {
    promise(JSON.stringify(result.words.body).includes(standing), 'Jawaban 409 tidak memuat teks yang lain');
    return 'conflict';
  }
  const [kept] = await database()
    .select({ words: revisions.words })
    .from(revisions)
    .where(eq(revisions.id, result.revisionId));
  promise(JSON.stringify(kept?.words).includes(typed), 'Yang disimpan terpisah bukan yang diketik');
  return 'stranded';
}

/** The one who holds the turn falls silent, as a browser does that was killed; the other gets it by opening the page. */
async function freedAfterDeath(stage: Stage): Promise<number> {
  const { editionId, words, writers } = await twoAtOne(stage);
  const [holder, other] = writers;
  const opened = await beat(holder, editionId, 'opens', null);
  promise(opened.seat?.isMine === true, 'Yang pertama membuka tidak memegang giliran');
  const saved = await holder.client.save(editionId, holder.baseVersion, withText(words, 'Kata yang memegang giliran.'));
  promise(saved?.status === 200, `Pemegang giliran dijawab ${saved?.status}`);
  await beat(holder, editionId, 'stays', 100);
  const died = performance.now();
  const seen = await beat(other, editionId, 'opens', null);
  promise(seen.seat?.holder.id === holder.actor.userId, 'Orang kedua tidak diberi tahu siapa yang menulis');
  await until(
    async () => {
      await pause(1_000);
      return (await beat(other, editionId, 'opens', null)).seat?.isMine === true;
    },
    { milliseconds: freeWithin, broken: 'Giliran belum lepas 60 detik sesudah peramban mati' },
  );
  const { version } = await rowOf(editionId);
  const after = await other.client.save(editionId, version, withText(words, 'Kata yang menggantikan.'));
  promise(after?.status === 200, `Sesudah giliran lepas, simpan dijawab ${after?.status}`);
  return performance.now() - died;
}

async function twoAtOne(
  stage: Stage,
): Promise<{ editionId: EditionId; words: Words; writers: readonly [Writer, Writer] }> {
  const { agencyId, people } = await anAgencyOfTwo();
  const [section] = await database().select({ id: sections.id }).from(sections).limit(1);
  if (section === undefined) throw new Error('The demo has no section');
  const { editionId } = await createArticle(people[0], { agencyId });
  const writer = async (actor: Actor): Promise<Writer> => ({
    ...{ actor, tab: crypto.randomUUID(), baseVersion: 1 },
    client: await newsroomClient(stage, actor),
  });
  const words = completeWords(section.id, { title: `Uji dua penulis ${crypto.randomUUID()}` });
  return { editionId, words, writers: [await writer(people[0]), await writer(people[1])] };
}

/** An agency in which two people may write. */
async function anAgencyOfTwo(): Promise<{ agencyId: AgencyId; people: readonly [Actor, Actor] }> {
  const held = await database()
    .selectDistinct({ agencyId: agencies.id, userId: memberships.userId })
    .from(memberships)
    .innerJoin(agencies, eq(agencies.id, memberships.agencyId))
    .where(and(inArray(memberships.role, ['contributor', 'verifier']), isNull(memberships.endedAt)))
    .orderBy(asc(agencies.id));
  for (const { agencyId } of held) {
    const [first, second] = held.filter((other) => other.agencyId === agencyId);
    if (first === undefined || second === undefined) continue;
    return { agencyId, people: [await loadActor(first.userId), await loadActor(second.userId)] };
  }
  throw new Error('The demo has no agency of two writers');
}

async function beat({ client, tab }: Writer, edition: EditionId, event: 'opens' | 'stays', typedAgo: number | null) {
  const answer = await client.post(`/redaksi/hadir/${edition}`, JSON.stringify({ tab, event, typedAgo }), {
    'content-type': 'application/json',
  });
  promise(answer?.status === 200, `Tanda hadir dijawab ${answer?.status}`);
  return togetherView.parse(JSON.parse(answer?.text ?? ''));
}

const textOf = async (edition: EditionId) => JSON.stringify((await rowOf(edition)).body);
