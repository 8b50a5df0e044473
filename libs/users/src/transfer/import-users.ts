import { Injectable } from '@nestjs/common';
import { Policy, problemOf } from '@pipit/access';
import { UnitOfWork, type Ctx, type WriteCtx } from '@pipit/kernel';
import { importTable } from '@pipit/spreadsheets';
import { emailKey } from '../accounts/email.js';
import type { User } from '../accounts/user.entity.js';
import { SaveUser } from '../actions/save-user.js';
import { SetUserActive } from '../actions/set-user-active.js';
import { Group, GroupMember } from '../groups/group.entity.js';
import { findUserByEmail } from '../queries/accounts.js';
import { readUserRow, type UserRowValues } from './read-user-row.js';
import { userPlaces, type UserColumn } from './user-columns.js';

/** A file to be imported. */
export interface UserImportWish {
  readonly file: Uint8Array;
  /** Tries everything and keeps nothing. */
  readonly dryRun: boolean;
}

/** What is wrong with one row. */
export interface UserFault {
  /** As a spreadsheet numbers it: the heading is row 1. */
  readonly row: number;
  readonly field: UserColumn | null;
  readonly code: string;
  readonly message: string;
}

/** What an import did, or would do. With errors nothing was kept. */
export interface UserImportResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly errors: readonly UserFault[];
}

type Outcome = 'created' | 'updated' | 'unchanged';

/** More faults than this are not a list anybody works through. */
const MAX_FAULTS = 500;
const COLUMN_OF: Readonly<Record<string, UserColumn>> = { '/email': 'email', '/name': 'name' };

/** Carries the result out of a transaction that must not commit. */
class RolledBack extends Error {
  constructor(readonly result: UserImportResult) {
    super('Rolled back on purpose.');
  }
}

/**
 * Reads accounts from a file, all of them or none. One with the same address is changed. What a row asks for is done by
 * the actions that a form would call, so nobody imports what they may not do by hand. New accounts have no password.
 */
@Injectable()
export class ImportUsers {
  constructor(
    private readonly policy: Policy,
    private readonly unitOfWork: UnitOfWork,
    private readonly saveUser: SaveUser,
    private readonly setUserActive: SetUserActive,
  ) {}

  async run(ctx: Ctx, wish: UserImportWish): Promise<UserImportResult> {
    await this.policy.require(ctx, 'user.manage');
    const table = importTable(wish.file);
    const places = userPlaces(table.heading);
    try {
      return await this.unitOfWork.run(ctx, async (tx) => {
        const groups = await tx.manager.find(Group);
        const rows = table.rows.map(({ number, cells }) => ({ number, ...readUserRow(cells, places, groups) }));
        const { errors, ...counts } = await this.storeAll(tx, rows);
        if (errors.length > 0) throw new RolledBack({ created: 0, updated: 0, unchanged: 0, errors });
        if (wish.dryRun) throw new RolledBack({ ...counts, errors: [] });
        const subject = { type: 'user', id: 0, label: 'Users' };
        tx.record({ action: 'user.import', subject, data: { format: table.format, ...counts } });
        return { ...counts, errors: [] };
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.result;
      throw error;
    }
  }

  private async storeAll(tx: WriteCtx, rows: readonly (ReturnType<typeof readUserRow> & { number: number })[]) {
    const counts = { created: 0, updated: 0, unchanged: 0 };
    const errors: UserFault[] = [];
    const rowOf = new Map<string, number>();
    for (const { number, values, faults } of rows) {
      errors.push(...faults.map((fault) => ({ row: number, ...fault })));
      const former = rowOf.get(emailKey(values.email));
      rowOf.set(emailKey(values.email), number);
      if (former !== undefined) {
        errors.push({ row: number, field: 'email', code: 'duplicate', message: `Row ${former} has the same address.` });
      } else if (faults.length === 0) {
        const outcome = await this.attempt(tx, values, number);
        if (typeof outcome === 'string') counts[outcome] += 1;
        else errors.push(...outcome);
      }
      if (errors.length >= MAX_FAULTS) break;
    }
    return { ...counts, errors };
  }

  /** One row behind a savepoint: what is wrong with it does not keep the others from being looked at. */
  private async attempt(tx: WriteCtx, values: UserRowValues, row: number): Promise<Outcome | UserFault[]> {
    await tx.manager.query('SAVEPOINT import_row');
    try {
      const outcome = await this.store(tx, values);
      await tx.manager.query('RELEASE SAVEPOINT import_row');
      return outcome;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) throw error;
      await tx.manager.query('ROLLBACK TO SAVEPOINT import_row');
      if (problem.errors.length === 0) return [{ row, field: null, code: problem.code, message: problem.detail }];
      return problem.errors.map(({ path, code, message }) => ({ row, field: COLUMN_OF[path] ?? null, code, message }));
    }
  }

  private async store(tx: WriteCtx, values: UserRowValues): Promise<Outcome> {
    const { email, groupIds, isActive, ...rest } = values;
    const known = await findUserByEmail(tx, email);
    if (!known) {
      const name = rest.name ?? email.split('@')[0] ?? email;
      await this.saveUser.create(tx, { ...rest, email, name, isActive, groupIds });
      return 'created';
    }
    const changes = Object.fromEntries(
      Object.entries(rest).filter(([key, value]) => value !== undefined && known[key as keyof User] !== value),
    );
    const regrouped = groupIds !== undefined && !(await isIn(tx, known.id, groupIds));
    const reactivated = isActive !== undefined && isActive !== known.isActive;
    if (Object.keys(changes).length > 0 || regrouped) {
      await this.saveUser.edit(tx, known.id, changes, regrouped ? groupIds : undefined);
    }
    if (reactivated) await this.setUserActive.run(tx, { userId: known.id, isActive });
    return Object.keys(changes).length > 0 || regrouped || reactivated ? 'updated' : 'unchanged';
  }
}

/** Is the account in these groups and no others? */
async function isIn(tx: WriteCtx, userId: number, groupIds: readonly number[]): Promise<boolean> {
  const memberships = await tx.manager.findBy(GroupMember, { userId });
  return memberships.length === groupIds.length && memberships.every(({ groupId }) => groupIds.includes(groupId));
}
