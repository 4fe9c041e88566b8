import { policyReportsPath } from '#lib/urls.ts';

/** Header names and values in turn, as `writeHead` takes them fastest. */
export type HeaderList = readonly string[];

/** What decides about headers that every answer bears. */
export type Surroundings = {
  /** Whether people reach us by https. */
  https: boolean;
  /** Demo articles are not to be found by search engines. */
  demo: boolean;
  /** Development: React's tools need more than the strict policy gives. */
  dev: boolean;
};

/**
 * DESIGN §5.5: a reader's page runs nothing and loads only from here. With no script there is nothing
 * that could connect; `connect-src` lets tools that look at the page ask for robots.txt (decision 0017).
 */
const readerPolicy = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Old browsers know the address alone, newer ones the name that `Reporting-Endpoints` gives it. */
const reporting = `report-uri ${policyReportsPath}; report-to kebijakan`;
const reportingEndpoint = ['Reporting-Endpoints', `kebijakan="${policyReportsPath}"`] as const;

const nothingPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What is opened directly and must not run whatever a browser takes it for. */
const filePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const scriptPolicy =
  "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const permissions = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** A second lets a cache in front absorb a burst, and is as long as a publication may take to be seen. */
const pageCaching = 'public, max-age=0, s-maxage=1, must-revalidate';

/** Headers of every answer, errors and files included. */
function always({ https, demo }: Surroundings, robots = demo): string[] {
  return [
    ...['X-Content-Type-Options', 'nosniff'],
    ...['X-Frame-Options', 'DENY'],
    ...['Cross-Origin-Opener-Policy', 'same-origin'],
    ...['Permissions-Policy', permissions],
    ...(https ? ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'] : []),
    ...(robots ? ['X-Robots-Tag', 'noindex, nofollow'] : []),
  ];
}

/**
 * A reader's page, whatever its status.
 *
 * @param tags names by which a cache in front can drop it
 */
export function readerHeaders(around: Surroundings, tags: readonly string[]): HeaderList {
  return [
    ...['Content-Security-Policy', `${readerPolicy}; ${reporting}`],
    ...reportingEndpoint,
    ...['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ...['Cache-Control', pageCaching],
    ...['Cache-Tag', tags.join(',')],
    ...['Speculation-Rules', `"${speculationRulesPath}"`],
    ...always(around),
  ];
}

/** What programs of any origin read: feeds, copies, the public API. It names no reader, so anybody may have it. */
export function machineHeaders(around: Surroundings, tags: readonly string[]): HeaderList {
  return [
    ...['Content-Security-Policy', filePolicy],
    ...['Referrer-Policy', 'no-referrer'],
    ...['Cache-Control', pageCaching],
    ...['Cache-Tag', tags.join(',')],
    ...['Access-Control-Allow-Origin', '*'],
    ...always(around),
  ];
}

/** A page or file behind a secret address: nobody keeps it, finds it by search, or is told where a guest came from. */
export function guestHeaders(around: Surroundings): HeaderList {
  return [
    ...['Content-Security-Policy', readerPolicy],
    // The form's own origin has to come along; no other site learns the address.
    ...['Referrer-Policy', 'same-origin'],
    ...['Cache-Control', 'no-store'],
    ...always(around, true),
  ];
}

/** The page that says that something is out of order, in the look of the site. */
export function outageHeaders(around: Surroundings): HeaderList {
  return [
    ...['Content-Security-Policy', readerPolicy],
    ...['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ...['Cache-Control', 'no-store'],
    ...['Retry-After', retryAfter],
    ...always(around, true),
  ];
}

/** Seconds after which a reader may try again. */
export const retryAfter = '5';

/** A refusal or a page that says that something is out of order: never kept by anybody. */
export function refusalHeaders(around: Surroundings): HeaderList {
  return [
    ...['Content-Security-Policy', nothingPolicy],
    ...['Referrer-Policy', 'no-referrer'],
    ...['Cache-Control', 'no-store'],
    ...always(around, true),
  ];
}

/** A refusal that programs of any origin may read. */
export function machineRefusalHeaders(around: Surroundings): HeaderList {
  return [...refusalHeaders(around), 'Access-Control-Allow-Origin', '*'];
}

/** A file that may be opened by itself: a picture, a font, a style sheet. */
export function fileHeaders(around: Surroundings, caching: string): HeaderList {
  return [
    ...['Content-Security-Policy', filePolicy],
    ...['Referrer-Policy', 'no-referrer'],
    ...['Cache-Control', caching],
    ...always(around),
  ];
}

/**
 * A script of our own build. The checks of a text run in a worker, which takes its policy from its own
 * file: it may load further scripts of the build and nothing else, and connects to nothing.
 */
export function scriptHeaders(around: Surroundings, caching: string): HeaderList {
  return fileHeaders(around, caching).map((part) => (part === filePolicy ? scriptPolicy : part));
}

/** The name of these bytes never stands for others. */
export const immutable = 'public, max-age=31536000, immutable';

/**
 * The newsroom's policy: only scripts that bear this answer's nonce, and those they load, and
 * no text becomes markup but through the named trusted-types policies.
 *
 * @param framedBySelf for the preview, which the newsroom shows in a frame of its own
 */
export function newsroomPolicy(nonce: string, framedBySelf: boolean, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBySelf ? "'self'" : "'none'"}`,
    // Hot reload writes markup without a policy.
    ...(dev ? [] : ["require-trusted-types-for 'script'", 'trusted-types default nextjs ProseMirrorClipboard']),
    reporting,
  ].join('; ');
}

/** What the newsroom's answers bear beside their policy. */
export function newsroomHeaders(around: Surroundings, framedBySelf: boolean): HeaderList {
  const list = [
    ...reportingEndpoint,
    ...['Referrer-Policy', 'same-origin'],
    ...['Cache-Control', 'no-store'],
    ...['Cross-Origin-Resource-Policy', 'same-origin'],
    ...always(around, true),
  ];
  if (framedBySelf) list[list.indexOf('DENY')] = 'SAMEORIGIN';
  return list;
}

/** Tells browsers which links they may fetch ahead; the version in the name lets it be kept for long. */
export const speculationRulesPath = '/prapemuatan-1.json';

export const speculationRules = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: '/redaksi*' } },
          { not: { href_matches: '/redaksi/*' } },
          { not: { href_matches: '/media/*' } },
          { not: { href_matches: '/api/*' } },
          { not: { href_matches: '/cari*' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
});
