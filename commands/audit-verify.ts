import { database } from '#db/client.ts';
import { verifyChain } from '#lib/record/events.ts';
import { withDatabase } from './open-database.ts';
import { say } from './say.ts';

/** `npm run audit:verify`: reads the whole audit log and says whether a row was removed or altered. */
await withDatabase('audit_verify', async () => {
  const { checked, headHash, brokenAt } = await verifyChain(database());
  if (brokenAt === null) {
    say(`Jejak audit utuh: ${checked.toLocaleString('id-ID')} peristiwa diperiksa.`);
    say(`Sidik peristiwa terakhir: ${headHash}`);
    say('Simpan sidik ini di luar mesin; dengannya terlihat bila ekor jejak dipotong.');
    return;
  }
  say(`✗ Jejak audit RUSAK pada peristiwa nomor ${brokenAt}: baris itu diubah, hilang, atau tersisip.`);
  say(
    `${checked.toLocaleString('id-ID')} peristiwa sebelumnya utuh. Jangan ubah apa pun; salin basis data ini dan panggil auditor.`,
  );
  process.exitCode = 1;
});
