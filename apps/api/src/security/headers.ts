import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Nothing an API answers is a page: it loads nothing, is framed by nobody, and sends no form. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const API = /^\/api\/(admin|v\d)\//;
const YEAR = 31_536_000;

/** What browsers are told with answers that are data and never a document. */
export function dataHeaders(publicUrl: string | null): Record<string, string> {
  const isHttps = publicUrl?.startsWith('https://') ?? false;
  return {
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    ...(isHttps ? { 'strict-transport-security': `max-age=${YEAR}; includeSubDomains` } : {}),
  };
}

/** What browsers are told with every answer. Pages bring a policy of their own. */
export async function secureHeaders(app: NestFastifyApplication, publicUrl: string | null): Promise<void> {
  const isHttps = publicUrl?.startsWith('https://') ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    frameguard: { action: 'deny' },
    // Said over HTTPS only: on a machine of one's own it would lock browsers out of plain localhost.
    strictTransportSecurity: isHttps ? { maxAge: YEAR, includeSubDomains: true } : false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
      if (API.test(request.url)) reply.header('content-security-policy', API_POLICY);
    });
}
