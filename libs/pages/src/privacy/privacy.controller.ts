import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import { forbidden, invalid, type Ctx } from '@pipit/kernel';
import { PageDetails } from '../queries/page-details.js';
import { OpenPage } from './open-page.action.js';
import { PagePrivacy } from './page-privacy.js';
import { PagePrivacyDto, RestrictPageDto } from './privacy.dto.js';
import { RestrictPage } from './restrict-page.action.js';

@ApiTags('Pages')
@Controller('api/admin/v1/pages/:id/privacy')
@RequirePermission('page.publish')
export class PrivacyController {
  constructor(
    private readonly details: PageDetails,
    private readonly privacy: PagePrivacy,
    private readonly restrictPage: RestrictPage,
    private readonly openPage: OpenPage,
  ) {}

  /** Who may read the page once it is live. */
  @Get()
  @ApiOkResponse({ type: PagePrivacyDto })
  async get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<PagePrivacyDto> {
    const { can, title } = await this.details.visible(ctx, id);
    if (!can.privacy) throw forbidden(`You may not see who may read “${title}”.`);
    return { restrictions: await this.privacy.of(ctx, id), availableGroups: await this.privacy.groups(ctx) };
  }

  /** Narrows who may read the page and all below it. */
  @Put()
  @ApiProblems(invalid)
  @ApiOkResponse({ type: PagePrivacyDto })
  async restrict(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Body() body: RestrictPageDto,
  ): Promise<PagePrivacyDto> {
    await this.restrictPage.run(ctx, { ...body, pageId: id });
    return this.get(ctx, id);
  }

  /** Takes the page's own restriction off. What covers pages above still holds. */
  @Delete()
  @ApiProblems(invalid)
  @ApiOkResponse({ type: PagePrivacyDto })
  async open(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<PagePrivacyDto> {
    await this.openPage.run(ctx, { pageId: id });
    return this.get(ctx, id);
  }
}
