import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@pipit/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { ContentOpenApiDocument } from '../schema/open-api.js';
import { requireContentKey } from './content-key.js';

/** The content API described to machines. */
@ApiTags('content')
@Controller('api/v2/openapi.json')
export class OpenApiController {
  constructor(
    private readonly openApi: ContentOpenApiDocument,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {}

  /** The content API of this site in OpenAPI 3.1, with a schema for each of its types and blocks. */
  @Get()
  @Public()
  @ApiOkResponse({ schema: { type: 'object' } })
  describe(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    requireContentKey(request, this.options);
    void reply.header('content-type', 'application/json').send(JSON.stringify(this.openApi.document));
  }
}
