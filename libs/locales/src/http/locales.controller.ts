import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { Locales } from '../locales.js';
import { LocaleListDto } from './locale.dto.js';

@ApiTags('Locales')
@Controller('api/admin/v1/locales')
export class LocalesController {
  constructor(private readonly locales: Locales) {}

  /** The languages of content, the default one first. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: LocaleListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<LocaleListDto> {
    const locales = await this.locales.all(ctx);
    return { items: locales.map(({ id, code, name, isDefault }) => ({ id, code, name, isDefault })) };
  }
}
