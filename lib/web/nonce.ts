import { headers } from 'next/headers';

/** The nonce of this request's policy, set by the delivery layer; undefined on reader pages. */
export async function requestNonce(): Promise<string | undefined> {
  const policy = (await headers()).get('content-security-policy') ?? '';
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}
