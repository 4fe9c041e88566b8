import { claim, submit } from '#lib/newsroom/publishing.ts';
import { say, sayWhy } from '../say.ts';
import { aDraftAtHand, rowOf } from './desk.ts';
import { promise } from './fault.ts';
import { answered, newsroomClient } from './newsroom-client.ts';
import { expectWhole } from './oracle.ts';
import { openStage, type Stage, until } from './stage.ts';

/**
 * Started by `only-loopback.ts` in a network without an outside: reads every kind of page, writes, publishes, and sees
 * it on the site.
 */
try {
  const isAlone = await fetch('http://192.0.2.1/', { signal: AbortSignal.timeout(2_000) }).then(
    () => false,
    (error: unknown) => error instanceof TypeError,
  );
  promise(isAlone, 'Ruang jaringan ini masih punya jalan ke luar');
  const stage = await openStage({ folder: '.data-e2e-alone' });
  try {
    const read = await readEverything(stage);
    await publishSomething(stage);
    await expectWhole(stage);
    say(`Berjalan sendiri: ${read} halaman dibaca, naskah ditulis, disetujui, terbit, dan tampil`);
  } finally {
    await stage.close();
  }
} catch (error) {
  sayWhy(error, 'walk-alone');
  process.exitCode = 1;
}

async function readEverything(stage: Stage): Promise<number> {
  const { editor } = await aDraftAtHand();
  const client = await newsroomClient(stage, editor);
  const reader = ['/', '/cari?q=jalan', '/rss.xml', '/sitemap.xml', '/api/v1/artikel', '/integritas'];
  const newsroom = ['/redaksi', '/redaksi/antrean', '/redaksi/terbit', '/redaksi/media', '/redaksi/kalender'];
  for (const path of reader) {
    const answer = await answered(`${stage.origin}${path}`);
    promise(answer?.status === 200, `${path} dijawab ${answer?.status}`);
  }
  for (const path of newsroom) {
    const answer = await client.get(path);
    promise(answer?.status === 200, `${path} dijawab ${answer?.status}`);
  }
  return reader.length + newsroom.length;
}

async function publishSomething(stage: Stage): Promise<void> {
  const draft = await aDraftAtHand();
  const submitted = await submit(draft.writer, draft);
  const { version } = await claim(draft.editor, { editionId: draft.editionId, version: submitted.version });
  const editor = await newsroomClient(stage, draft.editor);
  const fields = { editionId: draft.editionId, version: String(version), outcome: 'publish' };
  const answer = await editor.act(draft.articleId, 'approve', fields);
  promise(answer?.status === 200, `Menyetujui dijawab ${answer?.status}`);
  promise((await rowOf(draft.editionId)).state === 'published', 'Artikel tidak terbit');
  await until(async () => (await answered(`${stage.origin}/`))?.text.includes(draft.words.title) === true, {
    ...{ milliseconds: 30_000, broken: 'Artikel tidak tampil di halaman depan' },
  });
}
