import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, SessionOnly, Unrepeatable } from '@pipit/access';
import {
  actorUserId,
  badRequest,
  forbidden,
  invalid,
  notFound,
  tooManyAttempts,
  unavailable,
  type Ctx,
} from '@pipit/kernel';
import type { FastifyRequest } from 'fastify';
import { AskForEmail } from '../actions/change-own-email.js';
import { ConfirmPassword } from '../actions/confirm-password.js';
import { EndOwnSession } from '../actions/end-own-session.js';
import {
  BeginSecondFactor,
  ConfirmSecondFactor,
  RemoveSecondFactor,
  RenewRecoveryCodes,
} from '../actions/set-up-second-factor.js';
import { confirmationNeeded, invalidCredentials } from '../errors.js';
import { ownSessions } from '../queries/own-sessions.js';
import { Confirmation } from '../sessions/confirmation.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { EnrolmentDto, RecoveryCodesDto } from './auth.dto.js';
import { callerOf } from './device-cookie.js';
import { AskForEmailDto, CodeDto, ConfirmPasswordDto, OwnSessionListDto } from './me.dto.js';

/** What one signs in with, and where one is signed in. Most of it asks for the password again. */
@ApiTags('Auth')
@Controller('api/admin/v1/me')
@Authenticated()
@SessionOnly()
@Unrepeatable()
@ApiProblems(badRequest)
export class OwnAccountController {
  constructor(
    private readonly confirmPassword: ConfirmPassword,
    private readonly confirmation: Confirmation,
    private readonly askForEmail: AskForEmail,
    private readonly endOwnSession: EndOwnSession,
    private readonly beginSecondFactor: BeginSecondFactor,
    private readonly confirmSecondFactor: ConfirmSecondFactor,
    private readonly removeSecondFactor: RemoveSecondFactor,
    private readonly renewRecoveryCodes: RenewRecoveryCodes,
    private readonly throttle: LoginThrottle,
  ) {}

  /** Gives the password once more. For ten minutes it is not asked for again. */
  @Post('confirm')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give your password once more' })
  @ApiNoContentResponse()
  @ApiProblems(invalidCredentials, tooManyAttempts, unavailable)
  confirm(
    @CurrentCtx() ctx: Ctx,
    @Body() { password }: ConfirmPasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.confirmPassword.run(ctx, { password, ...callerOf(request) });
  }

  /** Asks for another address, or to prove the present one. A link goes there; nothing changes before it is used. */
  @Post('email')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(confirmationNeeded, invalid)
  email(@CurrentCtx() ctx: Ctx, @Body() { email }: AskForEmailDto): Promise<void> {
    return this.askForEmail.run(ctx, { email });
  }

  /** The devices one is signed in on. */
  @Get('sessions')
  @ApiOkResponse({ type: OwnSessionListDto })
  async sessions(@CurrentCtx() ctx: Ctx): Promise<OwnSessionListDto> {
    return { items: await ownSessions(ctx) };
  }

  /** Signs out on one of them. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(notFound)
  endSession(@CurrentCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.endOwnSession.run(ctx, { sessionId: id });
  }

  /** Signs out on all but this one. */
  @Post('sessions/end-others')
  @HttpCode(204)
  @ApiNoContentResponse()
  endOthers(@CurrentCtx() ctx: Ctx): Promise<void> {
    return this.endOwnSession.run(ctx, { sessionId: null });
  }

  /** A secret for an authenticator app. It counts from the first code on. */
  @Post('second-factor')
  @HttpCode(200)
  @ApiOkResponse({ type: EnrolmentDto })
  @ApiProblems(confirmationNeeded, forbidden)
  async begin(@CurrentCtx() ctx: Ctx): Promise<EnrolmentDto> {
    await this.confirmation.require(ctx);
    return this.beginSecondFactor.run(ctx, { userId: ownId(ctx) });
  }

  /** The first code of the app: switches it on. All other sessions end. */
  @Post('second-factor/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiProblems(confirmationNeeded, forbidden, invalid, tooManyAttempts)
  async confirmFactor(
    @CurrentCtx() ctx: Ctx,
    @Body() { code }: CodeDto,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodesDto> {
    await this.confirmation.require(ctx);
    const email = ctx.actor.kind === 'user' ? ctx.actor.email : '';
    const attempt = { ...callerOf(request), email, secret: 'code' } as const;
    await this.throttle.begin(attempt);
    const recoveryCodes = await this.confirmSecondFactor.run(ctx, { userId: ownId(ctx), code });
    await this.throttle.succeed(attempt);
    return { recoveryCodes };
  }

  /** Switches it off, unless a group asks for it. All other sessions end. */
  @Delete('second-factor')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(confirmationNeeded, forbidden)
  async remove(@CurrentCtx() ctx: Ctx): Promise<void> {
    await this.confirmation.require(ctx);
    return this.removeSecondFactor.run(ctx, { userId: ownId(ctx) });
  }

  /** Ten new recovery codes; the former ones are void. */
  @Post('recovery-codes')
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiProblems(confirmationNeeded, forbidden)
  async recoveryCodes(@CurrentCtx() ctx: Ctx): Promise<RecoveryCodesDto> {
    await this.confirmation.require(ctx);
    return { recoveryCodes: await this.renewRecoveryCodes.run(ctx, { userId: ownId(ctx) }) };
  }
}

function ownId({ actor }: Ctx): number {
  return actorUserId(actor) ?? 0;
}
