import { isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';

/** Underscores are no part of host names, yet names inside networks of containers have them. */
const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const MAX_LENGTH = 253;

/** A host name as browsers send it: lower case, letters beyond ASCII encoded; null when it is none. */
export function hostFrom(text: string): string | null {
  const given = text.trim().toLowerCase();
  if (given.startsWith('[')) return given.endsWith(']') && isIPv6(given.slice(1, -1)) ? given : null;
  const host = /^[\x20-\x7e]*$/.test(given) ? given : domainToASCII(given);
  return host.length <= MAX_LENGTH && HOST.test(host) ? host : null;
}
