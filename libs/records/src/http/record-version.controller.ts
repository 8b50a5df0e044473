import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import { readBack, type Ctx } from '@pipit/kernel';
import { CompareQueryDto, ComparisonDto, NameRevisionDto, versionName, type ComparedVersions } from '@pipit/revisions';
import type { RecordRevisionDetail } from '../record-source.js';
import { RecordSources } from '../record-sources.js';
import { RecordRevisionDto } from './record-revision.dto.js';

/** Versions of one row beside each other. Types without drafts answer 404. */
@ApiTags('Records')
@Controller('api/admin/v1/records/:type/:id')
export class RecordVersionController {
  constructor(private readonly sources: RecordSources) {}

  /** What differs between two versions, as data: field by field, block by block, word by word. */
  @Get('compare')
  @Authenticated()
  @ApiOperation({ operationId: 'compareRecordVersions' })
  @ApiOkResponse({ type: ComparisonDto })
  compare(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @Query() query: CompareQueryDto,
  ): Promise<ComparedVersions> {
    const { type, drafts } = this.sources.requireDrafts(name);
    return drafts.compare(ctx, type, id, versionName(query.from), versionName(query.to));
  }

  /** Names a version, so that it is found again and never purged. */
  @Patch('revisions/:revisionId')
  @RequirePermission('snippet.edit')
  @ApiOperation({ operationId: 'nameRecordRevision' })
  @ApiOkResponse({ type: RecordRevisionDto })
  async name(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @IdParam('revisionId') revisionId: number,
    @Body() body: NameRevisionDto,
  ): Promise<RecordRevisionDto> {
    const { type, drafts } = this.sources.requireDrafts(name);
    await drafts.nameRevision(ctx, type, id, revisionId, body.name ?? null);
    const named = (): Promise<RecordRevisionDetail> => drafts.revision(ctx, type, id, revisionId);
    const { fields: _values, ...revision } = await readBack(`${type.label} ${id}`, named);
    return revision;
  }
}
