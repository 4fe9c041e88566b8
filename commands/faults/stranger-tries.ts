import { demoAccounts } from '#db/demo/people.ts';
import { type Fault, promise } from './fault.ts';
import type { Stage } from './stage.ts';

/** Tries of each kind. */
const tries = 200;
/** Accounts among which they are spread: strangers get a hundred tries an hour at one. */
const accounts = 4;
/** By how much the middle of the times may differ, as a share; on a busy machine twice what each kind differs from itself. */
const mostDifference = 0.1;

/** P4: two hundred wrong passwords at accounts that exist and as many at none: same words, same time. */
export const strangerTries: Fault = {
  number: 'P4',
  name: '200 sandi salah pada akun yang ada, 200 pada yang tidak ada',
  promise: 'Jawaban dan waktunya tidak memberi tahu akun mana yang ada',
  async run(stage) {
    await stage.restart({ TRUSTED_PROXIES: '127.0.0.1' });
    try {
      const csrf = await csrfOf(stage);
      const known = demoAccounts.slice(0, accounts).map(({ email }) => email);
      const unknown = known.map((email) => email.replace('@', '-tidak-ada@'));
      const times = { known: [] as number[], unknown: [] as number[] };
      const told = new Set<string>();
      for (let at = 0; at < tries; at += 1) {
        for (const kind of at % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
          const email = (kind === 'known' ? known : unknown)[at % accounts] ?? '';
          const begun = performance.now();
          told.add(await tried(stage, csrf, email, `10.${at % 200}.${kind === 'known' ? 1 : 2}.1`));
          times[kind].push(performance.now() - begun);
        }
      }
      promise(told.size === 1, `Jawabannya berbeda: ${[...told].join(' · ')}`);
      const [one, other] = [middle(times.known), middle(times.unknown)];
      const noise = Math.max(differenceWithin(times.known), differenceWithin(times.unknown));
      const words = `${one.toFixed(1)} dan ${other.toFixed(1)} md`;
      const allowed = Math.max(mostDifference * Math.max(one, other), 2 * noise);
      promise(Math.abs(one - other) <= allowed, `Waktu tengahnya berbeda: ${words}`);
      return { held: `jawaban sama; waktu tengah ${words}` };
    } finally {
      await stage.restart();
    }
  },
};

type Csrf = { token: string; cookie: string };

async function csrfOf({ origin }: Stage): Promise<Csrf> {
  const answer = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken }: { csrfToken: string } = JSON.parse(await answer.text());
  return { token: csrfToken, cookie: (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };
}

/** One try from a network of its own. @returns all that tells one answer from another */
async function tried({ origin }: Stage, { token, cookie }: Csrf, email: string, network: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin, 'x-forwarded-for': network, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: token, email, password: 'sandi yang pasti salah', json: 'true' }),
  });
  return `${answer.status} ${await answer.text()}`;
}

/** How far the middles of its two halves, taken in turn, are apart: what the machine adds by itself. */
function differenceWithin(values: number[]): number {
  const half = (rest: number) => middle(values.filter((_, at) => at % 2 === rest));
  return Math.abs(half(0) - half(1));
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
