import { transaction } from '#db/client.ts';
import { portals } from '#db/schema/index.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { checkLive } from '#lib/newsroom/live-check.ts';
import { generationNames, raiseGenerationInUpkeep } from '#lib/record/generation.ts';
import { withDatabase } from './open-database.ts';
import { say } from './say.ts';

/**
 * `npm run site:rebuild`: has every page that readers may get made anew from the signed rows, on all machines, tells
 * which editions do not fit their signatures (those are not shown), and has the site looked at from outside. Ends
 * with code 1 when an edition does not fit.
 */
await withDatabase('site_rebuild', async () => {
  await transaction(async (tx) => {
    const all = await tx.select({ id: portals.id }).from(portals).orderBy(portals.id);
    for (const { id } of all) await raiseGenerationInUpkeep(tx, id, [generationNames.site]);
    await addJob(tx, 'check_site', {}, { jobKey: 'check_site' });
  });
  say('Semua halaman pembaca disusun ulang dari naskah yang ditandatangani.');
  const { checked, findings, wrong } = await checkLive();
  say(`${checked.toLocaleString('id-ID')} edisi dicocokkan dengan tanda tangannya; ${wrong} tidak cocok.`);
  for (const { slug, number } of findings.slice(0, 20)) say(`  ✗ ${slug ?? 'tanpa alamat'}, edisi ${number}`);
  say('Pemeriksaan dari luar berjalan sekarang; hasilnya di /integritas.');
  if (wrong > 0) process.exitCode = 1;
});
