import { Injectable } from '@nestjs/common';
import { AuditEntry } from '@pipit/audit';
import { UnitOfWork, readInBatches, type Ctx } from '@pipit/kernel';
import { tableFile, type Cell, type ExportedFile, type TableFormat, type TableRows } from '@pipit/spreadsheets';
import { DataSource } from 'typeorm';
import { filterConditions, type AuditFilter } from './audit-filter.js';
import { AuditScope } from './audit-scope.js';
import { SqlValues } from './sql-values.js';

/** Something that was done, as much of it as the acting person may know. */
export interface ToldEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly kind: AuditEntry['actorKind']; readonly id: number | null; readonly name: string };
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: number | string; readonly title: string };
  readonly revisionId: number | null;
  readonly data: AuditEntry['data'];
  /** Joins what one request, or one operation on many things, did. */
  readonly request: string;
  /** From where; null for Pipit's own work, and for those who do not see the whole log. */
  readonly client: { readonly agent: string; readonly address: string } | null;
  /** Further entries of the same request that match. 0 unless grouped. */
  readonly more: number;
}

/** A part of the log, latest first. */
export interface AuditPart {
  readonly items: readonly ToldEntry[];
  /** The entry behind which the next part begins; null at the end. */
  readonly next: string | null;
}

/** Which part is asked for. */
export interface AuditPartQuery {
  readonly filter: AuditFilter;
  /** One line per request: its latest entry. */
  readonly grouped: boolean;
  readonly limit: number;
  /** Only what is older than this entry: `next` of the last answer. */
  readonly after?: string;
}

type EntryRow = AuditEntry & { readonly more: number };

const COLUMNS = `e.id, e.at, e.actor_kind AS "actorKind", e.user_id AS "userId", e.actor_label AS "actorLabel", e.action,
  e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.subject_key AS "subjectKey",
  e.subject_label AS "subjectLabel", e.revision_id AS "revisionId", e.data, e.request_id AS "requestId",
  e.client_agent AS "clientAgent", e.client_address AS "clientAddress"`;
/** Entries of one moment keep the order they were written in. */
const ORDER = 'e.at DESC, e.id DESC';
const HEADING = ['at', 'user', 'action', 'subject_type', 'subject_id', 'subject', 'revision', 'request', 'details'];
const CLIENT_HEADING = ['client', 'address'];

/** The audit log across everything. */
@Injectable()
export class AuditReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly scope: AuditScope,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** What was done and may be known, latest first. */
  async part(ctx: Ctx, { filter, grouped, limit, after }: AuditPartQuery): Promise<AuditPart> {
    const values = new SqlValues();
    const where = await this.conditions(ctx, filter, 'e', values);
    if (after !== undefined)
      where.push(`(e.at, e.id) < (SELECT l.at, l.id FROM audit_entry l WHERE l.id = ${values.add(after)}::uuid)`);
    let more = '0';
    if (grouped) {
      const others = ['o.request_id = e.request_id', ...(await this.conditions(ctx, filter, 'o', values))];
      where.push(
        `NOT EXISTS (SELECT FROM audit_entry o WHERE ${others.join(' AND ')} AND (o.at, o.id) > (e.at, e.id))`,
      );
      more = `(SELECT count(*)::int - 1 FROM audit_entry o WHERE ${others.join(' AND ')})`;
    }
    const rows: EntryRow[] = await ctx.manager.query(
      `SELECT ${COLUMNS}, ${more} AS more FROM audit_entry e WHERE ${where.join(' AND ')}
        ORDER BY ${ORDER} LIMIT ${values.add(limit + 1)}`,
      values.all,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: await this.told(ctx, shown), next: rows.length > limit && last ? last.id : null };
  }

  /** Names of the actions there are entries of. */
  async actions(ctx: Ctx): Promise<string[]> {
    // From one name to the next along the index, however long the log is.
    const rows: { action: string }[] = await ctx.manager.query(
      `WITH RECURSIVE known AS (
         (SELECT action FROM audit_entry ORDER BY action LIMIT 1)
         UNION ALL
         SELECT (SELECT e.action FROM audit_entry e WHERE e.action > known.action ORDER BY e.action LIMIT 1)
           FROM known WHERE known.action IS NOT NULL)
       SELECT action FROM known WHERE action IS NOT NULL`,
    );
    return rows.map(({ action }) => action);
  }

  /** All that matches as a file, written while it is fetched. Taking it is itself put down. */
  async export(ctx: Ctx, filter: AuditFilter, format: TableFormat): Promise<ExportedFile> {
    const values = new SqlValues();
    const where = await this.conditions(ctx, filter, 'e', values);
    await this.unitOfWork.run(ctx, async (tx) => {
      tx.record({ action: 'audit.export', subject: { type: 'audit', id: 0, label: 'Audit log' }, data: { format } });
    });
    const sql = `SELECT ${COLUMNS}, 0 AS more FROM audit_entry e WHERE ${where.join(' AND ')} ORDER BY ${ORDER}`;
    return tableFile('audit-log', this.lines(ctx, { sql, values: values.all }), { format });
  }

  private async *lines(ctx: Ctx, statement: { sql: string; values: unknown[] }): TableRows {
    const withClient = await this.scope.seesAll(ctx);
    yield [[...HEADING, ...(withClient ? CLIENT_HEADING : [])]];
    for await (const { manager, rows } of readInBatches<EntryRow>(this.dataSource, statement)) {
      const entries = await this.told({ ...ctx, manager }, rows);
      yield entries.map((entry) => lineOf(entry, withClient));
    }
  }

  private async conditions(ctx: Ctx, filter: AuditFilter, alias: string, values: SqlValues): Promise<string[]> {
    return [await this.scope.condition(ctx, alias, values), ...filterConditions(filter, alias, values)];
  }

  private async told(ctx: Ctx, rows: readonly EntryRow[]): Promise<ToldEntry[]> {
    const withClient = await this.scope.seesAll(ctx);
    const data = await this.scope.told(ctx, rows);
    return rows.map((row, at) => toldEntry(row, data[at]!, withClient));
  }
}

function toldEntry(row: EntryRow, data: AuditEntry['data'], withClient: boolean): ToldEntry {
  const isOurs = row.clientAgent === '' && row.clientAddress === '';
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, id: row.userId, name: row.actorLabel },
    action: row.action,
    subject: { type: row.subjectType, id: row.subjectKey ?? row.subjectId, title: row.subjectLabel },
    revisionId: row.revisionId,
    data,
    request: row.requestId,
    client: withClient && !isOurs ? { agent: row.clientAgent, address: row.clientAddress } : null,
    more: row.more,
  };
}

function lineOf({ at, actor, action, subject, ...entry }: ToldEntry, withClient: boolean): Cell[] {
  const details = Object.keys(entry.data).length > 0 ? JSON.stringify(entry.data) : null;
  const told = [
    at,
    actor.name,
    action,
    subject.type,
    subject.id,
    subject.title,
    entry.revisionId,
    entry.request,
    details,
  ];
  return withClient ? [...told, entry.client?.agent ?? null, entry.client?.address ?? null] : told;
}
