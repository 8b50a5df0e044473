import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI document of all routes, made from the controllers. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Pipit')
    .setDescription('Management API and content API of this site.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, config, { operationIdFactory: operationId });
}

/** Serves the document at `/api/openapi.json` and a page to read it at `/api/docs`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}

/** `PagesController.list` → `listPages`: unique, and good names for generated clients. */
function operationId(controller: string, method: string): string {
  return `${method}${controller.replace(/Controller$/, '')}`;
}
