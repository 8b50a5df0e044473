import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { ApiEditConflict } from '@pipit/revisions';
import { EditSettings } from '../actions/edit-settings.action.js';
import { SettingsDetails } from '../queries/settings-details.js';
import {
  EditSettingsDto,
  EditedSettingsDto,
  SettingsDetailDto,
  SettingsHistoryDto,
  SettingsHistoryQueryDto,
  SettingsListDto,
  SettingsQueryDto,
} from './settings.dto.js';

@ApiTags('Settings')
@Controller('api/admin/v1/settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsDetails,
    private readonly editSettings: EditSettings,
  ) {}

  /** All settings types, with what the caller may do. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: SettingsListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<SettingsListDto> {
    return { items: await this.settings.list(ctx) };
  }

  /** The values of settings; defaults, as version 0, while nobody has edited them. */
  @Get(':type')
  @RequirePermission('settings.edit')
  @ApiOkResponse({ type: SettingsDetailDto })
  get(
    @CurrentCtx() ctx: Ctx,
    @Param('type') type: string,
    @Query() { site }: SettingsQueryDto,
  ): Promise<SettingsDetailDto> {
    return this.settings.get(ctx, type, site);
  }

  /** Changes settings. What others saved since the base is joined with it; 409 where both changed the same. */
  @Patch(':type')
  @RequirePermission('settings.edit')
  @ApiOkResponse({ type: EditedSettingsDto })
  @ApiEditConflict()
  async edit(
    @CurrentCtx() ctx: Ctx,
    @Param('type') type: string,
    @Query() { site }: SettingsQueryDto,
    @Body() body: EditSettingsDto,
  ): Promise<EditedSettingsDto> {
    const merged = await this.editSettings.run(ctx, { type, siteId: site, ...body });
    return { ...(await this.settings.get(ctx, type, site)), merged };
  }

  /** What was done to settings, latest first. */
  @Get(':type/history')
  @RequirePermission('settings.edit')
  @ApiOkResponse({ type: SettingsHistoryDto })
  history(
    @CurrentCtx() ctx: Ctx,
    @Param('type') type: string,
    @Query() { site, limit = 50, offset = 0 }: SettingsHistoryQueryDto,
  ): Promise<SettingsHistoryDto> {
    return this.settings.history(ctx, type, site, { limit, offset });
  }
}
