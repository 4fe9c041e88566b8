import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { editions } from '#db/schema/index.ts';
import { readConfig, useConfig } from '#lib/config.ts';
import { issuesOf } from '#lib/errors.ts';
import { oldAddressPath } from '#lib/newsroom/addresses.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { requireFittingKeys } from '#lib/newsroom/signing-keys.ts';
import { verifyChain } from '#lib/record/events.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, aSubmittedArticle, type Office } from '#lib/testing/newsroom.ts';

const db = testDatabase();

let folder = '';
let office: Office;
const putBack: (() => void)[] = [];

/** As a start of Ruang Warta on this folder would. */
function restart(): void {
  putBack.push(useConfig(readConfig({ DATA_DIR: folder, DATABASE_URL: db.url() })));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruang warta '));
  restart();
  office = await anOffice();
});

afterAll(async () => {
  for (const undo of putBack.reverse()) undo();
  await rm(folder, { recursive: true });
});

type Ended = { code: number | null; told: string };

function run(command: string, parts: readonly string[] = [], changes: Record<string, string> = {}): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  const environment = {
    ...process.env,
    RUANG_WARTA_MODE: 'contoh',
    DATA_DIR: folder,
    DATABASE_URL: db.url(),
    ...changes,
  };
  const child = spawn(process.execPath, [join('commands', `${command}.ts`), ...parts], { env: environment });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  child.on('error', reject);
  child.on('close', (code) => resolve({ code, told }));
  return promise;
}

const keyIds = async (editionId: string) => {
  const rows = await database().select({ id: editions.id, key: editions.cardKeyId }).from(editions);
  return rows.find((row) => row.id === editionId)?.key;
};

describe('npm run audit:verify', () => {
  test('says that all is whole, how much was looked at, and the newest fingerprint', async () => {
    await aPublishedArticle(office);
    const { code, told } = await run('audit-verify');
    expect(told).toMatch(/✓ Jejak audit utuh: \d+ peristiwa diperiksa\./);
    expect(told).toMatch(/Sidik peristiwa terakhir: [0-9a-f]{64}/);
    expect(told).toContain('✓ Artikel utuh: segel, isi, dan tanda tangan 1 edisi terbit diperiksa.');
    expect(code).toBe(0);
  });

  test('names the article and the entry of the log that were altered, and ends with code 1', async () => {
    const article = await aPublishedArticle(office);
    const alter = async (title: string, verb: string) => {
      await behindOurBack(db.url(), 'update editions set title = $2 where id = $1', [article.editionId, title]);
      await behindOurBack(db.url(), 'update events set verb = $1 where seq = 2', [verb]);
    };
    await alter('Slot gacor hari ini', 'retract');
    const { code, told } = await run('audit-verify');
    await alter('Puskesmas buka layanan imunisasi Sabtu pagi', 'submit');
    expect(code).toBe(1);
    expect(told).toContain('✗ Jejak audit RUSAK pada peristiwa nomor 2');
    expect(told).toContain('✗ 1 edisi TIDAK cocok');
    expect(told).toContain(`/berita/${article.slug}, edisi 1`);
    expect(told).toContain('isinya bukan yang ditandatangani');
    expect(told).toContain('panggil auditor');
    expect(told).not.toContain('gacor');
  });
});

describe('npm run audit:verify with a witness', () => {
  const witnessFile = async (text: string) => {
    const file = join(folder, 'surel saksi.txt');
    await writeFile(file, text);
    return file;
  };

  test('tells the fingerprint of one entry, and whether what a witness kept is still there', async () => {
    await aPublishedArticle(office);
    const { headHash } = await verifyChain(database(), 3);
    const kept = await witnessFile(`Dari: warta\n\n> 2026-01-14 3\n> ${headHash}\n`);
    const sound = await run('audit-verify', ['--sampai', '3', '--saksi', kept]);
    expect(sound.told).toContain(`Sidik peristiwa nomor 3: ${headHash}`);
    expect(sound.told).toContain('✓ Saksi luar membenarkan: 1 sidik cocok, yang terakhir 2026-01-14 nomor 3.');
    expect(sound.told).not.toContain('Artikel utuh');
    expect(sound.code).toBe(0);
    const other = await witnessFile(`2026-01-14 3 ${headHash}\n2026-01-15 4 ${'0'.repeat(64)}\n`);
    const rewritten = await run('audit-verify', ['--sampai', '4', '--saksi', other]);
    expect(rewritten.told).toContain('✗ Saksi luar MEMBANTAH: riwayat sampai 2026-01-15 ditulis ulang atau dipotong.');
    expect(rewritten.told).toContain('Sampai 2026-01-14 (peristiwa nomor 3) masih cocok.');
    expect(rewritten.code).toBe(1);
  });

  test('says what is wrong with what it was given', async () => {
    const refused = async (parts: readonly string[]) => (await run('audit-verify', parts)).told;
    const told = await Promise.all([
      refused(['--saksi', join(folder, 'tidak-ada.txt')]),
      refused(['--saksi', await witnessFile('Halo saksi.')]),
      refused(['--sampai', '999999']),
    ]);
    const expected = ['tidak ada.', 'Tidak ada sidik di berkas', 'ekornya dipotong'];
    for (const [index, text] of expected.entries()) expect(told[index]).toContain(text);
  });
});

describe('npm run addresses:import', () => {
  test('leads addresses of an earlier site to the articles of today, after a dry run', async () => {
    const article = await aPublishedArticle(office);
    const file = join(folder, 'alamat lama.csv');
    await writeFile(file, `/?p=77;${article.slug}\n/2020/01/02/lama;tidak-ada\n`);
    const dry = await run('addresses-import', [file, '--dry-run']);
    expect([dry.code, dry.told]).toEqual([1, expect.stringContaining('Akan disimpan: 1 alamat. Ditolak: 1.')]);
    expect(dry.told).toContain('Baris 2: Tidak ada artikel beralamat tidak-ada');
    expect(await oldAddressPath(office.portalId, '/?p=77')).toBeNull();
    expect((await run('addresses-import', [file])).told).toContain('Tersimpan: 1 alamat.');
    expect(await oldAddressPath(office.portalId, '/?p=77')).toBe(`/berita/${article.slug}`);
  });

  test('says what is missing or not there', async () => {
    const wrong = [
      { parts: [], sentence: 'Sebut satu berkas.' },
      { parts: ['tidak-ada.csv'], sentence: 'Berkas tidak-ada.csv tidak ada.' },
      { parts: ['x.csv', '--portal', 'entah'], sentence: 'Sebut portalnya' },
      { parts: ['--apa'], sentence: 'Argumen tidak dikenali.' },
    ];
    await Promise.all(
      wrong.map(async ({ parts, sentence }) => {
        const { code, told } = await run('addresses-import', parts);
        expect([code, told]).toEqual([1, expect.stringContaining(sentence)]);
      }),
    );
  });
});

describe('npm run keys:rotate', () => {
  test('prints the whole new setting in production, the former keys kept, and writes nothing', async () => {
    const former = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
    const { code, told } = await run('keys-rotate', [], {
      RUANG_WARTA_MODE: 'produksi',
      PUBLIC_URL: 'https://warta.example.go.id',
      AUTH_SECRET: 'rahasia-untuk-pengujian-saja-0123456789',
      SIGNING_KEYS: former,
    });
    expect(code).toBe(0);
    const setting = /SIGNING_KEYS=(\S+)/.exec(told)?.[1] ?? '';
    expect(setting).toMatch(/^k\d{4}:[A-Za-z0-9+/]{43}=,/);
    expect(setting.endsWith(`,${former}`)).toBe(true);
    expect(told).toContain('Jangan buang kunci lama');
  });

  test('says which arguments there are', async () => {
    const { code, told } = await run('keys-rotate', ['--sekarang']);
    expect([code, told]).toEqual([1, expect.stringContaining('--segel-ulang')]);
  });

  test('in the demo: a new key signs, the old articles stay, their cards are sealed anew, an altered one is not', async () => {
    const [old, altered] = [await aPublishedArticle(office), await aPublishedArticle(office)];
    const { code, told } = await run('keys-rotate');
    const id = /Kunci "(\w+)" ditambahkan/.exec(told)?.[1] ?? '';
    expect([code, await readFile(join(folder, 'secrets.json'), 'utf8')]).toEqual([0, expect.stringContaining(id)]);

    // We are still running with the old ring, and have signed nothing with the new key.
    const early = await run('keys-rotate', ['--segel-ulang']);
    expect([early.code, early.told]).toEqual([1, expect.stringContaining('sedang berjalan')]);
    expect(await keyIds(old.editionId)).toBe('contoh');

    restart();
    await aSubmittedArticle(office);
    expect((await articlePage(office.portalId, old.slug))?.title).toBeDefined();
    await behindOurBack(db.url(), `update articles set slug = 'slot-gacor' where id = $1`, [altered.articleId]);
    const { code: partly, told: sealed } = await run('keys-rotate', ['--segel-ulang']);
    expect(sealed).toMatch(new RegExp(`\\d+ kartu disegel ulang dengan kunci "${id}"`));
    expect([partly, sealed]).toEqual([1, expect.stringContaining('slot-gacor')]);
    expect([await keyIds(old.editionId), await keyIds(altered.editionId)]).toEqual([id, 'contoh']);
    expect((await articlePage(office.portalId, old.slug))?.title).toBeDefined();

    await behindOurBack(db.url(), 'update articles set slug = $2 where id = $1', [altered.articleId, altered.slug]);
    expect((await run('keys-rotate', ['--reseal'])).code).toBe(0);
    const [row] = await database().select().from(editions).where(eq(editions.id, altered.editionId));
    expect(row?.cardKeyId).toBe(id);
  });

  test('without the key that sealed the cards nothing starts', async () => {
    const own = readConfig({ DATA_DIR: folder, DATABASE_URL: db.url() });
    putBack.push(useConfig({ ...own, signingKeys: own.signingKeys.slice(-1) }));
    const error = await requireFittingKeys(database()).catch((reason: unknown) => reason);
    expect(issuesOf(error)[0]?.text).toContain(`"${own.signingKeys[0]?.id}"`);
  });
});
