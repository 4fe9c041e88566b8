import { hasInvisible } from './clean-text.ts';

/** Longest address, in characters, as typed and as stored. */
export const LINK_LIMIT = 2000;

export type CheckedLink = { ok: true; href: string } | { ok: false; reason: string };

const reasons = {
  empty: 'Tulis alamat tautannya.',
  long: 'Alamat tautan terlalu panjang: paling banyak 2.000 karakter.',
  invisible: 'Alamat tautan berisi karakter yang tidak terlihat. Ketik ulang alamatnya.',
  space: 'Alamat tautan tidak boleh berisi spasi.',
  backslash: 'Alamat tautan tidak boleh berisi garis miring terbalik (\\).',
  credentials: 'Alamat tautan tidak boleh memuat nama pengguna atau kata sandi sebelum nama situs.',
  host: 'Nama situs pada tautan belum benar. Contoh: https://www.kaltimprov.go.id/berita.',
  incomplete: 'Tulis alamat lengkapnya, misalnya https://www.kaltimprov.go.id/berita.',
  mail: 'Alamat surel pada tautan belum benar. Contoh: mailto:humas@kaltimprov.go.id.',
  phone: 'Nomor telepon pada tautan belum benar. Contoh: tel:+62541733333.',
} as const;

/**
 * The one rule for addresses of links: http, https, mailto, tel, or a path of this same site.
 * Editor, validator and renderer all ask here, so what one takes the others take.
 *
 * Spaces around are trimmed, a bare site or mail address gets its scheme, the rest is written
 * as `URL` writes it. Checking an accepted `href` again accepts it unchanged.
 *
 * @param text what somebody typed, pasted or stored
 * @returns the address to store, or the reason in Indonesian why it is refused
 */
export function checkLink(text: string): CheckedLink {
  const address = text.trim();
  if (address === '') return refused('empty');
  if (address.length > LINK_LIMIT) return refused('long');
  // Browsers drop tabs and line breaks inside an address: `java\nscript:` would run.
  if (!address.isWellFormed() || hasInvisible(address) || /[\t\n\v\f\r\u0085\u2028\u2029]/.test(address)) {
    return refused('invisible');
  }
  if (/^tel:/i.test(address)) return phoneLink(address.slice('tel:'.length));
  if (/\s/.test(address)) return refused('space');
  if (address.includes('\\')) return refused('backslash');
  const link = linkByForm(address);
  return link.ok && link.href.length > LINK_LIMIT ? refused('long') : link;
}

/** What sites and mailings hang on an address to follow whoever opens it; the page is the same without. */
const trackers =
  /^(?:utm_.+|mc_[ce]id|mkt_tok|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_.+|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|_hs(?:enc|mi)|hsctatracking|ocid|cmpid|vero_id|wickedid|spm|srsltid|share_id|sfnsn|mibextid|__cft__.*|__tn__|__xts__.*)$/i;

/** Pages that only lead on, as host and path, and the parameter that says where to. */
const detours: readonly { host: RegExp; path: RegExp; to: readonly string[] }[] = [
  { host: /^(?:l|lm|www|m)\.facebook\.com$/, path: /^\/(?:l|flx\/warn)(?:\.php|\/)?$/, to: ['u'] },
  { host: /^l\.(?:instagram|threads)\.(?:com|net)$/, path: /^\//, to: ['u'] },
  { host: /^(?:www\.)?google\.(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/, path: /^\/url$/, to: ['q', 'url'] },
  { host: /^(?:www\.|m\.)?youtube\.com$/, path: /^\/redirect$/, to: ['q'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, to: ['url'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:safety\/go|redir\/redirect)$/, to: ['url'] },
];

/** Detours within detours that are followed. */
const DETOURS = 4;

/**
 * Where a pasted or imported address really leads, without the pages of Facebook, Google and others that only lead on,
 * and without what follows the reader. For words on their way in only: what is stored and signed stays as it is.
 *
 * @param href an address that `checkLink` accepted
 */
export function withoutDetours(href: string): string {
  return directLink(href).href;
}

/** An address that leads straight on, and what was left out of it: hosts in between, and names of parameters. */
export type DirectLink = { href: string; through: string[]; trackers: string[] };

/** The same as `withoutDetours`, with what it left out. */
export function directLink(href: string): DirectLink {
  const through: string[] = [];
  let address = href;
  for (let turn = 0; turn < DETOURS && leavesTheSite(address); turn += 1) {
    const url = new URL(address);
    const detour = detours.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
    const target = detour?.to.map((name) => url.searchParams.get(name)).find((value) => value !== null && value !== '');
    const checked = target === undefined || target === null ? undefined : checkLink(target);
    if (!checked?.ok || !leavesTheSite(checked.href)) break;
    address = checked.href;
    through.push(url.hostname);
  }
  return leavesTheSite(address) ? { ...withoutTrackers(address), through } : { href: address, through, trackers: [] };
}

function withoutTrackers(address: string): Pick<DirectLink, 'href' | 'trackers'> {
  const url = new URL(address);
  const followed = [...new Set(url.searchParams.keys())].filter((name) => trackers.test(name));
  // An address without trackers stays to the letter: writing its parameters anew may change them.
  if (followed.length === 0) return { href: address, trackers: [] };
  for (const name of followed) url.searchParams.delete(name);
  return { href: url.href, trackers: followed };
}

/** Whether an accepted address leaves this site for another one on the web. */
export function leavesTheSite(href: string): boolean {
  return /^https?:/.test(href);
}

function linkByForm(address: string): CheckedLink {
  if (address.startsWith('/')) return pathLink(address);
  if (isBareHost(address)) return webLink(`https://${address}`);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  switch (scheme) {
    case 'http':
    case 'https':
      return webLink(address);
    case 'mailto':
      return mailLink(address.slice('mailto:'.length));
    case undefined:
      return address.includes('@') ? mailLink(address) : refused('incomplete');
    default:
      return {
        ok: false,
        reason: `Tautan dengan awalan “${scheme.slice(0, 20)}:” tidak diterima. Pakai alamat http, https, mailto, atau tel.`,
      };
  }
}

function webLink(address: string): CheckedLink {
  const authority = /^https?:\/\/([^/?#]+)/i.exec(address)?.[1];
  if (authority === undefined) return refused('incomplete');
  if (authority.includes('@')) return refused('credentials');
  if (!URL.canParse(address)) return refused('host');
  const url = new URL(address);
  return /[^.]\.[^.]/.test(url.hostname) ? { ok: true, href: url.href } : refused('host');
}

function pathLink(address: string): CheckedLink {
  const here = 'https://situs.invalid';
  if (!URL.canParse(address, here)) return refused('incomplete');
  const url = new URL(address, here);
  if (url.origin !== here) return refused('incomplete');
  const path = url.pathname + url.search + url.hash;
  // `/.//lain.example` turns into `//lain.example`, which browsers read as another site.
  return path.startsWith('//') ? refused('incomplete') : { ok: true, href: path };
}

function mailLink(address: string): CheckedLink {
  // Only a subject: further recipients and a ready-made text would speak in the sender's name.
  const parts = /^([^@?]{1,64})@([^@?]{3,255})(?:\?subject=((?:[\w.~!*'()-]|%[2-9a-f][0-9a-f])*))?$/i.exec(address);
  const [, name = '', host = '', subject] = parts ?? [];
  if (!/^[\w.+-]+$/.test(name) || !isHost(host)) return refused('mail');
  return { ok: true, href: `mailto:${name}@${host.toLowerCase()}${subject ? `?subject=${subject}` : ''}` };
}

function phoneLink(number: string): CheckedLink {
  const digits = number.replace(/[ .()-]/g, '');
  return /^\+?[0-9]{3,15}$/.test(digits) ? { ok: true, href: `tel:${digits}` } : refused('phone');
}

function isBareHost(address: string): boolean {
  const authority = address.split(/[/?#]/, 1)[0] ?? '';
  return isHost(authority.replace(/:[0-9]{1,5}$/, ''));
}

function isHost(text: string): boolean {
  const labels = text.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => /^[a-z0-9-]{1,63}$/i.test(label)) &&
    /^[a-z]{2,}$/i.test(labels.at(-1) ?? '')
  );
}

function refused(reason: keyof typeof reasons): CheckedLink {
  return { ok: false, reason: reasons[reason] };
}
