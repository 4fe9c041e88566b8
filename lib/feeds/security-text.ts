import { absolute, securityTextPath } from '../urls.ts';

const monthsValid = 11;

/**
 * Where to report a hole (RFC 9116). Expires by calendar month: the text is the same all month
 * long, and always less than a year ahead.
 *
 * @returns null for a portal without a mail address: without a contact the text would say nothing
 */
export function securityText(portal: { contactEmail: string }, origin: string, at: Date): string | null {
  if (portal.contactEmail === '') return null;
  const expires = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + monthsValid, 1));
  return `${[
    `Contact: mailto:${encodeURI(portal.contactEmail)}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: id',
    `Canonical: ${absolute(origin, securityTextPath)}`,
  ].join('\n')}\n`;
}
