import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { aDraftAtHand, type DraftAtHand, rowOf, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { type NewsroomClient, newsroomClient } from './newsroom-client.ts';

const versions = 10_000;
/** Milliseconds; a save among many versions may take so many times that of one among few, and a little. */
const within = { history: 300, diff: 1_000, save: 2, leeway: 50 };
/** Bytes on disk for each byte of text. */
const mostStorage = 3;

/** F17: an article of 10,000 versions. */
export const manyVersions: Fault = {
  number: 'F17',
  name: 'Satu naskah dengan 10.000 versi',
  promise:
    'Riwayat di bawah 300 md, banding di bawah 1 detik, simpan tidak melambat, paling banyak 3 bita per bita teks',
  async run(stage) {
    const draft = await aDraftAtHand();
    const client = await newsroomClient(stage, draft.writer);
    const few = await medianOf(() => save(client, draft));
    await addVersions(draft);
    const many = await medianOf(() => save(client, draft));
    promise(many < few * within.save + within.leeway, `Simpan ${Math.round(few)} md menjadi ${Math.round(many)} md`);
    const path = `/redaksi/naskah/${draft.articleId}/riwayat`;
    const [first, middle, last] = await someVersions(draft);
    const history = await medianOf(() => open(client, path));
    const deep = await medianOf(() => open(client, `${path}?sebelum=${middle}`));
    const diff = await medianOf(() => open(client, `${path}/banding?dari=${first}&ke=${last}`));
    promise(Math.max(history, deep) < within.history, `Riwayat ${Math.round(history)} dan ${Math.round(deep)} md`);
    promise(diff < within.diff, `Banding ${Math.round(diff)} md`);
    const storage = await storagePerByte();
    promise(storage <= mostStorage, `${storage.toFixed(1)} bita di cakram per bita teks`);
    return {
      held: `riwayat ${Math.round(history)} md, halaman ke-100 ${Math.round(deep)} md, banding ${Math.round(diff)} md, simpan ${Math.round(few)} lalu ${Math.round(many)} md, ${storage.toFixed(2)} bita per bita teks`,
    };
  },
};

async function open(client: NewsroomClient, path: string): Promise<void> {
  const answer = await client.get(path);
  promise(answer?.status === 200, `${path} dijawab ${answer?.status}`);
}

async function save(client: NewsroomClient, draft: DraftAtHand): Promise<void> {
  const { version } = await rowOf(draft.editionId);
  const text = `Kata yang disimpan, ${crypto.randomUUID()}.`;
  const answer = await client.save(draft.editionId, version, withText(draft.words, text));
  promise(answer?.status === 200, `Simpan dijawab ${answer?.status}`);
}

/** Milliseconds, the middle of nine after a first that does not count. */
async function medianOf(work: () => Promise<void>): Promise<number> {
  await work();
  const took: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return took.toSorted((one, other) => one - other)[4] ?? 0;
}

/** Versions of a text of three kilobytes that grows and changes, ten minutes apart. */
async function addVersions({ editionId }: DraftAtHand): Promise<void> {
  await database().execute(sql`
    insert into revisions (id, edition_id, words, content_hash, by, reason, started_at, at)
    select uuidv7(make_interval(secs => (n - ${versions + 1}) * 600)), edition_id,
      jsonb_set(words, '{body}', jsonb_build_object('type', 'doc', 'content', (
        select jsonb_agg(jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object(
          'type', 'text', 'text', 'Paragraf ' || p || ' versi ' || (n / p) || ': ' || md5((n / p)::text || '-' || p) ||
            ' layanan dibuka setiap hari kerja bagi seluruh warga tanpa janji lebih dahulu di loket utama kantor.'))))
        from generate_series(1, 20) p))),
      content_hash, by, 'typing', now() - make_interval(secs => (${versions + 1} - n) * 600),
      now() - make_interval(secs => (${versions + 1} - n) * 600)
    from (select * from revisions where edition_id = ${editionId} order by id desc limit 1) one,
      generate_series(1, ${versions}) n`);
  await database().execute(sql`analyze revisions`);
}

async function someVersions({ editionId }: DraftAtHand): Promise<[string, string, string]> {
  const rows = await database().execute<{ id: string }>(sql`
    select id::text as id from revisions where edition_id = ${editionId} order by id`);
  const at = (share: number) => rows[Math.floor((rows.length - 1) * share)]?.id ?? '';
  return [at(0), at(0.5), at(1)];
}

/** Bytes of the table with its indexes for each byte of what it holds. */
async function storagePerByte(): Promise<number> {
  const [row] = await database().execute<{ share: number }>(sql`
    select pg_total_relation_size('revisions')::float8 / sum(octet_length(words::text)) as share from revisions`);
  return row?.share ?? Number.POSITIVE_INFINITY;
}
