import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DtoPipe, Policy } from '@pipit/access';
import { BulkKinds, type BulkKind, type BulkSelection, type BulkSubject } from '@pipit/bulk';
import { MAX_ID, type Json, type JsonObject } from '@pipit/content-types';
import { OmitType } from '@nestjs/swagger';
import { Problem, badRequest, invalid, type Ctx, type WriteCtx } from '@pipit/kernel';
import { AddToGroup } from '../actions/add-to-group.js';
import { DeleteUser } from '../actions/delete-user.js';
import { InviteUser } from '../actions/invite-user.js';
import { RemoveFromGroup } from '../actions/remove-from-group.js';
import { SetUserActive } from '../actions/set-user-active.js';
import { defined } from '../http/defined.js';
import { UserFilterDto } from '../http/user.dto.js';
import { UserList } from '../queries/user-list.js';

/** What a kind of operation does to one account. */
interface UserKind {
  readonly name: string;
  readonly label: string;
  /** Arguments it takes and how each is checked. */
  readonly takes?: Readonly<Record<string, (value: Json | undefined) => boolean>>;
  readonly perform: (ctx: WriteCtx, userId: number, args: JsonObject) => Promise<unknown>;
}

const isId = (value: Json | undefined): boolean =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) <= MAX_ID;
const isIdOrNull = (value: Json | undefined): boolean => value === undefined || value === null || isId(value);

/** Filters of the list of accounts that say which accounts. */
class BulkUserQueryDto extends OmitType(UserFilterDto, ['order']) {}

/** What can be done to many accounts at once: the actions of single ones. */
@Injectable()
export class UserBulkKinds implements OnModuleInit {
  private readonly pipe = new DtoPipe();

  constructor(
    private readonly kinds: BulkKinds,
    private readonly policy: Policy,
    private readonly users: UserList,
    private readonly setActive: SetUserActive,
    private readonly inviteUser: InviteUser,
    private readonly deleteUser: DeleteUser,
    private readonly addToGroup: AddToGroup,
    private readonly removeFromGroup: RemoveFromGroup,
  ) {}

  onModuleInit(): void {
    for (const kind of this.all()) this.kinds.register(this.bulkKind(kind));
  }

  private all(): UserKind[] {
    return [
      {
        name: 'user.suspend',
        label: 'Suspend users',
        perform: (ctx, userId) => this.setActive.run(ctx, { userId, isActive: false }),
      },
      {
        name: 'user.activate',
        label: 'Activate users',
        perform: (ctx, userId) => this.setActive.run(ctx, { userId, isActive: true }),
      },
      {
        name: 'user.invite',
        label: 'Invite users by mail',
        perform: (ctx, userId) => this.inviteUser.run(ctx, { userId, by: 'mail' }),
      },
      {
        name: 'user.addToGroup',
        label: 'Put users into a group',
        takes: { groupId: isId },
        perform: (ctx, userId, { groupId }) => this.addToGroup.run(ctx, { userId, groupId: Number(groupId) }),
      },
      {
        name: 'user.removeFromGroup',
        label: 'Take users out of a group',
        takes: { groupId: isId },
        perform: (ctx, userId, { groupId }) => this.removeFromGroup.run(ctx, { userId, groupId: Number(groupId) }),
      },
      {
        name: 'user.delete',
        label: 'Delete users',
        takes: { successorId: isIdOrNull },
        perform: (ctx, userId, args) =>
          this.deleteUser.run(ctx, {
            userId,
            ...(args['successorId'] === undefined ? {} : { successorId: args['successorId'] as number | null }),
          }),
      },
    ];
  }

  private bulkKind({ name, label, takes = {}, perform }: UserKind): BulkKind {
    return {
      name,
      label,
      prepare: async (ctx, given) => {
        await this.policy.require(ctx, 'user.manage');
        return checked(name, given, takes);
      },
      select: (ctx, selection, _args, limit) => this.select(ctx, selection, limit),
      perform: (ctx, id, args) => perform(ctx, Number(id), args),
    };
  }

  private async select(ctx: Ctx, selection: BulkSelection, limit: number): Promise<BulkSubject[]> {
    await this.policy.require(ctx, 'user.manage');
    const match = selection.ids ? { ids: selection.ids.map(idOf) } : await this.matchOf(selection.query);
    const { items } = await this.users.list(ctx, { ...match, limit, offset: 0 });
    return items.map(({ id, name, email }) => ({ id: String(id), title: name || email }));
  }

  private async matchOf(query: JsonObject) {
    try {
      const read: unknown = await this.pipe.transform(query, { type: 'query', metatype: BulkUserQueryDto });
      return defined(read as BulkUserQueryDto);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const faults = error.errors.map((fault) => ({ ...fault, path: `/query${fault.path}` }));
      throw badRequest('The query has the wrong form.', faults);
    }
  }
}

function idOf(text: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  if (id > 0 && id <= MAX_ID) return id;
  const message = 'Ids of users are whole numbers.';
  throw badRequest(message, [{ path: '/ids', code: 'ids', message }]);
}

/** The arguments, when each is one the operation takes and has the right form. */
function checked(name: string, args: JsonObject, takes: NonNullable<UserKind['takes']>): JsonObject {
  const wrong = [
    ...Object.keys(args).filter((key) => !Object.hasOwn(takes, key)),
    ...Object.keys(takes).filter((key) => !takes[key]?.(args[key])),
  ];
  if (wrong.length === 0) return args;
  const message = `“${name}” takes ${Object.keys(takes).join(', ') || 'no arguments'}.`;
  throw invalid(
    message,
    wrong.map((key) => ({ path: `/arguments/${key}`, code: 'wrong', message })),
  );
}
