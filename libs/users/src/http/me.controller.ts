import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, Policy } from '@pipit/access';
import { badRequest, invalid, type Ctx } from '@pipit/kernel';
import { UpdatePreferences } from '../actions/update-preferences.js';
import { getCurrentUser } from '../queries/accounts.js';
import { HeldPermissionsDto, MeDto, UpdateMeDto } from './me.dto.js';

/** The person signed in. */
@ApiTags('Auth')
@Controller('api/admin/v1/me')
@Authenticated()
export class MeController {
  constructor(
    private readonly updatePreferences: UpdatePreferences,
    private readonly policy: Policy,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who am I' })
  @ApiOkResponse({ type: MeDto })
  async me(@CurrentCtx() ctx: Ctx): Promise<MeDto> {
    return MeDto.of(await getCurrentUser(ctx));
  }

  /** Names of the permissions I hold somewhere: what is worth showing me. Each place and type is asked about anew. */
  @Get('permissions')
  @ApiOkResponse({ type: HeldPermissionsDto })
  async permissions(@CurrentCtx() ctx: Ctx): Promise<HeldPermissionsDto> {
    return { items: await this.policy.held(ctx) };
  }

  @Patch()
  @ApiOperation({ summary: 'Change your preferences' })
  @ApiOkResponse({ type: MeDto })
  @ApiProblems(badRequest, invalid)
  async update(@CurrentCtx() ctx: Ctx, @Body() body: UpdateMeDto): Promise<MeDto> {
    return MeDto.of(await this.updatePreferences.run(ctx, body));
  }
}
