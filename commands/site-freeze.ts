import { parseArgs } from 'node:util';
import { invalid } from '#lib/errors.ts';
import { freezeSite, unfreezeSite } from '#lib/record/site-freeze.ts';
import { withDatabase } from './open-database.ts';
import { say } from './say.ts';

const usage =
  'Contoh: npm run site:freeze -- --alasan "Situs disusupi, sedang diperiksa", lalu npm run site:freeze -- --buka';

/**
 * `npm run site:freeze -- --alasan <text>`: read-only mode. Nothing is published, retracted or otherwise changed for
 * readers on any machine until `--buka` ends it; writing goes on. For an incident, while nobody knows which account
 * was taken over.
 */
await withDatabase('site_freeze', async () => {
  const { alasan, buka } = given();
  if (buka) {
    say((await unfreezeSite()) ? 'Mode baca saja diakhiri.' : 'Mode baca saja memang tidak berlaku.');
    return;
  }
  const isNew = await freezeSite(alasan);
  say(isNew ? 'Mode baca saja berlaku di semua mesin.' : 'Mode baca saja sudah berlaku; alasannya diganti.');
});

function given(): { buka: true; alasan: '' } | { buka: false; alasan: string } {
  try {
    const { values } = parseArgs({ options: { alasan: { type: 'string' }, buka: { type: 'boolean' } } });
    const alasan = values.alasan?.trim() ?? '';
    if (values.buka === true && alasan === '') return { buka: true, alasan: '' };
    if (values.buka !== true && alasan.length >= 5) return { buka: false, alasan };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw invalid([{ field: 'alasan', code: 'arguments', text: `Tulis alasannya, atau --buka. ${usage}` }]);
}
