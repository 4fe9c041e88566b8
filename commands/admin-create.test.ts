import { beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '#db/client.ts';
import { portals } from '#db/schema/index.ts';
import { loadActor } from '#lib/accounts/actor.ts';
import { redeemCode } from '#lib/accounts/codes.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { createAdmin } from './admin-create.ts';

testConfiguration();
testDatabase();

let told = '';

beforeEach(() => {
  told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
  return () => vi.restoreAllMocks();
});

const run = (line: string, ...rest: string[]) => createAdmin([...line.split(' ').filter(Boolean), ...rest], undefined);
const codeTold = () => /Kode {3}(\S+)/.exec(told)?.[1] ?? '';

describe('npm run admin:create', () => {
  it('asks for what is missing, and says with what to write it when nobody can answer', async () => {
    await expect(run('')).rejects.toMatchObject({ issues: [{ text: expect.stringContaining('--email') }] });
    await expect(run('--email a@kaltimprov.go.id --name Siti')).rejects.toMatchObject({
      issues: [{ text: expect.stringContaining('--portal-name') }],
    });
    expect(await database().select().from(portals)).toEqual([]);
  });

  it('makes the first portal with the first admin, from arguments and answers', async () => {
    const questions: string[] = [];
    const ask = async (question: string) => {
      questions.push(question);
      return question.startsWith('Nama portal') ? 'Warta Kaltim' : 'Siti Rahmawati';
    };
    await createAdmin(['--email', 'siti@kaltimprov.go.id', '--time-zone', 'Asia/Makassar'], ask);
    expect(questions).toHaveLength(2);
    const [portal] = await database().select().from(portals);
    expect(portal).toMatchObject({
      slug: 'warta-kaltim',
      hosts: ['warta.example.go.id'],
      timeZone: 'Asia/Makassar',
      isDemo: false,
    });
    expect(told).toContain(`https://warta.example.go.id/redaksi/kode#${codeTold()}`);
    const { userId } = await redeemCode({ code: codeTold(), password: 'perahu kertas di hulu' });
    expect((await loadActor(userId)).roles).toMatchObject([{ role: 'admin' }]);
  });

  it('makes a second one in the same portal, then refuses', async () => {
    await run('--email dua@kaltimprov.go.id --name Dua');
    await expect(run('--email tiga@kaltimprov.go.id --name Tiga')).rejects.toMatchObject({
      issues: [{ text: expect.stringContaining('layar admin') }],
    });
  });

  it('gives an admin who cannot get in a new code', async () => {
    await run('--email dua@kaltimprov.go.id --name Dua');
    await expect(redeemCode({ code: codeTold(), password: 'hujan turun di loa kulu' })).resolves.toBeDefined();
  });

  it.each(['--surel a@b.go.id', '--email bukan-surel --name X', 'kata'])('says what is wrong with %j', async (line) => {
    await expect(run(line)).rejects.toMatchObject({ code: 'invalid' });
  });
});
