import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Where the editor is open that asks for a preview. Browsers say so with each request that posts; only a page there can
 * hold the access token which the request carries. Null for programs.
 */
export const EditorOrigin = createParamDecorator((_data: unknown, context: ExecutionContext): string | null => {
  const { origin } = context.switchToHttp().getRequest<FastifyRequest>().headers;
  if (origin === undefined || !/^https?:\/\//.test(origin) || !URL.canParse(origin)) return null;
  return new URL(origin).origin === origin ? origin : null;
});
