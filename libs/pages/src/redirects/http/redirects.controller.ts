import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { receiveFile } from '@pipit/spreadsheets';
import type { FastifyRequest } from 'fastify';
import { CreateRedirect } from '../actions/create-redirect.action.js';
import { DeleteRedirect } from '../actions/delete-redirect.action.js';
import { EditRedirect } from '../actions/edit-redirect.action.js';
import { RedirectList, type RedirectListQuery } from '../queries/redirect-list.js';
import { ExportRedirects } from '../transfer/export-redirects.js';
import { ImportRedirects } from '../transfer/import-redirects.js';
import { IMPORT_FIELDS, importWishOf } from './import-wish.js';
import {
  CreateRedirectDto,
  EditRedirectDto,
  RedirectDetailDto,
  RedirectFilterDto,
  RedirectImportDto,
  RedirectListDto,
  RedirectListQueryDto,
} from './redirect.dto.js';

/** Redirects made by hand, beside those that follow from pages which moved. */
@ApiTags('Redirects')
@Controller('api/admin/v1/redirects')
@RequirePermission('redirect.add', 'redirect.edit', 'redirect.delete')
export class RedirectsController {
  constructor(
    private readonly redirects: RedirectList,
    private readonly createRedirect: CreateRedirect,
    private readonly editRedirect: EditRedirect,
    private readonly deleteRedirect: DeleteRedirect,
    private readonly exports: ExportRedirects,
    private readonly imports: ImportRedirects,
  ) {}

  /** Redirects that match, former addresses of live pages among them. */
  @Get()
  @ApiOkResponse({ type: RedirectListDto })
  async list(@CurrentCtx() ctx: Ctx, @Query() query: RedirectListQueryDto): Promise<RedirectListDto> {
    const { limit = 50, offset = 0 } = query;
    const found = await this.redirects.list(ctx, { ...filterOf(query), limit, offset });
    return { ...found, can: await this.redirects.can(ctx) };
  }

  /** The redirects that match as a CSV file, which the import reads back. */
  @Get('export.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'The file.' })
  async export(@CurrentCtx() ctx: Ctx, @Query() query: RedirectFilterDto): Promise<StreamableFile> {
    const { stream, fileName, mimeType } = await this.exports.start(ctx, filterOf(query));
    return new StreamableFile(stream, { type: mimeType, disposition: `attachment; filename="${fileName}"` });
  }

  /** One redirect made by hand. */
  @Get(':id')
  @ApiOkResponse({ type: RedirectDetailDto })
  get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<RedirectDetailDto> {
    return this.redirects.get(ctx, id);
  }

  /** Leads an address elsewhere. What is warned of in the answer is kept all the same. */
  @Post()
  @RequirePermission('redirect.add')
  @ApiCreatedResponse({ type: RedirectDetailDto })
  async create(@CurrentCtx() ctx: Ctx, @Body() body: CreateRedirectDto): Promise<RedirectDetailDto> {
    const { siteId = null, pageId = null, pageRoutePath = '', link = '', isPermanent = true } = body;
    const values = { oldPath: body.oldPath, siteId, pageId, pageRoutePath, link, isPermanent };
    return this.redirects.get(ctx, (await this.createRedirect.run(ctx, values)).id);
  }

  /** Changes what is named. */
  @Patch(':id')
  @RequirePermission('redirect.edit')
  @ApiOkResponse({ type: RedirectDetailDto })
  async edit(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: EditRedirectDto): Promise<RedirectDetailDto> {
    const changes = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    await this.editRedirect.run(ctx, { id, changes });
    return this.redirects.get(ctx, id);
  }

  /** Lets an address lead nowhere again. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('redirect.delete')
  @ApiNoContentResponse()
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<void> {
    return this.deleteRedirect.run(ctx, { id });
  }

  /** Makes and changes redirects from a CSV or XLSX file: all of them or, when anything is wrong, none. */
  @Post('import')
  @HttpCode(200)
  @RequirePermission('redirect.add', 'redirect.edit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: IMPORT_FIELDS } })
  @ApiOkResponse({ type: RedirectImportDto })
  async import(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest): Promise<RedirectImportDto> {
    const { file, fields } = await receiveFile(request, Object.keys(IMPORT_FIELDS));
    return this.imports.run(ctx, importWishOf(file, fields));
  }
}

function filterOf({
  site,
  q,
  permanent,
  automatic,
  page,
  order,
}: RedirectFilterDto): Omit<RedirectListQuery, 'limit' | 'offset'> {
  return {
    ...(site === undefined ? {} : { site: site === 'all' ? null : Number(site) }),
    ...(q === undefined ? {} : { q }),
    ...(permanent === undefined ? {} : { permanent }),
    ...(automatic === undefined ? {} : { automatic }),
    ...(page === undefined ? {} : { page }),
    ...(order === undefined ? {} : { order }),
  };
}
