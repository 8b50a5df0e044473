import { invalid } from '@pipit/kernel';
import ipaddr from 'ipaddr.js';

/** Is the address in one of the networks? Each is written in CIDR notation, or is a single address. */
export function isInNetworks(address: string, networks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  return networks.some((network) => {
    const [range, bits] = rangeOf(network) ?? [];
    return range !== undefined && bits !== undefined && range.kind() === plain.kind() && plain.match(range, bits);
  });
}

/** Refuses what is no network. */
export function requireNetworks(networks: readonly string[]): string[] {
  return networks.map((network, at) => {
    if (rangeOf(network)) return network;
    const message = 'Networks are written such as 192.0.2.0/24 or 2001:db8::/32.';
    throw invalid(message, [{ path: `/networks/${at}`, code: 'network', message }]);
  });
}

/** Refuses what is no origin: scheme, host and perhaps a port, and nothing else. */
export function requireOrigins(origins: readonly string[]): string[] {
  return origins.map((given, at) => {
    const url = URL.canParse(given) ? new URL(given) : null;
    if (url && /^https?:$/.test(url.protocol) && url.origin === given.replace(/\/$/, '').toLowerCase())
      return url.origin;
    const message = 'Origins are written such as https://www.example.org.';
    throw invalid(message, [{ path: `/origins/${at}`, code: 'origin', message }]);
  });
}

function rangeOf(network: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  if (ipaddr.isValidCIDR(network)) return ipaddr.parseCIDR(network);
  if (!ipaddr.isValid(network)) return null;
  const address = ipaddr.parse(network);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
