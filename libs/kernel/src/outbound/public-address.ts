import ipaddr from 'ipaddr.js';

/** Where everything that is reachable by IPv6 lives; what lies outside is of no use but to reach inside. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * True for addresses of the open internet. Loopback, private and link-local ranges, the metadata services of clouds,
 * carriers' own networks, multicast, and IPv6 notations that stand for an IPv4 address are none.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6);
}
