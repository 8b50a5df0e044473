import type { FastifyInstance } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { newNonce, pagePolicy } from './security/page-policy.js';

/** The OpenAPI document of all routes, made from the controllers. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Pipit')
    .setDescription('Management API and content API of this site.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  return withIdempotencyKeys(SwaggerModule.createDocument(app, config, { operationIdFactory: operationId }));
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description:
    'Makes a request safe to send again for 24 hours: it is done once, and the answer is repeated with the header ' +
    '`Idempotency-Replayed: true`. 409 `in_progress` while it is at work, 422 `idempotency_key_reused` for another request.',
} as const;

/** Each guarded route that changes something takes a key, unless it says otherwise. */
function withIdempotencyKeys(document: OpenAPIObject): OpenAPIObject {
  for (const item of Object.values(document.paths)) {
    for (const operation of [item.post, item.put, item.patch, item.delete]) {
      if (!operation?.security || 'x-unrepeatable' in operation) continue;
      operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
    }
  }
  return document;
}

const DOCS = /^\/api\/docs\/?(\?|$)/;
/** What the page is made of. The library's folder has more: other pages, sources, its version. */
const PARTS =
  /^\/api\/docs\/(docs\/)?(swagger-ui(-bundle|-standalone-preset|-init)?\.(js|css)|favicon-\d+x\d+\.png)(\?|$)/;

/** The page is the library's own, styles in it included: each gets the nonce of its answer, and nothing else is run. */
function protectDocs(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const isBeside = request.url.startsWith('/api/docs/') && !DOCS.test(request.url) && !PARTS.test(request.url);
    if (isBeside) reply.callNotFound();
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (!DOCS.test(request.url) || typeof payload !== 'string') return payload;
    const nonce = newNonce();
    reply.header('content-security-policy', pagePolicy(nonce, { 'form-action': "'none'" }));
    reply.type('text/html; charset=utf-8');
    return payload.replace(/<(script|style)(?=[ >])/g, `<$1 nonce="${nonce}"`);
  });
}

/** Serves the document at `/api/openapi.json` and a page to read it at `/api/docs`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  protectDocs(app.getHttpAdapter().getInstance());
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}

/** Methods that answer many things, and so keep the plural. */
const PLURAL = new Set(['list', 'find']);
/** Methods named after what they answer instead of what they do. */
const NOUNS: Readonly<Record<string, string>> = {
  ancestors: 'Ancestors',
  history: 'History',
  revision: 'Revision',
  revisions: 'Revisions',
  usage: 'Usage',
  usageOf: 'Usage',
};

/** `PagesController.edit` → `editPage`, `.history` → `getPageHistory`: unique, and good names for generated clients. */
function operationId(controllerClass: string, method: string): string {
  const controller = controllerClass.replace(/Controller$/, '');
  const one = controller.replace(/s$/, '');
  if (controller === 'Auth') return method;
  if (PLURAL.has(method)) return `${method}${controller}`;
  if (method === controller.toLowerCase()) return `get${controller}`;
  return NOUNS[method] ? `get${one}${NOUNS[method]}` : `${method}${one}`;
}
