import { Injectable } from '@nestjs/common';
import type { EntityId } from '@pipit/content-types';
import { inUse, isWriteCtx, type Ctx, type Paging } from '@pipit/kernel';
import { columnsOf } from './reference-columns.js';
import { SourceReaders } from './source-readers.js';

/** Things of one type. */
export interface Things {
  readonly type: string;
  readonly ids: readonly EntityId[];
}

/** A source that uses something, and that the asker may see. */
export interface Use {
  /** `page` or a type's name. */
  readonly sourceType: string;
  readonly sourceId: EntityId;
  readonly title: string;
  /** Readers see it; false when only a draft holds it. */
  readonly live: boolean;
  /** The latest draft holds it. */
  readonly draft: boolean;
  readonly inTrash: boolean;
  /** Where in the source's fields, as JSON pointers; the first few. */
  readonly places: readonly string[];
}

/** Who uses something. */
export interface Uses {
  /** Those the asker may see. */
  readonly total: number;
  /** Further ones the asker may not see. */
  readonly hidden: number;
  readonly items: Use[];
}

/** Places of one source that are named. */
const NAMED_PLACES = 5;
/** Uses that a refusal names. */
const NAMED_USES = 20;

/** Answers “used in”: to those who look, and to those who are about to delete. */
@Injectable()
export class UsedIn {
  constructor(private readonly readers: SourceReaders) {}

  /** A part of the uses, and how many there are. What is itself among the things, or in `except`, does not count. */
  async list(ctx: Ctx, things: Things, paging: Paging, except: Things | null = null): Promise<Uses> {
    if (isWriteCtx(ctx)) await ctx.settle();
    const params: unknown[] = [];
    const uses = usesSql(things, except, params);
    const types: { type: string }[] = await ctx.manager.query(
      `SELECT DISTINCT source_type AS type FROM (${uses}) use`,
      params,
    );
    const visible = await this.visibleSql(ctx, types, params);
    const found = `SELECT use.*, (${visible}) IS TRUE AS visible FROM (${uses}) use`;
    const [count]: { total: number; hidden: number }[] = await ctx.manager.query(
      `SELECT count(*) FILTER (WHERE visible)::int AS total, count(*) FILTER (WHERE NOT visible)::int AS hidden
         FROM (${found}) found`,
      params,
    );
    const rows: RawUse[] = await ctx.manager.query(
      `SELECT * FROM (${found}) found WHERE visible ORDER BY source_type, source_id, source_key
        LIMIT $${params.length + 1} OFFSET $${params.length + 2}`,
      [...params, paging.limit, paging.offset],
    );
    return { ...count!, items: await this.named(ctx, rows) };
  }

  /** Refuses with `in_use`, naming the uses, when there are any. `what` is what it is about, as a sentence begins. */
  async requireUnused(ctx: Ctx, what: string, things: Things, except: Things | null = null): Promise<void> {
    const usage = await this.list(ctx, things, { limit: NAMED_USES, offset: 0 }, except);
    if (usage.total + usage.hidden > 0) throw inUse(`${what} ${usedIn(usage)}`, [], { usage });
  }

  private async visibleSql(ctx: Ctx, types: readonly { type: string }[], params: unknown[]): Promise<string> {
    const cases: string[] = [];
    for (const { type } of types) {
      const reader = this.readers.find(type);
      if (!reader) continue;
      const condition = await reader.visible(ctx, type, params);
      params.push(type);
      cases.push(`WHEN use.source_type = $${params.length} THEN ${condition}`);
    }
    return cases.length === 0 ? 'FALSE' : `CASE ${cases.join(' ')} ELSE FALSE END`;
  }

  private async named(ctx: Ctx, rows: readonly RawUse[]): Promise<Use[]> {
    const named = new Map<string, { id: EntityId; title: string; inTrash?: boolean }>();
    for (const type of new Set(rows.map((row) => row.source_type))) {
      const ids = rows.filter((row) => row.source_type === type).map(idOf);
      const names = await this.readers.find(type)?.names(ctx, type, ids);
      for (const [id, name] of names ?? []) named.set(`${type} ${id}`, { id, ...name });
    }
    return rows.map((row) => {
      const { source_type: sourceType, live, draft, places } = row;
      // Who names sources writes their keys as everywhere: large numbers stand as text in the index.
      const known = named.get(`${sourceType} ${idOf(row)}`);
      const { id: sourceId, title, inTrash = false } = known ?? { id: idOf(row), title: sourceType };
      return { sourceType, sourceId, title, live, draft, inTrash, places };
    });
  }
}

/** “is used in 3 places, 1 of which you cannot see.” */
function usedIn({ total, hidden }: Pick<Uses, 'total' | 'hidden'>): string {
  const all = total + hidden;
  const places = all === 1 ? 'one place' : `${all} places`;
  if (hidden === 0) return `is used in ${places}.`;
  return `is used in ${places}, ${total === 0 ? 'which' : `${hidden} of which`} you cannot see.`;
}

interface RawUse {
  source_type: string;
  source_id: number | null;
  source_key: string | null;
  live: boolean;
  draft: boolean;
  places: string[];
}

const idOf = ({ source_id, source_key }: RawUse): EntityId => source_id ?? source_key ?? 0;

/** One row for each source; a thing that points at itself is no use of it. */
function usesSql(things: Things, except: Things | null, params: unknown[]): string {
  const add = (value: unknown): string => `$${params.push(value)}`;
  const among = (side: 'source' | 'target', { type, ids }: Things): string => {
    const columns = ids.map(columnsOf);
    const numbers = columns.flatMap(({ id }) => id ?? []);
    const keys = columns.flatMap(({ key }) => key ?? []);
    // Each kind of key has an index of its own, so that only the one that is asked for is named.
    const either = [
      ...(numbers.length > 0 ? [`r.${side}_id = ANY(${add(numbers)}::int[])`] : []),
      ...(keys.length > 0 ? [`r.${side}_key = ANY(${add(keys)}::text[])`] : []),
    ];
    return `r.${side}_type = ${add(type)}::varchar AND (${either.join(' OR ') || 'FALSE'})`;
  };
  const conditions = [among('target', things), `(${among('source', things)}) IS NOT TRUE`];
  if (except) conditions.push(`(${among('source', except)}) IS NOT TRUE`);
  return `SELECT r.source_type, r.source_id, r.source_key, bool_or(r.live) AS live, bool_or(r.draft) AS draft,
      (array_agg(DISTINCT r.pointer))[1:${NAMED_PLACES}] AS places
    FROM reference r WHERE ${conditions.join(' AND ')}
   GROUP BY r.source_type, r.source_id, r.source_key`;
}
