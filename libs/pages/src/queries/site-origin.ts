import type { Site } from '../site.entity.js';

/** Scheme, host and port of a site: 80 prints no port, 443 prints https. */
export function siteOrigin({ hostname, port }: Pick<Site, 'hostname' | 'port'>): string {
  if (port === 443) return `https://${hostname}`;
  return port === 80 ? `http://${hostname}` : `http://${hostname}:${port}`;
}
