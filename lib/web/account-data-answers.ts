import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { takeTry } from '#lib/accounts/throttle.ts';
import { notFound } from '#lib/errors.ts';
import { fieldsOf } from '#lib/form-fields.ts';
import { userId } from '#lib/ids.ts';
import { accountData } from '#lib/privacy/account-data.ts';
import { tooManyFilesAnswer } from './too-often.ts';

const asked = z.strictObject({ userId: userId.optional() });

/**
 * Everything kept about an account as a JSON file: `POST /redaksi/akun/data`, one's own unless `userId` names
 * another that the sender administers. Only ever saved.
 */
export async function accountDataFile(actor: Actor, request: Request): Promise<Response> {
  const wish = asked.safeParse(fieldsOf(await request.formData()).values);
  if (!wish.success) throw notFound('account');
  const again = takeTry([{ kind: 'accountExport', of: actor.userId }]);
  if (again !== undefined) return tooManyFilesAnswer(again, 'data akun');
  const data = await accountData(actor, wish.data.userId ?? actor.userId);
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="data-akun.json"',
      'x-content-type-options': 'nosniff',
    },
  });
}
