import type { FastifyRequest } from 'fastify';

/** Host and port a request was meant for; without a port, 80. What a proxy tells counts if the proxy is trusted. */
export function requestHost({ host }: Pick<FastifyRequest, 'host'>): { hostname: string; port: number } {
  const match = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(host.trim().toLowerCase());
  return { hostname: match?.[1] ?? '', port: Number(match?.[2] ?? 80) };
}
