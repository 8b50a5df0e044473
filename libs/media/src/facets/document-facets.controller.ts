import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { filterOf } from '../http/media-list.query.js';
import { CountFacets, type DocumentFacets } from './count-facets.js';
import { DocumentListQuery } from './document-list.query.js';
import { DocumentFacetsDto } from './facets.dto.js';

/** What the list of documents can be narrowed by. */
@ApiTags('Documents')
@Controller('api/admin/v1/documents/facets')
@Authenticated()
export class DocumentFacetsController {
  constructor(private readonly counts: CountFacets) {}

  @Get()
  @ApiOperation({ summary: 'How many documents there are of each kind, among those one sees' })
  @ApiOkResponse({ type: DocumentFacetsDto })
  count(@CurrentCtx() ctx: Ctx, @Query() query: DocumentListQuery): Promise<DocumentFacets> {
    return this.counts.ofDocuments(ctx, filterOf(query));
  }
}
