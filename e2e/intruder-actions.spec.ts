import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { actionBody, builtActions } from '../lib/testing/server-actions.ts';
import { origin } from './app.ts';
import { doors } from './intruder-doors.ts';
import { type IntruderScene, type Visitor, visitorNames } from './intruder-visitors.ts';
import { expect, test } from './people.ts';
import { runProgram } from './programs.ts';

test('every server action has its line', async () => {
  expect([...(await builtActions()).keys()].toSorted()).toEqual(Object.keys(doors).toSorted());
});

test('no server action does anything for whoever has no right to it, and nothing changes', async () => {
  const scene: IntruderScene = JSON.parse(await runProgram('./intruder-scene.ts', 'set'));
  const actions = await builtActions();
  const inScene = async (what: string) => JSON.parse(await runProgram('./intruder-scene.ts', what, ...scene.victims));
  // Similar articles and the card for sharing come a moment after publication, behind those of all other tests.
  await expect.poll(() => inScene('waiting'), { timeout: 120_000, intervals: [1_000] }).toBe(0);
  const before = await inScene('digest');
  const wrong = await told(scene.ids);
  const left = Object.entries(doors).flatMap(([name, door]) =>
    [null, ...visitorNames.filter((visitor) => !door.may.includes(visitor))]
      .filter((visitor) => visitor !== null || !needNobody.has(name.split('#')[1] ?? ''))
      .map((visitor) => ({ name, visitor, door })),
  );
  const knock = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const { name, visitor, door } = next;
      const cookie = visitor === null ? null : scene.cookies[visitor];
      const answer = await send(actions.get(name) ?? '', door.fields(scene.ids), cookie);
      const wanted = visitor === null ? ['signed_out'] : door.isQuiet ? ['done'] : refusals(visitor);
      if (!wanted.includes(answer)) wrong.push(`${visitor ?? 'nobody'} ${name}: ${answer}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, knock));
  expect(wrong).toEqual([]);
  expect(await inScene('digest')).toEqual(before);
});

/** Actions for whoever is not signed in. */
const needNobody: ReadonlySet<string> = new Set([
  ...['signOut', 'redeemAction', 'signInAction', 'signInByPasskeyAction', 'signInOptionsAction'],
  ...['secondStepOptionsAction', 'takeSecondStepAction', 'takeSecondStepByPasskeyAction'],
]);

/** Who may read an article hears of a state in which there is nothing to do; everybody else finds nothing. */
const mayRead: ReadonlySet<Visitor> = new Set(['writer', 'leader', 'auditor', 'editor', 'managingEditor']);

function refusals(visitor: Visitor): string[] {
  return mayRead.has(visitor) ? ['refused', 'conflict', 'invalid'] : ['refused'];
}

/**
 * What a stranger gets of the draft and its photo by asking for them in every way that readers, guests and programs
 * have, while another article of the agency is live.
 */
async function told(ids: IntruderScene['ids']): Promise<string[]> {
  const { host = '', photoHash = '', draft, draftArticle, agencySlug, liveSlug } = ids;
  const rendition = `r/${photoHash.slice(0, 2)}/${photoHash}.jpeg`;
  const token = 'A'.repeat(43);
  const slug = 'naskah-yang-masih-tertutup';
  const closed = [
    ...[
      `/berita/${slug}`,
      `/berita/${slug}.md`,
      `/berita/${slug}.txt`,
      `/berita/${slug}.json`,
      `/api/v1/artikel/${slug}`,
    ],
    ...[`/berita/${draftArticle}`, `/berita/${draft}`, `/api/v1/artikel/${draftArticle}`, `/cek/${draft}`],
    ...[`/media/${rendition}`, `/media/o/${photoHash.slice(0, 2)}/${photoHash}.jpg`, `/redaksi/media/${rendition}`],
    ...[`/pratinjau/${token}`, `/pratinjau/${draft}`, `/pratinjau/${token}/media/${rendition}`],
    ...[`/sistem/pratinjau/${token}`, `/sistem/embargo/${token}`, `/sistem/ditarik/${slug}`],
    ...[`/redaksi/naskah/${draftArticle}/pratinjau`, `/redaksi/naskah/${draftArticle}/unduh.docx`],
    ...[`/redaksi/simpan/${draft}`, `/redaksi/percakapan/${draft}`, `/redaksi/unggah/${ids['photo']}`],
  ];
  const lists = [
    '/',
    '/cari?q=tertutup',
    `/opd/${agencySlug}`,
    '/api/v1/artikel',
    '/umpan.xml',
    '/sitemap.xml',
    '/arsip',
  ];
  await expect.poll(async () => (await ask(host, `/berita/${liveSlug}`)).status, { timeout: 30_000 }).toBe(200);
  const answers = await Promise.all([...closed, ...lists].map(async (path) => ({ path, ...(await ask(host, path)) })));
  return answers
    .filter(
      ({ path, status, text: said }) =>
        said.includes('Teras rahasia') ||
        said.includes('Naskah yang masih tertutup') ||
        (closed.includes(path) && status < 300),
    )
    .map(({ path, status }) => `a stranger ${path}: ${status}`);
}

/** Asks as if the portal's name led here. */
async function ask(host: string, path: string): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  get(new URL(path, origin), { headers: { host } }, resolve).on('error', reject);
  const answer = await promise;
  return { status: answer.statusCode ?? 0, text: await text(answer) };
}

/** Sends a form as React does. */
async function send(action: string, fields: Readonly<Record<string, string | File>>, cookie: string | null) {
  const headers = { origin, 'next-action': action, accept: 'text/x-component' };
  const answer = await fetch(`${origin}/redaksi/masuk`, {
    method: 'POST',
    headers: cookie === null ? headers : { ...headers, cookie: `ruang-warta.sesi=${cookie}` },
    body: actionBody(fields),
    redirect: 'manual',
  });
  const said = await answer.text();
  return /"status":"(\w+)"/.exec(said)?.[1] ?? `${answer.status} ${said.slice(0, 200)}`;
}
