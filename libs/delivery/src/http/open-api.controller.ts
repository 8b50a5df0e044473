import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@pipit/access';
import type { FastifyReply } from 'fastify';
import { ContentOpenApiDocument } from '../schema/open-api.js';

/** The content API described to machines. */
@ApiTags('content')
@Controller('api/v2/openapi.json')
export class OpenApiController {
  constructor(private readonly openApi: ContentOpenApiDocument) {}

  /** The content API of this site in OpenAPI 3.1, with a schema for each of its types and blocks. */
  @Get()
  @Public()
  @ApiOkResponse({ schema: { type: 'object' } })
  describe(@Res() reply: FastifyReply): void {
    void reply.header('content-type', 'application/json').send(JSON.stringify(this.openApi.document));
  }
}
