import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import { csvHeaders } from '#lib/export/csv.ts';
import { portalId } from '#lib/ids.ts';
import { exportRegister } from '#lib/register/export.ts';
import { registerListNamed } from '#lib/urls.ts';

/** A list of the register as a CSV file. What is not a list, or not of the person's portal, is not there. */
export async function registerFile(actor: Actor, request: Request, params: { list: string }): Promise<Response> {
  const list = registerListNamed(params.list);
  const portal = portalId.safeParse(new URL(request.url).searchParams.get('portal'));
  if (list === undefined || !portal.success) throw notFound('list');
  return new Response(await exportRegister(actor, portal.data, list), {
    headers: csvHeaders(`daftar-${params.list}.csv`),
  });
}
