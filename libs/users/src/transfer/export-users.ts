import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Ctx } from '@pipit/kernel';
import { tableFile, type Cell, type ExportedFile, type TableRows } from '@pipit/spreadsheets';
import { UserList, type UserMatch, type UserOrder, type UserRow } from '../queries/user-list.js';
import { USER_COLUMNS } from './user-columns.js';

/** Accounts read at a time. */
const BATCH = 1000;

/** Writes accounts into a file, so that an import reads the same accounts back. */
@Injectable()
export class ExportUsers {
  constructor(
    private readonly users: UserList,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The file, which is read from the database while it is fetched. */
  async start(ctx: Ctx, match: UserMatch & { order?: UserOrder }): Promise<ExportedFile> {
    await this.unitOfWork.run(ctx, async (tx) => {
      tx.record({ action: 'user.export', subject: { type: 'user', id: 0, label: 'Users' }, data: { format: 'csv' } });
    });
    return tableFile('users', this.rows(ctx, match), { format: 'csv', byteOrderMark: true });
  }

  private async *rows(ctx: Ctx, match: UserMatch & { order?: UserOrder }): TableRows {
    yield [[...USER_COLUMNS, 'last login', 'created']];
    for (let offset = 0; ; offset += BATCH) {
      const { items } = await this.users.list(ctx, { ...match, limit: BATCH, offset });
      if (items.length > 0) yield items.map(cellsOf);
      if (items.length < BATCH) return;
    }
  }
}

function cellsOf({ email, name, groups, isAdministrator, state, language, lastLoginAt, createdAt }: UserRow): Cell[] {
  const names = groups.map((group) => group.name).join('; ');
  return [
    email,
    name,
    names,
    isAdministrator ? 'yes' : 'no',
    state,
    language,
    lastLoginAt?.toISOString() ?? '',
    createdAt.toISOString(),
  ];
}
