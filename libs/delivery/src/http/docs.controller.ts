import { Controller, Get, Inject, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@pipit/access';
import type { FastifyReply } from 'fastify';
import { DOCS_CSS, DOCS_HTML } from '../docs-page/page.js';
import { DOCS_JS } from '../docs-page/script.js';
import { missing } from '../errors.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { ContentApiFilter } from './content-api.filter.js';

/** The page loads nothing from elsewhere, runs nothing that stands in it, and stands in no frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The documentation of the content API, for people: shows what there is, and tries it. */
@ApiExcludeController()
@Public()
@UseFilters(ContentApiFilter)
@Controller('api/v2/docs')
export class DocsController {
  constructor(@Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions) {}

  @Get()
  page(@Res() reply: FastifyReply): void {
    this.send(reply, 'text/html', DOCS_HTML);
  }

  @Get('docs.js')
  script(@Res() reply: FastifyReply): void {
    this.send(reply, 'text/javascript', DOCS_JS);
  }

  @Get('docs.css')
  style(@Res() reply: FastifyReply): void {
    this.send(reply, 'text/css', DOCS_CSS);
  }

  private send(reply: FastifyReply, type: string, text: string): void {
    if (!this.options.docs) throw missing('not found');
    void reply
      .header('content-type', `${type}; charset=utf-8`)
      .header('content-security-policy', POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('cache-control', 'public, max-age=300')
      .send(text);
  }
}
