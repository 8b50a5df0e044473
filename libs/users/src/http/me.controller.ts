import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx } from '@pipit/access';
import { badRequest, invalid, type Ctx } from '@pipit/kernel';
import { UpdatePreferences } from '../actions/update-preferences.js';
import { getCurrentUser } from '../queries/accounts.js';
import { MeDto, UpdateMeDto } from './me.dto.js';

/** The person signed in. */
@ApiTags('Auth')
@Controller('api/admin/v1/me')
@Authenticated()
export class MeController {
  constructor(private readonly updatePreferences: UpdatePreferences) {}

  @Get()
  @ApiOperation({ summary: 'Who am I' })
  @ApiOkResponse({ type: MeDto })
  async me(@CurrentCtx() ctx: Ctx): Promise<MeDto> {
    return MeDto.of(await getCurrentUser(ctx));
  }

  @Patch()
  @ApiOperation({ summary: 'Change your preferences' })
  @ApiOkResponse({ type: MeDto })
  @ApiProblems(badRequest, invalid)
  async update(@CurrentCtx() ctx: Ctx, @Body() body: UpdateMeDto): Promise<MeDto> {
    return MeDto.of(await this.updatePreferences.run(ctx, body));
  }
}
