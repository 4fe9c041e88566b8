import type { Hosts } from './hosts.ts';

/** What a door shows to whoever asks for a host: the site, the newsroom, or both under one address. */
export type Surface = 'both' | 'site' | 'newsroom';

export type Surfaces = {
  /** Of a request that came to the readers' door. */
  ofSharedDoor(host: string | undefined): Surface;
  /** Whether the newsroom answers to this Host header. */
  isNewsroomHost(host: string | undefined): boolean;
};

/** Names for this very computer, which the demo answers to. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The one rule of what is shown where. Without an address or a door of its own the newsroom is under every address
 * of the site; with either, the site does not know it.
 */
export function surfacesOf(
  { publicUrl, newsroomUrl, hasOwnDoor }: { publicUrl: URL; newsroomUrl: URL; hasOwnDoor: boolean },
  hosts: () => Hosts,
  demo: boolean,
): Surfaces {
  const isOneAddress = newsroomUrl.origin === publicUrl.origin;

  return {
    ofSharedDoor(host) {
      if (hasOwnDoor) return 'site';
      if (isOneAddress) return 'both';
      return nameIn(host) === newsroomUrl.hostname ? 'newsroom' : 'site';
    },
    isNewsroomHost(host) {
      const name = nameIn(host);
      if (name === newsroomUrl.hostname) return true;
      if (demo && hasOwnDoor && name !== undefined && loopback.includes(name)) return true;
      return isOneAddress && hosts().isKnown(host);
    },
  };
}

/** The name in a Host header, without its port; undefined for what is none. */
function nameIn(header: string | undefined): string | undefined {
  return /^([a-z0-9.-]{1,253}|\[[0-9a-f:]+\])(?::\d{1,5})?$/.exec(header?.toLowerCase() ?? '')?.[1];
}
