import ipaddr from 'ipaddr.js';

/** Global unicast: whatever IPv6 address lies outside is not on the internet (RFC 4291, section 2.4). */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an address lies on the public internet: not on this computer, in its network, at its provider's, nor in
 * a range that leads to an IPv4 address in disguise (mapped, NAT64, 6to4, Teredo).
 *
 * @param address as a resolver or an address names it, without brackets
 */
export function isOnInternet(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.parse(address);
  if (read.range() !== 'unicast') return false;
  return read instanceof ipaddr.IPv4 || (read instanceof ipaddr.IPv6 && read.match(globalUnicast));
}
