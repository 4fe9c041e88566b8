import { mkdir } from 'node:fs/promises';
import sharp from 'sharp';
import { say } from './say.ts';

/**
 * Brings the screenshots that the browser tests took (`npm run test:long`) into the documents that show
 * them, cut to the part that is looked at and light enough for a repository.
 */
const pictures: readonly { from: string; to: string; height: number }[] = [
  { from: 'depan-1280', to: 'depan', height: 1000 },
  { from: 'meja-360', to: 'meja', height: 780 },
  { from: 'penyunting-1280', to: 'penyunting', height: 1000 },
  { from: 'tinjau-1280', to: 'tinjau', height: 960 },
  { from: 'antrean-1280', to: 'antrean', height: 900 },
  { from: 'kalender-1280', to: 'kalender', height: 1100 },
  { from: 'laporan-1280', to: 'laporan', height: 1000 },
  { from: 'panduan-penyunting', to: 'penyunting-ponsel', height: 1560 },
  { from: 'panduan-sisipkan', to: 'sisipkan', height: 1560 },
  { from: 'panduan-pemeriksaan', to: 'pemeriksaan', height: 1560 },
  { from: 'panduan-usulan', to: 'usulan', height: 1560 },
  { from: 'panduan-pustaka', to: 'pustaka', height: 1560 },
  { from: 'panduan-luring', to: 'luring', height: 800 },
  { from: 'panduan-riwayat', to: 'riwayat', height: 1300 },
  { from: 'panduan-tampilan', to: 'tampilan', height: 1800 },
];

/** Wider than any page that shows them. */
const widest = 1280;

await mkdir('docs/panduan/gambar', { recursive: true });
for (const { from, to, height } of pictures) {
  const shot = sharp(`test-results/screens/${from}.png`);
  const { width, height: whole } = await shot.metadata();
  const target = `docs/panduan/gambar/${to}.webp`;
  await shot
    .extract({ left: 0, top: 0, width, height: Math.min(height, whole) })
    .resize({ width: widest, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toFile(target);
  say(target);
}
