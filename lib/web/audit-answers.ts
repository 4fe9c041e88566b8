import type { Actor } from '#lib/accounts/actor.ts';
import { takeTry } from '#lib/accounts/throttle.ts';
import { csvHeaders } from '#lib/export/csv.ts';
import { fieldsOf } from '#lib/form-fields.ts';
import { logBug } from '#lib/log.ts';
import { exportTrail } from '#lib/record/trail-export.ts';
import { trailFilterOf } from '#lib/record/trail-filter.ts';
import { tooManyFilesAnswer } from './too-often.ts';

/** The audit log as a CSV file: `POST /redaksi/jejak-audit/unduh` with the fields of the filter. Sent as it is read. */
export async function auditFile(actor: Actor, request: Request): Promise<Response> {
  const again = takeTry([{ kind: 'auditExport', of: actor.userId }]);
  if (again !== undefined) return tooManyFilesAnswer(again, 'jejak audit');
  const { values } = fieldsOf(await request.formData());
  const { fileName, parts } = await exportTrail(actor, trailFilterOf(values));
  return new Response(streamOf(parts), { headers: csvHeaders(fileName) });
}

/** Whoever stops reading stops the reading of the log, too. */
function streamOf(parts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        logBug('audit_export', error);
        // The file ends short, and the browser says so.
        controller.error(error);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
