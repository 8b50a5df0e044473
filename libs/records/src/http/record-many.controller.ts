import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { receiveFile } from '@pipit/spreadsheets';
import type { FastifyRequest } from 'fastify';
import { RecordSources } from '../record-sources.js';
import { ExportRecords } from '../transfer/export-records.js';
import { ImportRecords } from '../transfer/import-records.js';
import { ApiSelection } from './list-parameters.decorator.js';
import { listed, selectionOf, text, wordOf, type RawQuery } from './list-parameters.js';
import { ImportResultDto } from './record-many.dto.js';

const YES_OR_NO = ['true', 'false'] as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is done with many rows at once. */
@ApiTags('Records')
@Controller('api/admin/v1/records/:type')
export class RecordManyController {
  constructor(
    private readonly sources: RecordSources,
    private readonly exports: ExportRecords,
    private readonly imports: ImportRecords,
  ) {}

  /** The rows that match as a file, all from one moment. Import reads it back. */
  @Get('export')
  @Authenticated()
  @ApiQuery({ name: 'format', required: false, enum: ['csv', 'xlsx'] })
  @ApiQuery({
    name: 'columns',
    required: false,
    type: String,
    description: 'Names, separated by commas. Default: all.',
  })
  @ApiQuery({ name: 'header', required: false, enum: ['names', 'labels'] })
  @ApiQuery({ name: 'bom', required: false, enum: ['true', 'false'], description: 'CSV with a byte order mark.' })
  @ApiSelection()
  @ApiProduces('text/csv', XLSX)
  @ApiOkResponse({ description: 'The file.' })
  async export(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Query() query: Record<string, unknown>,
  ): Promise<StreamableFile> {
    const { type } = this.sources.require(name);
    const raw: RawQuery = query;
    const { columns } = raw;
    const { stream, fileName, mimeType } = await this.exports.start(ctx, type, {
      format: wordOf(raw, 'format', ['csv', 'xlsx'], 'csv'),
      header: wordOf(raw, 'header', ['names', 'labels'], 'names'),
      byteOrderMark: wordOf(raw, 'bom', YES_OR_NO, 'false') === 'true',
      selection: selectionOf(raw, ['format', 'columns', 'header', 'bom']),
      ...(columns === undefined ? {} : { columns: listed(text('columns', columns, 10_000)) }),
    });
    return new StreamableFile(stream, { type: mimeType, disposition: `attachment; filename="${fileName}"` });
  }

  /** Creates and changes rows from a CSV or XLSX file: all of them or, when anything is wrong, none. */
  @Post('import')
  @HttpCode(200)
  @Authenticated()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        dryRun: { type: 'string', enum: ['true', 'false'], description: 'Tries everything and keeps nothing.' },
        publish: { type: 'string', enum: ['true', 'false'], description: 'Rows of types with drafts go live at once.' },
      },
    },
  })
  @ApiOkResponse({ type: ImportResultDto })
  async import(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportResultDto> {
    const { type } = this.sources.require(name);
    const { file, fields } = await receiveFile(request, ['dryRun', 'publish']);
    const dryRun = wordOf(fields, 'dryRun', YES_OR_NO, 'false') === 'true';
    const publish = wordOf(fields, 'publish', YES_OR_NO, 'false') === 'true';
    return this.imports.run(ctx, type, { file, dryRun, publish });
  }
}
