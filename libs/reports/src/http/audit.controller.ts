import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx } from '@pipit/access';
import { badRequest, type Ctx } from '@pipit/kernel';
import type { AuditFilter } from '../audit-log/audit-filter.js';
import { AuditReport } from '../audit-log/audit-log.js';
import { AuditActionListDto, AuditExportQueryDto, AuditFilterDto, AuditPartDto, AuditQueryDto } from './audit.dto.js';

/** Who did what, when, from where: all of it for those with `audit.view`, for others what they may see anyway. */
@ApiTags('Audit log')
@Controller('api/admin/v1/audit')
@Authenticated()
export class AuditController {
  constructor(private readonly log: AuditReport) {}

  /** What was done, latest first. */
  @Get()
  @ApiOkResponse({ type: AuditPartDto })
  list(@CurrentCtx() ctx: Ctx, @Query() query: AuditQueryDto): Promise<AuditPartDto> {
    const { grouped, limit, after } = query;
    return this.log.part(ctx, { filter: filterOf(query), grouped, limit, ...(after ? { after } : {}) });
  }

  /** Names of the actions there are entries of, for filters. */
  @Get('actions')
  @ApiOkResponse({ type: AuditActionListDto })
  async actions(@CurrentCtx() ctx: Ctx): Promise<AuditActionListDto> {
    return { items: await this.log.actions(ctx) };
  }

  /** All that matches as a file. */
  @Get('export')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ description: 'The file.' })
  async export(@CurrentCtx() ctx: Ctx, @Query() query: AuditExportQueryDto): Promise<StreamableFile> {
    const { stream, fileName, mimeType } = await this.log.export(ctx, filterOf(query), query.format);
    return new StreamableFile(stream, { type: mimeType, disposition: `attachment; filename="${fileName}"` });
  }
}

function filterOf({ user, from, until, actions, subjectTypes, subject, q, request }: AuditFilterDto): AuditFilter {
  if (subject !== undefined && subjectTypes?.length !== 1) {
    const message = 'A subject needs its type: name one in `subjectTypes`.';
    throw badRequest(message, [{ path: '/subject', code: 'no_type', message }]);
  }
  return {
    ...(actions ? { actions } : {}),
    ...(subjectTypes ? { subjectTypes } : {}),
    ...(subject === undefined ? {} : { subject }),
    ...(user === undefined ? {} : { user: user === 'system' ? user : Number(user) }),
    ...(q === undefined ? {} : { q }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(until === undefined ? {} : { until: new Date(until) }),
    ...(request === undefined ? {} : { request }),
  };
}
