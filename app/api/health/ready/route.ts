import { isReady } from '#lib/health.ts';

export const dynamic = 'force-dynamic';

/** Whether the process can work now: 503 while the database is away or its schema is not current. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ ready }, { status: ready ? 200 : 503, headers: ready ? {} : { 'Retry-After': '5' } });
}
