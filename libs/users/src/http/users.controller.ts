import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, IdParam, RequirePermission, SessionOnly, Unrepeatable } from '@pipit/access';
import { badRequest, invalid, notFound, type Ctx } from '@pipit/kernel';
import { receiveFile } from '@pipit/spreadsheets';
import type { FastifyRequest } from 'fastify';
import { DeleteUser } from '../actions/delete-user.js';
import { EndSessionsOf } from '../actions/end-sessions-of.js';
import { InviteUser } from '../actions/invite-user.js';
import { SaveUser } from '../actions/save-user.js';
import { SetPassword } from '../actions/set-password.js';
import { RemoveSecondFactor } from '../actions/set-up-second-factor.js';
import { SetUserActive } from '../actions/set-user-active.js';
import { lastAdministrator } from '../errors.js';
import { isAllPowerful } from '../policy.js';
import { Explanations } from '../queries/explanations.js';
import { UserList } from '../queries/user-list.js';
import { ExportUsers } from '../transfer/export-users.js';
import { ImportUsers } from '../transfer/import-users.js';
import { ExplainQueryDto, ExplanationDto } from './group.dto.js';
import {
  CreateUserDto,
  CreatedUserDto,
  DeleteUserQueryDto,
  EditUserDto,
  InvitationDto,
  InviteUserDto,
  SetPasswordDto,
  UserDetailDto,
  UserFilterDto,
  UserImportDto,
  UserListDto,
  UserListQueryDto,
} from './user.dto.js';
import { defined } from './defined.js';

const IMPORT_FIELDS = {
  file: { type: 'string', format: 'binary' },
  dryRun: { type: 'string', enum: ['true', 'false'] as string[], description: 'Tries everything and keeps nothing.' },
} as const;

/** Accounts, for those who manage them. Nobody hands out, or takes over, what they do not hold. */
@ApiTags('Users')
@Controller('api/admin/v1/users')
@RequirePermission('user.manage')
@SessionOnly()
@ApiProblems(badRequest, notFound)
export class UsersController {
  constructor(
    private readonly users: UserList,
    private readonly saveUser: SaveUser,
    private readonly setActive: SetUserActive,
    private readonly setUserPassword: SetPassword,
    private readonly deleteUser: DeleteUser,
    private readonly inviteUser: InviteUser,
    private readonly endSessionsOf: EndSessionsOf,
    private readonly removeSecondFactor: RemoveSecondFactor,
    private readonly explanations: Explanations,
    private readonly exports: ExportUsers,
    private readonly imports: ImportUsers,
  ) {}

  /** Accounts that match. */
  @Get()
  @ApiOkResponse({ type: UserListDto })
  async list(@CurrentCtx() ctx: Ctx, @Query() query: UserListQueryDto): Promise<UserListDto> {
    const { limit = 50, offset = 0, ...match } = query;
    const found = await this.users.list(ctx, { ...defined(match), limit, offset });
    return { ...found, counts: await this.users.counts(ctx), can: { role: isAllPowerful(ctx) } };
  }

  /** The accounts that match as a CSV file, which the import reads back. No passwords are in it. */
  @Get('export.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'The file.' })
  async export(@CurrentCtx() ctx: Ctx, @Query() query: UserFilterDto): Promise<StreamableFile> {
    const { stream, fileName, mimeType } = await this.exports.start(ctx, defined(query));
    return new StreamableFile(stream, { type: mimeType, disposition: `attachment; filename="${fileName}"` });
  }

  /** One account. */
  @Get(':id')
  @ApiOkResponse({ type: UserDetailDto })
  get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<UserDetailDto> {
    return this.users.get(ctx, id);
  }

  /** Why this person may, or may not, do something: as the policy says it when they try. */
  @Get(':id/explanation')
  @ApiOkResponse({ type: ExplanationDto })
  explain(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: ExplainQueryDto): Promise<ExplanationDto> {
    return this.explanations.answer(ctx, { ...query, userId: id });
  }

  /** Makes an account. Its person chooses a password by way of an invitation. */
  @Post()
  @Unrepeatable()
  @ApiCreatedResponse({ type: CreatedUserDto })
  @ApiProblems(invalid)
  async create(@CurrentCtx() ctx: Ctx, @Body() body: CreateUserDto): Promise<CreatedUserDto> {
    const { id, invitation } = await this.saveUser.create(ctx, body);
    return { ...(await this.users.get(ctx, id)), invitation };
  }

  /** Changes what is named. */
  @Patch(':id')
  @ApiOkResponse({ type: UserDetailDto })
  @ApiProblems(invalid, lastAdministrator)
  async edit(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: EditUserDto): Promise<UserDetailDto> {
    const { groupIds, ...changes } = body;
    await this.saveUser.edit(ctx, id, defined(changes), groupIds);
    return this.users.get(ctx, id);
  }

  /** Invites somebody who has no password yet, again too: a former invitation is void then. */
  @Post(':id/invite')
  @HttpCode(200)
  @Unrepeatable()
  @ApiOkResponse({ type: InvitationDto })
  @ApiProblems(invalid)
  invite(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() { by }: InviteUserDto): Promise<InvitationDto> {
    return this.inviteUser.run(ctx, { userId: id, by });
  }

  /** Keeps somebody out: their sessions end at once, and their links are void. What is theirs stays. */
  @Post(':id/suspend')
  @HttpCode(200)
  @ApiOkResponse({ type: UserDetailDto })
  @ApiProblems(lastAdministrator)
  async suspend(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<UserDetailDto> {
    await this.setActive.run(ctx, { userId: id, isActive: false });
    return this.users.get(ctx, id);
  }

  /** Lets somebody suspended in again. */
  @Post(':id/activate')
  @HttpCode(200)
  @ApiOkResponse({ type: UserDetailDto })
  async activate(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<UserDetailDto> {
    await this.setActive.run(ctx, { userId: id, isActive: true });
    return this.users.get(ctx, id);
  }

  /** Gives somebody a new password and ends their sessions. */
  @Post(':id/password')
  @HttpCode(204)
  @Unrepeatable()
  @ApiNoContentResponse()
  @ApiProblems(invalid)
  setPassword(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() { password }: SetPasswordDto): Promise<void> {
    return this.setUserPassword.run(ctx, { userId: id, password });
  }

  /** Signs somebody out everywhere. */
  @Post(':id/end-sessions')
  @HttpCode(204)
  @ApiNoContentResponse()
  endSessions(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<void> {
    return this.endSessionsOf.run(ctx, { userId: id });
  }

  /** Lets somebody who lost their phone sign in with the password alone, and set up another app. */
  @Delete(':id/second-factor')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeFactor(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<void> {
    return this.removeSecondFactor.run(ctx, { userId: id });
  }

  /** Deletes an account for good and hands over what belongs to it. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(invalid, lastAdministrator)
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() { successor }: DeleteUserQueryDto): Promise<void> {
    const chosen = successor === undefined ? {} : { successorId: successor === 'nobody' ? null : Number(successor) };
    return this.deleteUser.run(ctx, { userId: id, ...chosen });
  }

  /** Makes and changes accounts from a CSV or XLSX file: all of them or, when anything is wrong, none. */
  @Post('import')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: IMPORT_FIELDS } })
  @ApiOkResponse({ type: UserImportDto })
  async import(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest): Promise<UserImportDto> {
    const { file, fields } = await receiveFile(request, ['dryRun']);
    const { dryRun = 'false' } = fields;
    if (dryRun !== 'true' && dryRun !== 'false') throw badRequest('“dryRun” is true or false.');
    return this.imports.run(ctx, { file, dryRun: dryRun === 'true' });
  }
}
