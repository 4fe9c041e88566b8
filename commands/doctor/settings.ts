import type { Config } from '#lib/config.ts';
import type { Check } from '#lib/operations/system-checks.ts';

/** What the settings alone show. That they can be read at all was found out before. */
export function settingChecks(settings: Pick<Config, 'mode' | 'publicUrl' | 'trustedProxies' | 'host'>): Check[] {
  const { mode, publicUrl, trustedProxies } = settings;
  const checks: Check[] = [];
  const ofMode = { name: 'mode', title: 'Mode' };
  if (mode === 'demo') {
    const text = 'Mode contoh: kata sandi akunnya diketahui umum, dan hanya komputer ini yang dilayani.';
    const todo = 'Untuk ruang redaksi sungguhan: RUANG_WARTA_MODE=produksi, lihat .env.example.';
    checks.push({ ...ofMode, standing: 'watch', text, todo });
  } else checks.push({ ...ofMode, standing: 'well', text: 'Produksi.' });
  const ofProxies = { name: 'proxies', title: 'Proksi tepercaya' };
  // We speak no TLS: whoever reaches us by https does so through a proxy.
  if (publicUrl.protocol === 'https:' && trustedProxies.length === 0) {
    const text =
      'PUBLIC_URL memakai https, jadi ada proksi di depan, tetapi TRUSTED_PROXIES kosong: semua orang tampak datang dari satu alamat, dan batas percobaan masuk berlaku untuk semuanya bersama-sama.';
    const todo = 'Isi TRUSTED_PROXIES dengan alamat proksi itu, misalnya TRUSTED_PROXIES=127.0.0.1.';
    checks.push({ ...ofProxies, standing: 'wrong', text, todo });
  } else
    checks.push({
      ...ofProxies,
      standing: 'well',
      text: trustedProxies.length === 0 ? 'Tanpa proksi.' : `${trustedProxies.length} alamat.`,
    });
  return checks;
}
