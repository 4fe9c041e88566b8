import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadActor } from '#lib/accounts/actor.ts';
import { conflict, integrityBroken, invalid, notAllowed, notFound } from '#lib/errors.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aPerson } from '#lib/testing/people.ts';
import { answerRequest, readJson } from './request-answer.ts';

testDatabase();

const here = 'https://warta.example.go.id';
const post = (body: BodyInit | null = '{}', headers: Record<string, string> = {}) =>
  new Request(`${here}/redaksi/simpan/1`, {
    method: 'POST',
    body,
    headers: { host: 'warta.example.go.id', origin: here, ...headers },
  });

const somebody = async () => loadActor(await aPerson());
const fine = async () => Response.json({ ok: true });

const answer = async (response: Response) => {
  const body: unknown = await response.json();
  return { status: response.status, body };
};

describe('a newsroom route', () => {
  it('does its work for the signed-in actor, and nothing keeps the answer', async () => {
    const response = await answerRequest(post(), { id: '7' }, somebody, async (actor, _request, params) =>
      Response.json({ name: actor.name, params }),
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await answer(response)).body).toMatchObject({ params: { id: '7' } });
  });

  it('leaves the caching an answer chose for itself', async () => {
    const response = await answerRequest(post(), {}, somebody, async () =>
      Response.json({}, { headers: { 'cache-control': 'private, max-age=60' } }),
    );
    expect(response.headers.get('cache-control')).toBe('private, max-age=60');
  });

  it('says 401 to nobody', async () => {
    const told = await answer(await answerRequest(post(), {}, async () => null, fine));
    expect(told).toMatchObject({ status: 401, body: { code: 'signed_out' } });
  });

  it.each([
    ['missing', { origin: '' }],
    ['of another site', { origin: 'https://evil.example' }],
    ['of another port', { origin: `${here}:8443` }],
    ['of a subdomain', { origin: 'https://x.warta.example.go.id' }],
    ['null', { origin: 'null' }],
  ])('refuses a change whose Origin is %s, before asking who it is', async (_name, headers) => {
    const request = post('{}', headers);
    if (headers.origin === '') request.headers.delete('origin');
    let asked = false;
    const findActor = async () => {
      asked = true;
      return null;
    };
    const told = await answer(await answerRequest(request, {}, findActor, fine));
    expect(told).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
    expect(asked).toBe(false);
  });

  it('needs no Origin for reading', async () => {
    const request = new Request(`${here}/redaksi/media/x`, { headers: { host: 'warta.example.go.id' } });
    expect((await answerRequest(request, {}, somebody, fine)).status).toBe(200);
  });

  it.each([
    [notFound('edition'), 404, 'not_found'],
    [notAllowed('Hanya redaktur.'), 403, 'not_allowed'],
    [conflict('Sudah diubah.'), 409, 'conflict'],
    [invalid([{ field: 'title', code: 'missing', text: 'Isi judul.' }]), 422, 'invalid'],
    [integrityBroken('edition 7'), 500, 'bug'],
    [new Error('password=hunter2'), 500, 'bug'],
  ])('answers %s with its status', async (error, status, code) => {
    const response = await answerRequest(post(), {}, somebody, () => Promise.reject(error));
    const told = await answer(response);
    expect(told).toMatchObject({ status, body: { code } });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(JSON.stringify(told.body)).not.toMatch(/hunter2|edition/);
  });

  it('tells the issues of what was sent', async () => {
    const issue = { field: 'title', code: 'missing', text: 'Isi judul.' };
    const told = await answer(await answerRequest(post(), {}, somebody, () => Promise.reject(invalid([issue]))));
    expect(told.body).toMatchObject({ issues: [issue] });
  });

  it('says 503 and when to try again while the database is away', async () => {
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const response = await answerRequest(post(), {}, somebody, () => Promise.reject(away));
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(5);
  });

  it('refuses a body that is declared or grows too large', async () => {
    const read = async (_actor: unknown, request: Request) => Response.json((await request.text()).length);
    const limit = { maxBytes: 1_000 };
    const declared = await answerRequest(post('x', { 'content-length': '5000' }), {}, somebody, read, limit);
    expect(declared.status).toBe(413);
    const grows = await answerRequest(post('x'.repeat(5_000)), {}, somebody, read, limit);
    expect(grows.status).toBe(413);
    const fits = await answerRequest(post('x'.repeat(1_000)), {}, somebody, read, limit);
    expect(await fits.json()).toBe(1_000);
  });
});

describe('a JSON body', () => {
  const schema = z.strictObject({ title: z.string('Judul harus berupa teks.') });

  it('is read and checked', async () => {
    expect(await readJson(post('{"title":"Banjir surut"}'), schema)).toEqual({ title: 'Banjir surut' });
  });

  it.each(['', '{', '[]', '{"title":1}', '{"title":"x","extra":1}', '{"title":"x","__proto__":{"admin":true}}'])(
    'is refused when it is %j',
    async (text) => {
      await expect(readJson(post(text), schema)).rejects.toMatchObject({ code: 'invalid' });
    },
  );

  it('that its page left half sent is refused, and no bug', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })),
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    const cut = new Request(`${here}/redaksi/hadir/1`, init);
    await expect(readJson(cut, schema)).rejects.toMatchObject({ code: 'invalid', issues: [{ code: 'cut_off' }] });
  });
});
