import { config } from '#lib/config.ts';
import { invalid } from '#lib/errors.ts';

/** Whether an address may be somebody's here: of one of the domains of the install, or any where none is set. */
export function isAllowedAddress(email: string): boolean {
  const { mailDomains } = config();
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return mailDomains.length === 0 || mailDomains.some((allowed) => fits(domain, allowed));
}

/** @throws invalid at the field `email` for an address of another domain */
export function requireAllowedAddress(email: string): void {
  if (isAllowedAddress(email)) return;
  const text = `Pakai surel dinas: hanya alamat @${config().mailDomains.join(', @')} yang boleh dipakai di sini.`;
  throw invalid([{ field: 'email', code: 'email_domain', text }]);
}

/** `*.go.id` stands for everything below `go.id`, not for itself. */
function fits(domain: string, allowed: string): boolean {
  return allowed.startsWith('*.') ? domain.endsWith(allowed.slice(1)) : domain === allowed;
}
