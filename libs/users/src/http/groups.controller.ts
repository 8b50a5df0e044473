import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, IdParam, RequirePermission, SessionOnly } from '@pipit/access';
import { badRequest, invalid, notFound, type Ctx } from '@pipit/kernel';
import { AddToGroup } from '../actions/add-to-group.js';
import { ChangeGrants } from '../actions/change-grants.js';
import { CreateGroup } from '../actions/create-group.js';
import { DeleteGroup } from '../actions/delete-group.js';
import { EditGroup } from '../actions/edit-group.js';
import { RemoveFromGroup } from '../actions/remove-from-group.js';
import { GroupList } from '../queries/group-list.js';
import { PermissionList } from '../queries/permission-list.js';
import { defined } from './defined.js';
import {
  ChangeGrantsDto,
  CreateGroupDto,
  EditGroupDto,
  GroupDetailDto,
  GroupListDto,
  PermissionListDto,
  grantOf,
} from './group.dto.js';

/** Groups, what they are granted, and who is in them. */
@ApiTags('Groups')
@Controller('api/admin/v1')
@RequirePermission('group.manage')
@SessionOnly()
@ApiProblems(badRequest, notFound)
export class GroupsController {
  constructor(
    private readonly groups: GroupList,
    private readonly permissionList: PermissionList,
    private readonly createGroup: CreateGroup,
    private readonly editGroup: EditGroup,
    private readonly deleteGroup: DeleteGroup,
    private readonly changeGrants: ChangeGrants,
    private readonly addToGroup: AddToGroup,
    private readonly removeFromGroup: RemoveFromGroup,
  ) {}

  /** Every permission there is, with what it is granted on and where the caller holds it. */
  @Get('permissions')
  @RequirePermission('group.manage', 'user.manage')
  @ApiOkResponse({ type: PermissionListDto })
  async permissions(@CurrentCtx() ctx: Ctx): Promise<PermissionListDto> {
    return { items: await this.permissionList.list(ctx) };
  }

  /** Every group, by name. */
  @Get('groups')
  @RequirePermission('group.manage', 'user.manage')
  @ApiOkResponse({ type: GroupListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<GroupListDto> {
    return { items: await this.groups.list(ctx) };
  }

  /** One group with all that it is granted. */
  @Get('groups/:id')
  @RequirePermission('group.manage', 'user.manage')
  @ApiOkResponse({ type: GroupDetailDto })
  get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<GroupDetailDto> {
    return this.groups.get(ctx, id);
  }

  /** Makes a group that is granted nothing yet. */
  @Post('groups')
  @ApiCreatedResponse({ type: GroupDetailDto })
  @ApiProblems(invalid)
  async create(@CurrentCtx() ctx: Ctx, @Body() { name }: CreateGroupDto): Promise<GroupDetailDto> {
    return this.groups.get(ctx, (await this.createGroup.run(ctx, { name })).id);
  }

  /** Renames a group, or says how its members have to sign in. */
  @Patch('groups/:id')
  @ApiOkResponse({ type: GroupDetailDto })
  @ApiProblems(invalid)
  async edit(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: EditGroupDto): Promise<GroupDetailDto> {
    await this.editGroup.run(ctx, { groupId: id, changes: defined(body) });
    return this.groups.get(ctx, id);
  }

  /** Deletes a group and all that it was granted. Its members stay. */
  @Delete('groups/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<void> {
    return this.deleteGroup.run(ctx, { groupId: id });
  }

  /** Grants and revokes permissions: all that is named, or nothing. What is not named stays. */
  @Post('groups/:id/permissions')
  @HttpCode(200)
  @ApiOkResponse({ type: GroupDetailDto })
  @ApiProblems(invalid)
  async change(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: ChangeGrantsDto): Promise<GroupDetailDto> {
    const [add, remove] = [body.add.map(grantOf), body.remove.map(grantOf)];
    await this.changeGrants.run(ctx, { groupId: id, add, remove });
    return this.groups.get(ctx, id);
  }

  /** Puts somebody into the group. */
  @Put('groups/:id/members/:userId')
  @HttpCode(204)
  @RequirePermission('user.manage')
  @ApiNoContentResponse()
  join(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @IdParam('userId') userId: number): Promise<void> {
    return this.addToGroup.run(ctx, { groupId: id, userId });
  }

  /** Takes somebody out of the group. */
  @Delete('groups/:id/members/:userId')
  @HttpCode(204)
  @RequirePermission('user.manage')
  @ApiNoContentResponse()
  leave(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @IdParam('userId') userId: number): Promise<void> {
    return this.removeFromGroup.run(ctx, { groupId: id, userId });
  }
}
