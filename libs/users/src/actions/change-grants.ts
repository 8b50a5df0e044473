import { Injectable } from '@nestjs/common';
import { Policy, type Grant } from '@pipit/access';
import { Action, Problem, badRequest, type WriteCtx } from '@pipit/kernel';
import { GrantPermission } from './grant-permission.js';
import { RevokePermission } from './revoke-permission.js';

/** What a group is to be granted from now on, and what not any more. The rest stays, whoever changed it meanwhile. */
export interface ChangeGrantsInput {
  readonly groupId: number;
  readonly add: readonly Grant[];
  readonly remove: readonly Grant[];
}

/** Changes what a group is granted: all of it, or nothing. */
@Injectable()
export class ChangeGrants extends Action<ChangeGrantsInput, void> {
  constructor(
    private readonly policy: Policy,
    private readonly grantPermission: GrantPermission,
    private readonly revokePermission: RevokePermission,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { groupId, add, remove }: ChangeGrantsInput): Promise<void> {
    await this.policy.require(ctx, 'group.manage');
    if (add.length + remove.length === 0) throw badRequest('Say what to add, or what to remove.');
    for (const [at, grant] of remove.entries()) {
      await placed(`/remove/${at}`, () => this.revokePermission.run(ctx, { groupId, grant }));
    }
    for (const [at, grant] of add.entries()) {
      await placed(`/add/${at}`, () => this.grantPermission.run(ctx, { groupId, grant }));
    }
  }
}

/** Says which of many grants it is that cannot be. */
async function placed(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    const faults = error.errors.length > 0 ? error.errors : [{ path: '', code: error.code, message: error.detail }];
    throw new Problem(
      error.definition,
      error.detail,
      faults.map((fault) => ({ ...fault, path })),
      error.extensions,
    );
  }
}
