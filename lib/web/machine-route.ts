import { z } from 'zod';
import { domainErrorCode } from '#lib/errors.ts';
import type { PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { requestPortal } from './portal.ts';
import { portalOrigin } from './site-metadata.ts';

/** The portal a program asks, and the public origin that its addresses begin with. */
export type Asked = { portal: PublicPortal; origin: string };

type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/** What a program gets: its media type and the text. Null: nothing of the kind is there. */
export type MachineText = { contentType: string; body: string; status?: 400 } | null;

/**
 * A route for programs. Without an answer it is 404; delivery has an own text for that, and
 * keeps the last good one when words do not fit their signatures.
 *
 * @param work gets what the address names, and the declared parameters that delivery let through
 */
export function machineRoute(
  work: (asked: Asked, named: Readonly<Record<string, string>>, query: URLSearchParams) => Promise<MachineText>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    // A route whose address names nothing has no params at all.
    const named = single.parse((await context.params) ?? {});
    const answer = await orNothing(async () => {
      const portal = await requestPortal();
      return work({ portal, origin: portalOrigin(portal) }, named, new URL(request.url).searchParams);
    });
    if (answer === null) return new Response(null, { status: 404 });
    const { contentType, body, status = 200 } = answer;
    return new Response(body, { status, headers: { 'content-type': contentType } });
  };
}

const single = z.record(z.string(), z.string());

async function orNothing(work: () => Promise<MachineText>): Promise<MachineText> {
  try {
    return await work();
  } catch (error) {
    if (domainErrorCode(error) === 'not_found') return null;
    throw error;
  }
}
