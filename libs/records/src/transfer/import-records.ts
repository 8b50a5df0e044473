import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { problemOf } from '@pipit/access';
import { mergeValues, type ContentType, type JsonObject } from '@pipit/content-types';
import { UnitOfWork, forbidden, type Ctx, type Problem, type WriteCtx } from '@pipit/kernel';
import { TypeFields } from '@pipit/revisions';
import { importTable } from '@pipit/spreadsheets';
import { RecordAccess } from '../record-access.js';
import type { RecordSource } from '../record-source.js';
import { RecordSources } from '../record-sources.js';
import { fieldOfPointer, headingColumns, readRow, type ImportFault, type ImportRow } from './import-row.js';
import { StoredRows } from './stored-rows.js';
import { transferColumns } from './transfer-columns.js';

/** A file to be imported. */
export interface ImportWish {
  readonly file: Uint8Array;
  /** Tries everything and keeps nothing. */
  readonly dryRun: boolean;
  /** Rows go live at once, for types with drafts. */
  readonly publish: boolean;
}

/** What an import did, or would do. With errors nothing was kept. */
export interface ImportResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly errors: readonly ImportFault[];
}

/** Where rows go. */
interface ImportTarget {
  readonly type: ContentType;
  readonly source: RecordSource;
  readonly publish: boolean;
}

type NumberedRow = ImportRow & { readonly number: number };
type Outcome = 'created' | 'updated' | 'unchanged';

/** More faults than this are not a list anybody works through. */
const MAX_FAULTS = 500;
/** Lines whose stored rows are read at a time. */
const READ_AHEAD = 200;

/** Carries the result out of a transaction that must not commit. */
class RolledBack extends Error {
  constructor(readonly result: ImportResult) {
    super('Rolled back on purpose.');
  }
}

/** Reads rows from files: all of them or none, through the same actions as every other change. */
@Injectable()
export class ImportRecords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: RecordSources,
    private readonly access: RecordAccess,
    private readonly fields: TypeFields,
  ) {}

  /** Imports the rows of a file. Rows with an id or a uuid are changed, others are created. */
  async run(ctx: Ctx, type: ContentType, wish: ImportWish): Promise<ImportResult> {
    const can = await this.access.requireView(ctx, type);
    if (!can.create && !can.edit) throw forbidden(`You may not change ${type.labelPlural}.`);
    const { source } = this.sources.require(type.name);
    const { readable } = await this.fields.mask(ctx, type);
    const table = importTable(wish.file);
    const columns = headingColumns(table.heading, transferColumns(type, source.table(type), readable));
    const { metadata } = ctx.manager.getRepository(type.target as never);
    try {
      return await this.unitOfWork.run(
        ctx,
        async (tx) => {
          const rows = table.rows.map(({ number, cells }) => ({
            number,
            ...readRow(metadata, columns, number, cells),
          }));
          const { errors, ...counts } = await this.storeAll(tx, { type, source, publish: wish.publish }, rows);
          if (errors.length > 0)
            throw new RolledBack({ created: 0, updated: 0, unchanged: 0, errors: errors.slice(0, MAX_FAULTS) });
          if (wish.dryRun) throw new RolledBack({ ...counts, errors: [] });
          const subject = { type: type.name, id: 0, label: type.labelPlural };
          tx.record({ action: 'record.import', subject, data: { format: table.format, ...counts } });
          return { ...counts, errors: [] };
        },
        { many: true },
      );
    } catch (error) {
      if (error instanceof RolledBack) return error.result;
      throw error;
    }
  }

  private async storeAll(tx: WriteCtx, target: ImportTarget, rows: readonly NumberedRow[]) {
    const counts = { created: 0, updated: 0, unchanged: 0 };
    const errors: ImportFault[] = [];
    const stored = new StoredRows(target.type, target.source);
    await tx.manager.query('SAVEPOINT import_row');
    for (const [index, row] of rows.entries()) {
      if (index % READ_AHEAD === 0) await stored.readAhead(tx, rows.slice(index, index + READ_AHEAD));
      errors.push(...row.faults);
      if (row.faults.length === 0) {
        const outcome = await this.attempt(tx, target, stored, row);
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
    target: ImportTarget,
    stored: StoredRows,
    row: NumberedRow,
  ): Promise<Outcome | ImportFault[]> {
    try {
      const outcome = await this.store(tx, target, stored, row);
      if (outcome !== 'unchanged') await tx.manager.query('RELEASE SAVEPOINT import_row; SAVEPOINT import_row');
      return outcome;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) throw error;
      await tx.manager.query('ROLLBACK TO SAVEPOINT import_row');
      return faultsOf(target.type, problem, row.number);
    }
  }

  private async store(tx: WriteCtx, target: ImportTarget, stored: StoredRows, row: ImportRow): Promise<Outcome> {
    const { type, source, publish } = target;
    const key = stored.keyOf(tx, row);
    if (key === null) {
      await source.create(tx, type, { fields: withoutUntouched(type, row.fields), publish });
      return 'created';
    }
    const { fields, version } = await stored.of(tx, key);
    const changed = changedFields(type, fields, row.fields);
    if (Object.keys(changed).length === 0) return 'unchanged';
    const wasAhead = stored.forget(key);
    try {
      await source.edit(tx, type, String(key), { baseVersion: version, fields: changed, publish });
      return 'updated';
    } catch (error) {
      // A hook on another row may have changed this one since it was read ahead. Conflicts come before any effect.
      if (!wasAhead || problemOf(error).code !== 'edit_conflict') throw error;
      return this.store(tx, target, stored, row);
    }
  }
}

/** The values of a row that differ from the stored ones, once both are in their stored form. */
function changedFields(type: ContentType, stored: JsonObject, given: JsonObject): JsonObject {
  const named = type.fields.filter(({ name }) => Object.hasOwn(given, name));
  const normal = mergeValues(named, null, given);
  const isNew = ([name]: [string, unknown]): boolean => !isDeepStrictEqual(normal[name], stored[name] ?? null);
  return Object.fromEntries(Object.entries(given).filter(isNew));
}

/** An empty cell of a new row says nothing, so that the field's default holds. */
function withoutUntouched(type: ContentType, given: JsonObject): JsonObject {
  const isSaid = ({ name, kind, options }: ContentType['fields'][number]): boolean =>
    Object.hasOwn(given, name) && !isDeepStrictEqual(given[name], kind.emptyValue(options));
  return Object.fromEntries(type.fields.filter(isSaid).map(({ name }) => [name, given[name] ?? null]));
}

function faultsOf(type: ContentType, problem: Problem, row: number): ImportFault[] {
  if (problem.errors.length === 0) return [{ row, field: null, code: problem.code, message: problem.detail }];
  return problem.errors.map(({ path, code, message }) => ({ row, field: fieldOfPointer(type, path), code, message }));
}
