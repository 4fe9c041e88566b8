import { originOfPortal } from '#lib/urls.ts';
import { boundedMap } from './bounded-map.ts';
import type { WatchedPortal } from './generation-watch.ts';

/** Which host names are ours. A request for any other is answered 421, whatever it asks for. */
export type Hosts = {
  /** Whether we answer to this Host header at all. */
  isKnown(header: string | undefined): boolean;
  /** The portal it names; undefined also while no portal is known yet. */
  portalOf(header: string | undefined): WatchedPortal | undefined;
  /** The origin under which readers should have asked; undefined when they did. */
  canonicalOf(header: string | undefined): string | undefined;
};

/** What a name of ours stands for. */
type Named = { portal: WatchedPortal | undefined; canonical?: string };

/** Names for this very computer, which the demo answers to. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * @param portals in their order; the first also answers to the public address, and in demo mode to loopback
 */
export function hostsOf(portals: readonly WatchedPortal[], publicUrl: URL, demo: boolean): Hosts {
  const [first] = portals;
  // Tried on this computer, a portal is asked for by whatever name.
  const isTrial = loopback.includes(publicUrl.hostname);
  const names = new Map<string, WatchedPortal | undefined>();
  for (const name of [...(demo ? loopback : []), publicUrl.hostname]) names.set(name, first);
  for (const portal of portals) for (const name of portal.hosts) names.set(name.toLowerCase(), portal);
  const look = (header: string): Named | undefined => {
    const name = /^([a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/.exec(header.toLowerCase())?.[1];
    if (name === undefined || !names.has(name)) return undefined;
    const portal = names.get(name);
    const origin = portal && originOfPortal({ ...portal, isDefault: portal === first }, publicUrl);
    if (isTrial || origin === undefined || origin.hostname === name || loopback.includes(name)) return { portal };
    return { portal, canonical: origin.origin };
  };
  // Nearly all requests name the same few hosts, so each spelling is taken apart once.
  const spellings = boundedMap<Named>(500);
  const named = (header: string | undefined): Named | undefined => {
    if (header === undefined || header.length > 260) return undefined;
    const known = spellings.get(header);
    if (known !== undefined) return known;
    const found = look(header);
    if (found !== undefined) spellings.set(header, found);
    return found;
  };
  return {
    canonicalOf: (header) => named(header)?.canonical,
    isKnown: (header) => named(header) !== undefined,
    portalOf: (header) => named(header)?.portal,
  };
}
