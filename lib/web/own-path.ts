import { deskPath, signInPath } from '#lib/urls.ts';

const base = 'http://x';

/**
 * Where to go after signing in: a path of the newsroom, else the desk. Whatever a link says,
 * nobody is sent elsewhere.
 */
export function ownPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 500 || !wanted.startsWith('/') || !URL.canParse(wanted, base)) return deskPath;
  const url = new URL(wanted, base);
  const isOurs = url.origin === base && (url.pathname === deskPath || url.pathname.startsWith(`${deskPath}/`));
  return isOurs && url.pathname !== signInPath ? `${url.pathname}${url.search}` : deskPath;
}

/** The sign-in page, with the way back. */
export function signInPathFrom(here: string | undefined): string {
  return here === undefined ? signInPath : `${signInPath}?tujuan=${encodeURIComponent(here.toWellFormed())}`;
}
