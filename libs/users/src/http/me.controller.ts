import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, Policy, SessionOnly } from '@pipit/access';
import { badRequest, invalid, type Ctx } from '@pipit/kernel';
import { EditProfile } from '../actions/edit-profile.js';
import { UpdatePreferences } from '../actions/update-preferences.js';
import { getCurrentUser } from '../queries/accounts.js';
import { defined } from './defined.js';
import { HeldPermissionsDto, MeDto, UpdateMeDto } from './me.dto.js';

/** The person signed in. */
@ApiTags('Auth')
@Controller('api/admin/v1/me')
@Authenticated()
@SessionOnly()
export class MeController {
  constructor(
    private readonly updatePreferences: UpdatePreferences,
    private readonly editProfile: EditProfile,
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
  @ApiOperation({ summary: 'Change your name, language, time zone or preferences' })
  @ApiOkResponse({ type: MeDto })
  @ApiProblems(badRequest, invalid)
  async update(@CurrentCtx() ctx: Ctx, @Body() body: UpdateMeDto): Promise<MeDto> {
    const { preferences, ...profile } = defined(body);
    if (preferences) await this.updatePreferences.run(ctx, { preferences });
    if (Object.keys(profile).length > 0) await this.editProfile.run(ctx, profile);
    return MeDto.of(await getCurrentUser(ctx));
  }
}
