import type { FastifyInstance } from 'fastify';

/** A host name, as people list it: `www.example.org`, or `.example.org` for it and all below. */
function fits(host: string, allowed: string): boolean {
  if (!allowed.startsWith('.')) return host === allowed;
  return host === allowed.slice(1) || host.endsWith(allowed);
}

/**
 * Answers requests for these host names and refuses all others, so that nobody makes the server believe it is somewhere
 * else. Checked before anything else looks at a request. Health checks name hosts by address, so those are let through.
 */
export function allowHosts(fastify: FastifyInstance, hosts: readonly string[]): void {
  if (hosts.length === 0) return;
  const allowed = hosts.map((host) => host.toLowerCase());
  fastify.addHook('onRequest', async (request, reply) => {
    const host = request.hostname.toLowerCase().replace(/:\d+$/, '');
    const isHealth = request.url.split('?')[0] === '/api/admin/v1/health';
    if (isHealth || allowed.some((each) => fits(host, each))) return;
    await reply.status(400).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send({
      type: 'urn:pipit:problem:bad_request',
      title: 'The request is not valid',
      status: 400,
      code: 'bad_request',
      detail: 'This server does not answer for that host name.',
    });
  });
}
