import { cookies } from 'next/headers';
import {
  beginJourney,
  endJourney,
  type Journey,
  type JourneyFailure,
  journeyMinutes,
  openJourney,
} from '#lib/accounts/provider-journey.ts';
import { confirmByProvider, signInByProvider } from '#lib/accounts/provider-sign-in.ts';
import type { Origin } from '#lib/accounts/sign-in-tries.ts';
import { giveTryBack, takeTry } from '#lib/accounts/throttle.ts';
import { config, newsroomOrigin } from '#lib/config.ts';
import type { SignInProvider } from '#lib/settings.ts';
import { absolute, confirmPath, providerStartPath, secondStepPath, signInPath } from '#lib/urls.ts';
import { cookieNames } from './auth.ts';
import { answerOf } from './error-answer.ts';
import { ownPath, signInPathFrom } from './own-path.ts';
import {
  closeSession,
  markDevice,
  optionalActor,
  optionalStanding,
  putSecondStep,
  putSession,
  requestOrigin,
} from './session.ts';

/** Why somebody is back at our page without being in; the address of the page says it by these words. */
const sentences = {
  ditolak: 'Penyedia identitas tidak mengizinkan masuk, atau Anda membatalkannya. Coba lagi, atau pakai kata sandi.',
  kedaluwarsa: 'Waktu untuk masuk lewat penyedia identitas sudah habis, atau tautannya sudah dipakai. Mulai lagi.',
  'tidak-terjangkau':
    'Penyedia identitas sedang tidak dapat dihubungi. Pakai kata sandi, atau coba lagi beberapa menit lagi.',
  'tidak-sah':
    'Jawaban penyedia identitas tidak dapat dipastikan keasliannya, jadi Anda belum masuk. Mulai lagi; bila berulang, beri tahu admin.',
  'belum-terverifikasi':
    'Alamat surel Anda belum diverifikasi pada penyedia identitas. Minta pengelolanya memverifikasi alamat itu, atau pakai kata sandi.',
  'tidak-dikenal':
    'Tidak ada akun aktif di sini dengan alamat surel Anda pada penyedia identitas. Pastikan Anda memakai akun yang benar, atau hubungi admin.',
  'terlalu-sering': 'Terlalu banyak percobaan yang gagal. Tunggu 15 menit, lalu coba lagi.',
  'belum-pasti':
    'Belum terkonfirmasi: penyedia identitas tidak meminta Anda masuk ulang, atau akunnya bukan milik Anda di sini. Coba lagi, atau pakai kata sandi.',
  galat: 'Ada galat yang tidak terduga. Coba lagi; bila berulang, beri tahu admin.',
} as const;
type Reason = keyof typeof sentences;

/** What to say for the word in an address; undefined for any other word. */
export function providerSentence(word: unknown): string | undefined {
  return typeof word === 'string' && Object.hasOwn(sentences, word) ? sentences[word as Reason] : undefined;
}

/** Where a link begins signing in, or confirming, with the provider: always under the newsroom's own address. */
export function providerStart(goTo: string, purpose: 'sign_in' | 'confirm' = 'sign_in'): string {
  const query = new URLSearchParams({ ...(purpose === 'confirm' ? { untuk: 'konfirmasi' } : {}), tujuan: goTo });
  return absolute(newsroomOrigin(), `${providerStartPath}?${query}`);
}

/** Sends a browser to the provider. */
export function leaveForProvider(request: Request): Promise<Response> {
  return guarded(async (provider) => {
    const asked = new URL(request.url).searchParams;
    const isConfirming = asked.get('untuk') === 'konfirmasi';
    const goTo = asked.get('tujuan') === '' ? '' : ownPath(asked.get('tujuan'));
    // Another site sends nobody through; our own page, a bookmark and a typed address do.
    if (request.headers.get('sec-fetch-site') === 'cross-site') return to(signInPathFrom(ownPath(goTo)));
    if (!isConfirming && (await optionalActor()) !== null) return to(ownPath(goTo));
    const held = isConfirming ? await optionalStanding() : null;
    if (isConfirming && held === null) return to(signInPathFrom(confirmPath));
    const begun = await beginJourney(provider, { goTo, confirms: held?.sessionId ?? null });
    if (begun === undefined) return back('tidak-terjangkau', { goTo, isConfirming });
    await putJourney(begun.sealed);
    return to(begun.address.href);
  });
}

/** Takes a browser back from the provider: signs its person in, or says why not. */
export function returnFromProvider(request: Request): Promise<Response> {
  return guarded(async (provider) => {
    const journey = openJourney(provider, (await cookies()).get(cookieNames().provider.name)?.value);
    // Used up, whatever comes of it.
    await putJourney();
    const origin = await requestOrigin();
    // Each question to the provider is counted, so that nobody has us ask without end. Without a journey none is
    // asked, and none counted: a foreign page could use up an office's tries with pictures from this address.
    const asking = journey === undefined ? [] : ([{ kind: 'network', of: origin.network }] as const);
    if (takeTry(asking) !== undefined) return back('terlalu-sering', standingOf(journey));
    const arrival = await endJourney(provider, journey, new URL(request.url).searchParams);
    if (arrival.kind === 'failed') return back(reasons[arrival.why], standingOf(journey));
    giveTryBack(asking);
    return arrival.journey.confirms === null ? signedIn(arrival, origin) : confirmed(arrival);
  });
}

type Shown = Extract<Awaited<ReturnType<typeof endJourney>>, { kind: 'shown' }>;

async function signedIn({ shown, journey: { goTo } }: Shown, origin: Origin): Promise<Response> {
  const answer = await signInByProvider(shown, origin);
  switch (answer.outcome) {
    case 'refused':
      return back('tidak-dikenal', { goTo });
    case 'throttled':
      return back('terlalu-sering', { goTo });
    case 'second_step':
      await putSecondStep(answer.token);
      return to(`${secondStepPath}?tujuan=${encodeURIComponent(ownPath(goTo))}`);
    case 'signed_in':
      await closeSession();
      await putSession(answer.token);
      await markDevice(answer.mark);
      return to(ownPath(goTo));
  }
}

async function confirmed({ shown, journey }: Shown): Promise<Response> {
  const held = await optionalStanding();
  const renewed = held === null ? undefined : await confirmByProvider(held, journey, shown);
  if (renewed === undefined) return back('belum-pasti', standingOf(journey));
  await putSession(renewed.token);
  return to(journey.goTo === '' ? `${confirmPath}?pesan=terkonfirmasi` : ownPath(journey.goTo));
}

const reasons = {
  denied: 'ditolak',
  expired: 'kedaluwarsa',
  away: 'tidak-terjangkau',
  unusable: 'tidak-sah',
  unverified: 'belum-terverifikasi',
} as const satisfies Record<JourneyFailure, Reason>;

/** Without a provider these addresses mean nothing. What breaks is told on the sign-in page: nobody reads JSON there. */
async function guarded(work: (provider: SignInProvider) => Promise<Response>): Promise<Response> {
  const provider = config().signInProvider;
  if (provider === null) return new Response(null, { status: 404 });
  try {
    return await work(provider);
  } catch (error) {
    answerOf(error, 'sign-in by provider');
    return back('galat', { goTo: '' });
  }
}

const standingOf = (journey: Journey | undefined) => ({
  goTo: journey?.goTo ?? '',
  isConfirming: journey !== undefined && journey.confirms !== null,
});

/** To the page it began from, with the reason. */
function back(reason: Reason, { goTo, isConfirming = false }: { goTo: string; isConfirming?: boolean }): Response {
  const query = new URLSearchParams({ pesan: reason, ...(goTo === '' ? {} : { tujuan: goTo }) });
  return to(`${isConfirming ? confirmPath : signInPath}?${query}`);
}

/** The code in the address is left behind at once: no page is ever shown under it. */
function to(address: string): Response {
  return new Response(null, { status: 303, headers: { location: address, 'cache-control': 'no-store' } });
}

/** Keeps in this browser what it left with; without it, forgets it. */
async function putJourney(sealed?: string): Promise<void> {
  const { provider } = cookieNames();
  const maxAge = sealed === undefined ? 0 : journeyMinutes * 60;
  (await cookies()).set(provider.name, sealed ?? '', { ...provider.options, maxAge });
}
