import { Injectable } from '@nestjs/common';
import type { EntityId, PlacedReference } from '@pipit/content-types';
import { insertRows, isWriteCtx, kept, type Ctx } from '@pipit/kernel';
import { columnsOf } from './reference-columns.js';
import { ReferenceEntry } from './reference-entry.entity.js';

/** Something with content that may point at things. */
export interface ReferenceSource {
  readonly type: string;
  readonly id: EntityId;
}

/** What a source points at: in what readers see (null: nothing to see) and in its latest draft. */
export interface ReferenceSides {
  readonly live: readonly PlacedReference[] | null;
  readonly draft: readonly PlacedReference[];
}

/** A source whose pointers another one takes over. */
export interface ReferenceCopy {
  readonly from: number;
  readonly to: number;
  /** Readers see the copy. */
  readonly live: boolean;
  /** It shows what readers see of its origin, and has no draft of its own. */
  readonly mirror: boolean;
}

/** A source with all it points at. */
type PointingSource = ReferenceSides & { readonly source: ReferenceSource };

/** What points at what. Written in the transaction that changes the content, so it is never behind. */
@Injectable()
export class ReferenceIndex {
  /** Replaces all that is known about a source. Pass null for a side without content of its own. */
  async replace(ctx: Ctx, source: ReferenceSource, sides: ReferenceSides): Promise<void> {
    if (isWriteCtx(ctx)) await ctx.batch(this.replaceAll, { source, ...sides });
    else await this.replaceAll(ctx, [{ source, ...sides }]);
  }

  /** Adds what sources point at of which nothing is known yet: many at once, as an import has them. */
  async addAll(ctx: Ctx, sources: readonly PointingSource[]): Promise<void> {
    await insertRows(ctx.manager, ReferenceEntry, sources.flatMap(rowsOf));
  }

  /**
   * Says of copies what is known of their origins: of `live` ones both sides, of others the draft's alone. What a
   * `mirror` shows is its draft as well. All in one statement; of the copies nothing may be known yet.
   */
  async copyAll(ctx: Ctx, type: string, copies: readonly ReferenceCopy[]): Promise<void> {
    if (isWriteCtx(ctx)) await ctx.settle();
    await ctx.manager.query(
      `INSERT INTO reference (source_type, source_id, target_type, target_id, target_key, pointer, live, draft)
       SELECT $1, made.copy, r.target_type, r.target_id, r.target_key, r.pointer,
              r.live AND made.live, r.draft OR NOT made.live OR made.mirror
         FROM unnest($2::int[], $3::int[], $4::bool[], $5::bool[]) AS made (origin, copy, live, mirror)
         JOIN reference r ON r.source_type = $1 AND r.source_id = made.origin
        WHERE CASE WHEN NOT made.live THEN r.draft WHEN made.mirror THEN r.live ELSE true END`,
      [
        type,
        copies.map(({ from }) => from),
        copies.map(({ to }) => to),
        copies.map(({ live }) => live),
        copies.map(({ mirror }) => mirror),
      ],
    );
  }

  /** Drops all that sources point at, when they are gone for good. */
  async forget(ctx: Ctx, sources: readonly ReferenceSource[]): Promise<void> {
    if (isWriteCtx(ctx)) await ctx.settle();
    await this.drop(ctx, sources);
  }

  /** What was said of a source last is what holds. */
  private readonly replaceAll = async (ctx: Ctx, sources: readonly PointingSource[]): Promise<void> => {
    const last = new Map(sources.map((each) => [`${each.source.type} ${each.source.id}`, each]));
    const all = [...last.values()];
    await this.drop(
      ctx,
      all.map(({ source }) => source),
    );
    await this.addAll(ctx, all);
  };

  private async drop({ manager }: Ctx, sources: readonly ReferenceSource[]): Promise<void> {
    const all = sources.map(({ type, id }) => ({ type, ...columnsOf(id) }));
    for (const [column, sqlType] of [
      ['id', 'int'],
      ['key', 'text'],
    ] as const) {
      const some = all.filter((source) => source[column] !== null);
      if (some.length === 0) continue;
      await manager.query(
        kept(`DELETE FROM reference r USING unnest($1::varchar[], $2::${sqlType}[]) AS s (type, ${column})
               WHERE r.source_type = s.type AND r.source_${column} = s.${column}`),
        [some.map(({ type }) => type), some.map((source) => source[column])],
      );
    }
  }
}

function rowsOf({ source, live, draft }: PointingSource): Omit<ReferenceEntry, 'id'>[] {
  const rows = new Map<string, Omit<ReferenceEntry, 'id'>>();
  const add = (reference: PlacedReference, side: 'live' | 'draft'): void => {
    const key = `${reference.targetType} ${reference.id} ${reference.pointer}`;
    const row = rows.get(key) ?? rowOf(source, reference);
    row[side] = true;
    rows.set(key, row);
  };
  for (const reference of draft) add(reference, 'draft');
  for (const reference of live ?? []) add(reference, 'live');
  return [...rows.values()];
}

function rowOf(source: ReferenceSource, reference: PlacedReference): Omit<ReferenceEntry, 'id'> {
  const [from, to] = [columnsOf(source.id), columnsOf(reference.id)];
  return {
    sourceType: source.type,
    sourceId: from.id,
    sourceKey: from.key,
    targetType: reference.targetType,
    targetId: to.id,
    targetKey: to.key,
    pointer: reference.pointer,
    live: false,
    draft: false,
  };
}
