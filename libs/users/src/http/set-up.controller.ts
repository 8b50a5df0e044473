import { Body, Controller, Get, Header, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, Public, Unrepeatable } from '@pipit/access';
import { badRequest, forbidden, invalid, notFound, tooManyAttempts, unavailable, type Ctx } from '@pipit/kernel';
import { IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SetUp } from '../set-up/set-up.js';
import { SessionDto } from './auth.dto.js';
import { callerOf } from './device-cookie.js';
import { PasswordProperty } from './password-property.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionAnswers } from './session-answers.js';

/** Whether a server waits for its first administrator. */
export class SetUpStateDto {
  @ApiProperty({ description: 'There is no administrator yet.' }) isOpen!: boolean;
}

/** Body of `POST /auth/set-up`. */
export class SetUpDto {
  @ApiProperty({ description: 'As the server’s log tells it at start, while there is no administrator.' })
  @IsString()
  @MaxLength(100)
  code!: string;

  @ApiProperty({ example: 'ada@example.org' })
  @IsString()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  @IsString()
  @MaxLength(100)
  name!: string;

  @PasswordProperty({ isNew: true })
  password!: string;
}

/** Setting up a fresh server: its first administrator. */
@ApiTags('Auth')
@Controller('api/admin/v1/auth/set-up')
@Public()
@Unrepeatable()
@UseGuards(SameOriginGuard)
@ApiProblems(forbidden)
export class SetUpController {
  constructor(
    private readonly setUp: SetUp,
    private readonly answers: SessionAnswers,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'getSetUp', summary: 'Does the server wait for its first administrator?' })
  @ApiOkResponse({ type: SetUpStateDto })
  async state(@CurrentCtx() ctx: Ctx): Promise<SetUpStateDto> {
    return { isOpen: await this.setUp.isOpen(ctx) };
  }

  /** Makes the first administrator of a fresh server and signs them in. 404 for ever once there is one. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'setUp', summary: 'Make the first administrator' })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems(badRequest, notFound, invalid, tooManyAttempts, unavailable)
  async create(
    @CurrentCtx() ctx: Ctx,
    @Body() body: SetUpDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.answers.opened(request, reply, await this.setUp.run(ctx, { ...body, ...callerOf(request) }));
  }
}
