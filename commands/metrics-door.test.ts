import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { freePort } from '#db/embedded-cluster.ts';
import { issuesOf } from '#lib/errors.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { forgetFigures } from '#lib/operations/figures.ts';
import { openMetrics } from '#lib/operations/metrics.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aFastLaneArticle, anOffice } from '#lib/testing/newsroom.ts';
import { countAnswer, renderTook, requestKindOf } from '#lib/traffic.ts';
import { metricsForBearers, openMetricsDoor } from './metrics-door.ts';

testConfiguration();
testDatabase();

const token = 'kunci-ukuran-0123456789abcdef';
const cache = {
  hits: 3,
  misses: 2,
  standIns: 1,
  pages: 4,
  bytes: 5,
  stale: 0,
  waiting: 0,
  kept: { pages: 1, bytes: 9 },
};
const metrics = openMetrics({ cache: () => cache, desks: () => 7 });

let door: Awaited<ReturnType<typeof openMetricsDoor>>;
afterEach(() => door?.close());

async function onOwnDoor(withToken: string | null) {
  const port = await freePort();
  door = await openMetricsDoor(metrics, { door: { host: '127.0.0.1', port }, token: withToken });
  return (path = '/metrics', headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
}

test('tell how the process and the rows are, and name nobody and no address', async () => {
  forgetFigures();
  const office = await anOffice();
  const article = await aFastLaneArticle(office);
  await addJob(database(), 'turn_photo', { assetId: 'a' });
  await database().execute(sql`
    update graphile_worker._private_jobs set attempts = max_attempts
    where id in (select id from graphile_worker.jobs where task_identifier = 'turn_photo')`);
  countAnswer(requestKindOf('/berita/alamat-rahasia?q=kata'), 404);
  renderTook(0.03);
  const text = await (await (await onOwnDoor(null))()).text();
  expect(text).toMatch(/^ruang_warta_answers_total\{kind="page",status="4xx"\} [1-9]/m);
  expect(text).toMatch(/^ruang_warta_render_seconds_bucket\{le="0.05"\} [1-9]/m);
  for (const line of [
    'ruang_warta_cache_answers_total{from="memory"} 3',
    'ruang_warta_cache_bytes{where="disk"} 9',
    'ruang_warta_open_desks 7',
    'ruang_warta_database_up 1',
    'ruang_warta_jobs_failed{task="turn_photo"} 1',
    'ruang_warta_alarms{kind="audit_chain_broken"} 0',
    'ruang_warta_late{what="second_review"} 0',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  for (const secret of ['alamat-rahasia', article.articleId, office.editor.email, office.portalId])
    expect(text).not.toContain(secret);
});

test('on their own door only measurements are answered, to whoever shows the token', async () => {
  const ask = await onOwnDoor(token);
  const bearer = { authorization: `Bearer ${token}` };
  expect((await ask('/metrics', bearer)).status).toBe(200);
  for (const headers of [{}, { authorization: 'Bearer x' }, { authorization: token }])
    expect((await ask('/metrics', headers)).status).toBe(404);
  expect((await ask('/', bearer)).status).toBe(404);
  expect((await ask('/metrics?x=1', bearer)).status).toBe(404);
  expect((await ask('/metrics', bearer, 'POST')).status).toBe(404);
});

test('on the door of readers they are there for bearers of the token alone', async () => {
  expect(await metricsForBearers(metrics, token)(`Bearer ${token}`)).toMatchObject({ status: 200 });
  for (const authorization of [undefined, '', 'Bearer ', `Basic ${token}`, `Bearer ${token}x`])
    expect(metricsForBearers(metrics, token)(authorization)).toBeUndefined();
  expect(metricsForBearers(metrics, null)('Bearer null')).toBeUndefined();
});

test('a door that cannot be had is refused by its settings', async () => {
  const error = await openMetricsDoor(metrics, { door: { host: '192.0.2.1', port: 9464 }, token: null }).catch(
    (reason: unknown) => reason,
  );
  expect(issuesOf(error)[0]).toMatchObject({ field: 'METRICS_PORT', code: 'metrics_door' });
});
