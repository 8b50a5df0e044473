import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, IdParam, RequirePermission, SessionOnly, Unrepeatable } from '@pipit/access';
import { badRequest, invalid, notFound, type Ctx } from '@pipit/kernel';
import { CreateApiToken, DeleteApiToken, RotateApiToken } from '../actions/api-tokens.js';
import { confirmationNeeded } from '../errors.js';
import { apiTokens } from '../queries/api-token-list.js';
import { ApiTokenListDto, CreateApiTokenDto, IssuedApiTokenDto, RotateApiTokenDto } from './api-token.dto.js';

/** Keys for programs: frontends, imports, whatever asks without a person at it. */
@ApiTags('API tokens')
@Controller('api/admin/v1/tokens')
@RequirePermission('token.manage')
@SessionOnly()
@Unrepeatable()
@ApiProblems(badRequest)
export class ApiTokensController {
  constructor(
    private readonly createToken: CreateApiToken,
    private readonly rotateToken: RotateApiToken,
    private readonly deleteToken: DeleteApiToken,
  ) {}

  /** One's own tokens; for administrators everybody's. */
  @Get()
  @ApiOkResponse({ type: ApiTokenListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<ApiTokenListDto> {
    return { items: await apiTokens(ctx) };
  }

  /** Makes a token. It is told once, and acts with those of its maker's rights that it names. */
  @Post()
  @ApiCreatedResponse({ type: IssuedApiTokenDto })
  @ApiProblems(confirmationNeeded, invalid)
  create(@CurrentCtx() ctx: Ctx, @Body() body: CreateApiTokenDto): Promise<IssuedApiTokenDto> {
    const { name, delivery = false, preview = false } = body;
    const { permissions = [], origins = [], networks = [], expiresAt = null } = body;
    return this.createToken.run(ctx, {
      name,
      delivery,
      preview,
      permissions,
      origins,
      networks,
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    });
  }

  /** Gives it a new secret, told once. The former one stays good for a while. */
  @Post(':id/rotate')
  @HttpCode(200)
  @ApiOkResponse({ type: IssuedApiTokenDto })
  @ApiProblems(confirmationNeeded, notFound)
  rotate(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Body() { overlapHours = 24 }: RotateApiTokenDto,
  ): Promise<IssuedApiTokenDto> {
    return this.rotateToken.run(ctx, { id, overlapHours });
  }

  /** Takes it back, from the next request on. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(notFound)
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<void> {
    return this.deleteToken.run(ctx, { id });
  }
}
