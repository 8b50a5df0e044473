import { Body, Controller, Header, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, Public, SessionOnly, Unrepeatable } from '@pipit/access';
import { badRequest, forbidden, invalid, tooManyAttempts, unauthenticated, unavailable, type Ctx } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangePassword } from '../actions/change-password.js';
import { RedeemLink } from '../actions/choose-password.js';
import { ConfirmEmail } from '../actions/change-own-email.js';
import { SecondHalves } from '../actions/pass-second-factor.js';
import { TICKET_SECONDS } from '../second-factor/tickets.js';
import { ForgotPassword } from '../actions/forgot-password.js';
import { LogIn } from '../actions/log-in.js';
import { LogOut } from '../actions/log-out.js';
import { RefreshSession } from '../actions/refresh-session.js';
import { csrfRefused, invalidCredentials, linkExpired, sessionEnded } from '../errors.js';
import { SessionTokens } from '../sessions/signed-in.js';
import {
  ChangePasswordDto,
  ChoosePasswordDto,
  EnrolledSessionDto,
  EnrolmentDto,
  ForgotPasswordDto,
  HalfSessionDto,
  LinkDto,
  LoginDto,
  SecondFactorDto,
  SessionDto,
  TicketDto,
} from './auth.dto.js';
import { callerOf } from './device-cookie.js';
import { findRefreshCookie, getRefreshCookie } from './refresh-cookie.js';
import { SessionAnswers, csrfTokenOf } from './session-answers.js';
import { SameOriginGuard } from './same-origin.guard.js';

const CSRF_DOC = {
  name: 'X-CSRF-Token',
  required: false,
  description:
    'What the cookie `pipit_csrf` says (`__Host-pipit_csrf` over HTTPS). Without it the cookie opens nothing.',
};

/** Signing in, staying signed in, signing out. */
@ApiTags('Auth')
@Controller('api/admin/v1/auth')
@Unrepeatable()
@UseGuards(SameOriginGuard)
@ApiProblems(forbidden)
export class AuthController {
  constructor(
    private readonly logIn: LogIn,
    private readonly refreshSession: RefreshSession,
    private readonly logOut: LogOut,
    private readonly passwordChange: ChangePassword,
    private readonly secondHalves: SecondHalves,
    private readonly emailConfirmation: ConfirmEmail,
    private readonly forgot: ForgotPassword,
    private readonly redeemLink: RedeemLink,
    private readonly tokens: SessionTokens,
    private readonly answers: SessionAnswers,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Sign in' })
  @ApiOkResponse({ type: SessionDto })
  @ApiAcceptedResponse({ type: HalfSessionDto, description: 'The password is right; a second factor is to follow.' })
  @ApiProblems(badRequest, invalidCredentials, tooManyAttempts, unavailable)
  async login(
    @CurrentCtx() ctx: Ctx,
    @Body() body: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto | HalfSessionDto> {
    const entered = await this.logIn.run(ctx, { ...body, ...callerOf(request) });
    if ('accessToken' in entered) return this.answers.opened(request, reply, entered);
    void reply.status(202).header('cache-control', 'no-store');
    return { ...entered, expiresIn: TICKET_SECONDS };
  }

  /** The second half of signing in: a code of the authenticator app, or a recovery code. */
  @Post('second-factor')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems(badRequest, sessionEnded, invalid, tooManyAttempts)
  async secondFactor(
    @CurrentCtx() ctx: Ctx,
    @Body() body: SecondFactorDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.answers.opened(
      request,
      reply,
      await this.secondHalves.withCode(ctx, { ...body, ...callerOf(request) }),
    );
  }

  /** A secret for the app of somebody who has to set one up before they are let in. */
  @Post('second-factor/enrol')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: EnrolmentDto })
  @ApiProblems(badRequest, sessionEnded, invalid)
  async enrol(
    @CurrentCtx() ctx: Ctx,
    @Body() { ticket }: TicketDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolmentDto> {
    void reply.header('cache-control', 'no-store');
    return this.secondHalves.enrol(ctx, ticket);
  }

  /** The first code of a new app: switches it on and signs in. */
  @Post('second-factor/confirm')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: EnrolledSessionDto })
  @ApiProblems(badRequest, sessionEnded, invalid, tooManyAttempts)
  async confirmEnrolment(
    @CurrentCtx() ctx: Ctx,
    @Body() body: SecondFactorDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolledSessionDto> {
    const signedIn = await this.secondHalves.confirmEnrolment(ctx, { ...body, ...callerOf(request) });
    return { ...this.answers.opened(request, reply, signedIn), recoveryCodes: signedIn.recoveryCodes };
  }

  /** Takes over the address a link was sent to. */
  @Post('confirm-email')
  @HttpCode(204)
  @Header('cache-control', 'no-store')
  @Public()
  @ApiNoContentResponse()
  @ApiProblems(badRequest, linkExpired, invalid)
  confirmEmail(@CurrentCtx() ctx: Ctx, @Body() { token }: LinkDto): Promise<void> {
    return this.emailConfirmation.run(ctx, { token });
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Stay signed in', description: 'Trades the refresh cookie for a new one.' })
  @ApiOkResponse({ type: SessionDto })
  @ApiHeader(CSRF_DOC)
  @ApiProblems(sessionEnded, csrfRefused)
  async refresh(
    @CurrentCtx() ctx: Ctx,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const cookie = { refreshToken: getRefreshCookie(request), csrfToken: csrfTokenOf(request) };
    return this.answers.renewed(request, reply, await this.refreshSession.run(ctx, cookie));
  }

  @Post('logout')
  @HttpCode(204)
  @Header('cache-control', 'no-store')
  @Public()
  @ApiOperation({ summary: 'Sign out', description: 'Ends the session of the refresh cookie.' })
  @ApiHeader(CSRF_DOC)
  @ApiNoContentResponse()
  @ApiProblems(csrfRefused)
  async logout(
    @CurrentCtx() ctx: Ctx,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const refreshToken = findRefreshCookie(request);
    if (refreshToken !== null) await this.logOut.run(ctx, { refreshToken, csrfToken: csrfTokenOf(request) });
    this.answers.closed(request, reply);
  }

  /** Sends a link to choose a new password to whoever has the address. The answer is the same whether anybody has. */
  @Post('forgot-password')
  @HttpCode(204)
  @Header('cache-control', 'no-store')
  @Public()
  @ApiOperation({ summary: 'Forgot your password' })
  @ApiNoContentResponse()
  @ApiProblems(badRequest, tooManyAttempts)
  forgotPassword(
    @CurrentCtx() ctx: Ctx,
    @Body() { email }: ForgotPasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.forgot.run(ctx, { email, ...callerOf(request) });
  }

  /** Takes the password somebody chose by way of a link: an invitation, or one for a forgotten password. Signs nobody in. */
  @Post('choose-password')
  @HttpCode(204)
  @Header('cache-control', 'no-store')
  @Public()
  @ApiOperation({ summary: 'Choose a password by a link' })
  @ApiNoContentResponse()
  @ApiProblems(badRequest, linkExpired, invalid, tooManyAttempts, unavailable)
  async choosePassword(
    @CurrentCtx() ctx: Ctx,
    @Body() body: ChoosePasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { email } = await this.redeemLink.run(ctx, { ...body, ...callerOf(request) });
    this.answers.remember(request, reply, email);
  }

  @Post('password')
  @HttpCode(200)
  @Authenticated()
  @SessionOnly()
  @ApiOperation({ summary: 'Change your password', description: 'Ends all your sessions and begins a new one.' })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems(badRequest, unauthenticated, invalidCredentials, invalid, tooManyAttempts, unavailable)
  async changePassword(
    @CurrentCtx() ctx: Ctx,
    @Body() body: ChangePasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const session = await this.passwordChange.run(ctx, { ...body, ...callerOf(request) });
    return this.answers.opened(request, reply, this.tokens.of(session));
  }
}
