import { now } from '#lib/clock.ts';
import { reasonOf } from '#lib/log.ts';
import type { Check } from '#lib/operations/system-checks.ts';
import { clockCheck } from './database.ts';

/** Milliseconds that an answer from outside may take. */
const patience = 8_000;

type Answer = { status: number; headers: Headers };

/**
 * Looks at the install as its visitors do: through whatever stands in front of it.
 *
 * @param newsroomUrl the same as `publicUrl` where the newsroom has no address of its own
 */
export async function outsideChecks(publicUrl: URL, newsroomUrl: URL): Promise<Check[]> {
  const front = await ask(publicUrl);
  if ('reason' in front) {
    const text = `${publicUrl.origin} tidak dapat dibuka dari peladen ini: ${front.reason}.`;
    const todo =
      'Pastikan Ruang Warta dan proksi di depannya berjalan, nama situs mengarah ke sini, dan sertifikatnya berlaku.';
    return [{ name: 'reachable', title: 'Alamat situs', standing: 'wrong', text, todo }];
  }
  const [ready, newsroom, metrics, plain] = await Promise.all([
    ask(new URL('/api/health/ready', publicUrl)),
    ask(new URL('/redaksi/masuk', newsroomUrl)),
    ask(new URL('/metrics', publicUrl)),
    publicUrl.protocol === 'https:' ? ask(new URL(publicUrl.href.replace(/^https:/, 'http:'))) : undefined,
  ]);
  return [
    reachable(front),
    readiness(ready),
    readerHeaders(front, publicUrl),
    newsroomHeaders(newsroom),
    metricsClosed(metrics),
    silentServer(front),
    ...(plain === undefined ? [] : [toHttps(plain)]),
    ...clockOf(front),
  ];
}

async function ask(url: URL): Promise<Answer | { reason: string }> {
  try {
    const { status, headers, body } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
    await body?.cancel();
    return { status, headers };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function reachable({ status }: Answer): Check {
  const about = { name: 'reachable', title: 'Alamat situs' };
  if (status === 200) return { ...about, standing: 'well', text: 'Halaman depan terbuka.' };
  const todo =
    status === 421
      ? 'Proksi harus meneruskan nama host yang diminta (Host), dan nama itu harus ada pada portal.'
      : 'Baca log Ruang Warta dan log proksi.';
  return { ...about, standing: 'wrong', text: `Halaman depan menjawab ${status}.`, todo };
}

function readiness(answer: Answer | { reason: string }): Check {
  const about = { name: 'ready', title: 'Kesiapan' };
  if ('status' in answer && answer.status === 200) return { ...about, standing: 'well', text: 'Siap bekerja.' };
  const text = 'Tidak siap: basis data tidak terjangkau, susunannya belum diperbarui, atau prosesnya sedang berhenti.';
  return { ...about, standing: 'wrong', text, todo: 'Baca log Ruang Warta, lalu jalankan ulang.' };
}

function readerHeaders({ headers }: Answer, { protocol }: URL): Check {
  const about = { name: 'reader_headers', title: 'Kebijakan halaman pembaca' };
  const missing = [
    ...(/default-src 'none'/.test(headers.get('content-security-policy') ?? '') ? [] : ['Content-Security-Policy']),
    ...(headers.get('x-content-type-options') === 'nosniff' ? [] : ['X-Content-Type-Options']),
    ...(protocol === 'http:' || yearOfHsts(headers) ? [] : ['Strict-Transport-Security (setahun ke atas)']),
  ];
  if (missing.length === 0) return { ...about, standing: 'well', text: 'Lengkap.' };
  const todo = 'Proksi tidak boleh membuang atau mengganti kepala jawaban itu; Ruang Warta sendiri mengirimnya.';
  return { ...about, standing: 'wrong', text: `Hilang di jalan: ${missing.join(', ')}.`, todo };
}

function yearOfHsts(headers: Headers): boolean {
  const age = /max-age=(\d{1,12})/.exec(headers.get('strict-transport-security') ?? '')?.[1];
  return Number(age ?? 0) >= 31_536_000;
}

function newsroomHeaders(answer: Answer | { reason: string }): Check {
  const about = { name: 'newsroom_headers', title: 'Kebijakan ruang redaksi' };
  if ('reason' in answer || answer.status === 404)
    return {
      ...about,
      standing: 'watch',
      text: 'Ruang redaksi tidak terbuka dari peladen ini.',
      todo: 'Bila memang hanya untuk jaringan kantor, periksa dari sana; bila tidak, periksa NEWSROOM_URL dan proksi.',
    };
  const policy = answer.headers.get('content-security-policy') ?? '';
  const isStrict = /script-src 'nonce-[^']+' 'strict-dynamic'/.test(policy);
  const isUnkept = answer.headers.get('cache-control')?.includes('no-store') === true;
  if (isStrict && isUnkept) return { ...about, standing: 'well', text: 'Ketat, dan tidak disimpan siapa pun.' };
  const todo = 'Proksi tidak boleh menyimpan /redaksi atau mengganti Content-Security-Policy dan Cache-Control-nya.';
  return { ...about, standing: 'wrong', text: 'Diubah di jalan.', todo };
}

function metricsClosed(answer: Answer | { reason: string }): Check {
  const about = { name: 'metrics_closed', title: 'Ukuran kerja' };
  if ('reason' in answer || answer.status !== 200) return { ...about, standing: 'well', text: 'Tertutup bagi umum.' };
  const todo = 'Proksi tidak boleh meneruskan /metrics, atau menambahkan kuncinya sendiri.';
  return { ...about, standing: 'wrong', text: '/metrics terbuka bagi umum.', todo };
}

function silentServer({ headers }: Answer): Check {
  const about = { name: 'server_name', title: 'Nama perangkat lunak' };
  const told = [headers.get('server'), headers.get('x-powered-by')].find((value) => /\d/.test(value ?? ''));
  if (told === undefined) return { ...about, standing: 'well', text: 'Versi tidak disebut.' };
  const text = `Jawaban menyebut versi: ${(told ?? '').slice(0, 60)}.`;
  return { ...about, standing: 'watch', text, todo: 'Pada nginx: server_tokens off.' };
}

function toHttps(answer: Answer | { reason: string }): Check {
  const about = { name: 'to_https', title: 'Pengalihan ke https' };
  // A closed port 80 lets nobody in, either.
  if ('reason' in answer) return { ...about, standing: 'well', text: 'Pintu http tertutup.' };
  const isMoved = [301, 308].includes(answer.status) && answer.headers.get('location')?.startsWith('https://') === true;
  if (isMoved) return { ...about, standing: 'well', text: 'http dialihkan ke https.' };
  const todo = 'Alihkan semua permintaan http ke https dengan 301 di proksi.';
  return { ...about, standing: 'wrong', text: `http menjawab ${answer.status} tanpa dialihkan.`, todo };
}

function clockOf({ headers }: Answer): Check[] {
  const told = Date.parse(headers.get('date') ?? '');
  // The header has whole seconds.
  return Number.isNaN(told) ? [] : [clockCheck('outside_clock', 'Jam di depan situs', told + 500 - now().getTime())];
}
