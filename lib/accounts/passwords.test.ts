import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { passwordIssues } from './password-rules.ts';
import { newPasswordIssues } from './password-strength.ts';
import { hashPassword, isWeakerThanNew, verifyPassword } from './passwords.ts';

describe('a password hash', () => {
  it('is argon2id in PHC form with at least the recommended cost', async () => {
    const hash = await hashPassword('perahu kertas di hulu');
    const [, memory, passes, parallelism] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(hash) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
    expect(Number(parallelism)).toBeGreaterThanOrEqual(1);
  });

  it('fits its own password only, however it was composed', async () => {
    const hash = await hashPassword('café di tepi sungai');
    expect(await verifyPassword(hash, 'cafe\u0301 di tepi sungai')).toBe(true);
    expect(await verifyPassword(hash, 'cafe di tepi sungai')).toBe(false);
    expect(await verifyPassword(hash, '')).toBe(false);
  });

  it('differs each time, since the salt is random', async () => {
    expect(await hashPassword('perahu kertas di hulu')).not.toBe(await hashPassword('perahu kertas di hulu'));
  });

  it('is asked for also where there is no account, and then fits nothing', async () => {
    expect(await verifyPassword(null, 'apa saja boleh di sini')).toBe(false);
  });

  it('is known to be weaker than a new one by its cost', async () => {
    expect(isWeakerThanNew(await hashPassword('perahu kertas di hulu'))).toBe(false);
    const rest = `$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`.replaceAll('=', '');
    expect(isWeakerThanNew(`$argon2id$v=19$m=19456,t=2,p=1${rest}`)).toBe(false);
    expect(isWeakerThanNew(`$argon2id$v=19$m=4096,t=2,p=1${rest}`)).toBe(true);
    expect(isWeakerThanNew(`$argon2id$v=19$m=19456,t=1,p=1${rest}`)).toBe(true);
  });

  it('of many people at once keeps nobody from reading a file', async () => {
    let done = 0;
    const all = Array.from({ length: 12 }, () => verifyPassword(null, 'apa saja').then(() => (done += 1)));
    await readFile('package.json');
    expect(done).toBeLessThan(6);
    await Promise.all(all);
  });

  it('is not cut off', async () => {
    const long = 'a1'.repeat(64);
    const hash = await hashPassword(long);
    expect(await verifyPassword(hash, long)).toBe(true);
    expect(await verifyPassword(hash, long.slice(0, -1))).toBe(false);
  });
});

describe('a new password', () => {
  const known = ['Siti Rahmawati', 'siti.rahmawati@kaltimprov.go.id', 'Dinas Kesehatan'];
  const codes = (password: string) => passwordIssues(password, known).map((issue) => issue.code);

  it.each(['pendek', 'sebelas-kar', ''])('is refused when short: %j', (password) => {
    expect(codes(password)).toEqual(['too_short']);
  });

  it('may have 128 characters and no more', () => {
    const text = 'perahu kertas hanyut ke hilir '.repeat(5);
    expect(codes(text.slice(0, 128))).toEqual([]);
    expect(codes(text.slice(0, 129))).toEqual(['too_long']);
  });

  it.each([
    'password1234',
    'diskominfokaltim',
    'Diskominfo-Kaltim-2026',
    'HumasKaltim2025!',
    'SitiRahmawati1990',
    'kesehatan2026!!',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    '123456789012',
    'qwertyuiop12',
    'zyxwvutsrqpo',
    'bismillah12345',
    'ababababababab',
  ])('is refused when easy to guess: %s', (password) => {
    expect(codes(password)).toEqual(['easy_to_guess']);
  });

  it.each([
    'kuda baterai tepat staples',
    'perahu kertas di hulu',
    'hujan turun di Loa Kulu',
    'k9$Vm2#xQ7!w',
    'humas suka makan soto banjar',
    '水が流れる川のほとりで歌う鳥',
  ])('needs no digits, capitals or signs: %s', (password) => {
    expect(codes(password)).toEqual([]);
  });

  it('is looked at quickly, whatever it holds', () => {
    expect(codes('abcd1234'.repeat(16))).toEqual(['easy_to_guess']);
  });
});

describe('a new password, against the lists of guessers', () => {
  const codes = async (password: string, known: string[] = []) =>
    (await newPasswordIssues(password, known)).map((issue) => issue.code);

  it.each([
    'P4ssw0rd12345',
    'rajawali1985',
    'cintaku12345',
    'selamatpagi99',
    'anakku sayang',
    'zxcvbnm123456',
    'satu dua tiga empat',
    'januari februari',
    'kucing kucing kucing',
  ])('is refused: %s', async (password) => {
    expect(await codes(password)).toEqual(['easy_to_guess']);
  });

  it.each(['kuda baterai tepat staples', 'perahu kertas di hulu', 'k9$Vm2#xQ7!w', 'humas suka makan soto banjar'])(
    'is taken: %s',
    async (password) => {
      expect(await codes(password)).toEqual([]);
    },
  );

  it('is refused when it is made of words about its person, also with look-alike letters', async () => {
    expect(await codes('d1sh4ngp4nbunk4lt')).toEqual([]);
    expect(await codes('d1sh4ngp4nbunk4lt', ['Dishangpanbunkalt'])).toEqual(['easy_to_guess']);
  });

  it('keeps our own sentence and limits', async () => {
    expect(await codes('pendek')).toEqual(['too_short']);
    expect(await codes('a'.repeat(129))).toEqual(['too_long']);
    expect(await newPasswordIssues('P4ssw0rd12345', [], 'newPassword')).toMatchObject([
      { field: 'newPassword', text: expect.stringContaining('mudah ditebak') },
    ]);
  });
});
