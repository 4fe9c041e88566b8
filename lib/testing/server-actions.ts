import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const actionList = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

/** The id under which the build offers each server action, by file and name: `app/…/actions.ts#submit`. */
export async function builtActions(): Promise<Map<string, string>> {
  const { node } = actionList.parse(JSON.parse(await readFile('.next/server/server-reference-manifest.json', 'utf8')));
  return new Map(Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]));
}

/** What React sends for `(state, form)`: the form's fields under its number, then the two arguments. */
export function actionBody(fields: Readonly<Record<string, string | File>>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  body.append('0', '[null,"$K1"]');
  return body;
}
