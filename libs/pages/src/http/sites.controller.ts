import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { Site } from '../site.entity.js';
import { siteOrigin } from '../queries/site-origin.js';

/** A host name and the page its addresses start from. */
export class SiteDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ example: 'localhost' }) hostname!: string;
  @ApiProperty({ type: 'integer', example: 80 }) port!: number;
  @ApiProperty({ type: 'integer' }) rootPageId!: number;
  @ApiProperty() isDefault!: boolean;
  @ApiProperty({ example: 'http://localhost' }) url!: string;
}

/** All sites. */
export class SiteListDto {
  @ApiProperty({ type: [SiteDto] }) items!: SiteDto[];
}

@ApiTags('Sites')
@Controller('api/admin/v1/sites')
export class SitesController {
  /** All sites, the default one first. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: SiteListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<SiteListDto> {
    const sites = await ctx.manager.find(Site, { order: { isDefault: 'DESC', hostname: 'ASC', port: 'ASC' } });
    return { items: sites.map((site) => ({ ...fieldsOf(site), url: siteOrigin(site) })) };
  }
}

function fieldsOf({ id, name, hostname, port, rootPageId, isDefault }: Site) {
  return { id, name, hostname, port, rootPageId, isDefault };
}
