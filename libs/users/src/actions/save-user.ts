import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Ctx, type WriteCtx } from '@pipit/kernel';
import { GroupMember } from '../groups/group.entity.js';
import { AddToGroup } from './add-to-group.js';
import { CreateUser, type CreateUserInput } from './create-user.js';
import { EditUser, type UserChanges } from './edit-user.js';
import { InviteUser, type InviteBy, type Invitation } from './invite-user.js';
import { RemoveFromGroup } from './remove-from-group.js';

/** An account with its groups, as a form holds them. */
export interface NewUser extends CreateUserInput {
  readonly groupIds?: readonly number[];
  /** Invites at once. */
  readonly invite?: InviteBy;
}

/** Makes and changes accounts together with the groups they are in: all of it, or nothing. */
@Injectable()
export class SaveUser {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly createUser: CreateUser,
    private readonly editUser: EditUser,
    private readonly inviteUser: InviteUser,
    private readonly addToGroup: AddToGroup,
    private readonly removeFromGroup: RemoveFromGroup,
  ) {}

  create(ctx: Ctx, { groupIds, invite, ...input }: NewUser): Promise<{ id: number; invitation: Invitation | null }> {
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        const { id } = await this.createUser.run(tx, input);
        if (groupIds) await this.setGroups(tx, id, groupIds);
        return { id, invitation: invite ? await this.inviteUser.run(tx, { userId: id, by: invite }) : null };
      },
      { repeatable: true },
    );
  }

  edit(ctx: Ctx, userId: number, changes: UserChanges, groupIds?: readonly number[]): Promise<void> {
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        await this.editUser.run(tx, { userId, changes });
        if (groupIds) await this.setGroups(tx, userId, groupIds);
      },
      { repeatable: true },
    );
  }

  private async setGroups(tx: WriteCtx, userId: number, wanted: readonly number[]): Promise<void> {
    const memberships = await tx.manager.findBy(GroupMember, { userId });
    const present = memberships.map(({ groupId }) => groupId);
    for (const groupId of present.filter((id) => !wanted.includes(id))) {
      await this.removeFromGroup.run(tx, { userId, groupId });
    }
    for (const groupId of wanted.filter((id) => !present.includes(id)))
      await this.addToGroup.run(tx, { userId, groupId });
  }
}
