import { Injectable } from '@nestjs/common';
import { problemOf } from '@pipit/access';
import { UnitOfWork, type Ctx, type WriteCtx } from '@pipit/kernel';
import { importTable } from '@pipit/spreadsheets';
import { IsNull } from 'typeorm';
import { Site } from '../../site.entity.js';
import { CreateRedirect } from '../actions/create-redirect.action.js';
import { EditRedirect } from '../actions/edit-redirect.action.js';
import { normalRedirect, type RedirectValues } from '../redirect-values.js';
import { Redirect } from '../redirect.entity.js';
import { placesOf, type ImportColumn } from './import-table-columns.js';
import { readRow, type RowDefaults } from './read-row.js';
import { TargetPages } from './target-pages.js';

export { IMPORT_COLUMNS, type ImportColumn } from './import-table-columns.js';

/** A file to be imported. */
export interface RedirectImportWish extends RowDefaults {
  readonly file: Uint8Array;
  /** Tries everything and keeps nothing. */
  readonly dryRun: boolean;
  /** What the file's heading calls columns, where it is none of the usual names. */
  readonly columns: Readonly<Partial<Record<ImportColumn, string>>>;
}

/** What is wrong with one row. */
export interface RedirectFault {
  /** As a spreadsheet numbers it: the heading is row 1. */
  readonly row: number;
  readonly field: ImportColumn | null;
  readonly code: string;
  readonly message: string;
}

/** What an import did, or would do. With errors nothing was kept. */
export interface RedirectImportResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly errors: readonly RedirectFault[];
}

type Outcome = 'created' | 'updated' | 'unchanged';

/** More faults than this are not a list anybody works through. */
const MAX_FAULTS = 500;

/** Where faults of a redirect are in a file. */
const COLUMN_OF: Readonly<Record<string, ImportColumn>> = {
  '/oldPath': 'from',
  '/link': 'to',
  '/pageId': 'to',
  '/pageRoutePath': 'to',
  '/siteId': 'site',
};

/** Carries the result out of a transaction that must not commit. */
class RolledBack extends Error {
  constructor(readonly result: RedirectImportResult) {
    super('Rolled back on purpose.');
  }
}

/** Reads redirects from a file, all of them or none. One that starts from the same path on the same site is changed. */
@Injectable()
export class ImportRedirects {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly createRedirect: CreateRedirect,
    private readonly editRedirect: EditRedirect,
    private readonly targets: TargetPages,
  ) {}

  async run(ctx: Ctx, wish: RedirectImportWish): Promise<RedirectImportResult> {
    const table = importTable(wish.file);
    const places = placesOf(table.heading, wish.columns);
    try {
      return await this.unitOfWork.run(
        ctx,
        async (tx) => {
          const sites = await tx.manager.find(Site);
          const rows = table.rows.map(({ number, cells }) => ({ number, ...readRow(cells, places, sites, wish) }));
          const { errors, ...counts } = await this.storeAll(tx, sites, rows);
          if (errors.length > 0) throw new RolledBack({ created: 0, updated: 0, unchanged: 0, errors });
          if (wish.dryRun) throw new RolledBack({ ...counts, errors: [] });
          const subject = { type: 'redirect', id: 0, label: 'Redirects' };
          tx.record({ action: 'redirect.import', subject, data: { format: table.format, ...counts } });
          return { ...counts, errors: [] };
        },
        { many: true },
      );
    } catch (error) {
      if (error instanceof RolledBack) return error.result;
      throw error;
    }
  }

  private async storeAll(
    tx: WriteCtx,
    sites: readonly Site[],
    rows: readonly (ReturnType<typeof readRow> & { number: number })[],
  ) {
    const counts = { created: 0, updated: 0, unchanged: 0 };
    const errors: RedirectFault[] = [];
    const rowOfPath = new Map<string, number>();
    await tx.manager.query('SAVEPOINT import_row');
    for (const { number, values, faults } of rows) {
      errors.push(...faults.map((fault) => ({ row: number, ...fault })));
      if (faults.length === 0) {
        const outcome = await this.attempt(tx, sites, values, number, rowOfPath);
        if (typeof outcome === 'string') counts[outcome] += 1;
        else errors.push(...outcome);
      }
      if (errors.length >= MAX_FAULTS) break;
    }
    return { ...counts, errors };
  }

  /** One row after a savepoint: what is wrong with it does not keep the others from being looked at. */
  private async attempt(
    tx: WriteCtx,
    sites: readonly Site[],
    said: RedirectValues,
    number: number,
    rowOfPath: Map<string, number>,
  ): Promise<Outcome | RedirectFault[]> {
    try {
      const values = normalRedirect(await this.targets.resolve(tx, said, sites));
      const key = `${values.siteId} ${values.oldPath}`;
      const former = rowOfPath.get(key);
      if (former !== undefined) {
        const message = `Row ${former} has the same address.`;
        return [{ row: number, field: 'from', code: 'duplicate', message }];
      }
      rowOfPath.set(key, number);
      const outcome = await this.store(tx, values);
      if (outcome !== 'unchanged') await tx.manager.query('RELEASE SAVEPOINT import_row; SAVEPOINT import_row');
      return outcome;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) throw error;
      await tx.manager.query('ROLLBACK TO SAVEPOINT import_row');
      if (problem.errors.length === 0) {
        return [{ row: number, field: null, code: problem.code, message: problem.detail }];
      }
      return problem.errors.map(({ path, code, message }) => ({
        row: number,
        field: COLUMN_OF[path] ?? null,
        code,
        message,
      }));
    }
  }

  private async store(tx: WriteCtx, values: RedirectValues): Promise<Outcome> {
    const { oldPath, siteId } = values;
    const stored = await tx.manager.findOneBy(Redirect, { oldPath, siteId: siteId ?? IsNull() });
    if (!stored) {
      await this.createRedirect.run(tx, values);
      return 'created';
    }
    const { pageId, pageRoutePath, link, isPermanent } = values;
    const changes = { pageId, pageRoutePath, link, isPermanent };
    const isSame = Object.entries(changes).every(([name, value]) => stored[name as keyof typeof changes] === value);
    if (isSame) return 'unchanged';
    await this.editRedirect.run(tx, { id: stored.id, changes });
    return 'updated';
  }
}
