import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { CreateSite } from '../actions/create-site.action.js';
import { DeleteSite } from '../actions/delete-site.action.js';
import { EditSite } from '../actions/edit-site.action.js';
import { SiteList } from '../site-list.js';
import { CreateSiteDto, EditSiteDto, SiteDto, SiteListDto } from './site.dto.js';

@ApiTags('Sites')
@Controller('api/admin/v1/sites')
export class SitesController {
  constructor(
    private readonly sites: SiteList,
    private readonly createSite: CreateSite,
    private readonly editSite: EditSite,
    private readonly deleteSite: DeleteSite,
  ) {}

  /** All sites, the default one first. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: SiteListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<SiteListDto> {
    return { items: await this.sites.all(ctx), can: await this.sites.permissions(ctx) };
  }

  /** One site. */
  @Get(':id')
  @Authenticated()
  @ApiOkResponse({ type: SiteDto })
  get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<SiteDto> {
    return this.sites.get(ctx, id);
  }

  /** Adds a site. The first one is the default one. */
  @Post()
  @RequirePermission('site.add')
  @ApiCreatedResponse({ type: SiteDto })
  async create(@CurrentCtx() ctx: Ctx, @Body() body: CreateSiteDto): Promise<SiteDto> {
    const site = await this.createSite.run(ctx, { port: 80, name: '', isDefault: false, ...body });
    return this.sites.get(ctx, site.id);
  }

  /** Changes a site. Another home page gives its pages other addresses; the former ones lead to them. */
  @Patch(':id')
  @RequirePermission('site.edit')
  @ApiOkResponse({ type: SiteDto })
  async edit(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: EditSiteDto): Promise<SiteDto> {
    await this.editSite.run(ctx, { ...body, siteId: id });
    return this.sites.get(ctx, id);
  }

  /** Removes a site with its addresses, redirects and settings. Its pages stay. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('site.delete')
  @ApiNoContentResponse()
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<void> {
    return this.deleteSite.run(ctx, { siteId: id });
  }
}
