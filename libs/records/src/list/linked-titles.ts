import type { ContentType, ContentTypes, Json, JsonObject } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import type { EntityMetadata } from 'typeorm';
import { keyCast } from '../record-key.js';
import { titleColumnOf } from './list-scope.js';
import { quoted, quotedPath } from './statement.js';

/** What the rows that some fields link to are called. */
export class LinkedTitles {
  private readonly titles = new Map<EntityMetadata, Map<string, string>>();

  private constructor(private readonly targets: ReadonlyMap<string, EntityMetadata>) {}

  /** Reads the titles of all rows that single links of these fields name: one statement for each table. */
  static async of(
    ctx: Ctx,
    types: ContentTypes,
    type: ContentType,
    names: readonly string[],
    rows: readonly JsonObject[],
  ): Promise<LinkedTitles> {
    const metadata = ctx.manager.connection.getMetadata(type.target as never);
    const targets = new Map<string, EntityMetadata>();
    const wanted = new Map<EntityMetadata, Set<string>>();
    for (const name of names) {
      const relation = metadata.findRelationWithPropertyPath(name);
      if (!relation || relation.joinColumns.length === 0 || relation.isManyToMany) continue;
      const target = relation.inverseEntityMetadata;
      targets.set(name, target);
      const keys = wanted.get(target) ?? new Set<string>();
      for (const row of rows) if (isKey(row[name])) keys.add(String(row[name]));
      wanted.set(target, keys);
    }
    const linked = new LinkedTitles(targets);
    for (const [target, keys] of wanted) await linked.read(ctx, types, target, [...keys]);
    return linked;
  }

  /** What the row is called that a field names; its key where it has no title, null where the field is empty. */
  of(name: string, value: Json): Json {
    if (!isKey(value)) return null;
    const target = this.targets.get(name);
    const title = target && this.titles.get(target)?.get(String(value));
    return title ?? String(value);
  }

  /** True for fields whose links were looked up. */
  knows(name: string): boolean {
    return this.targets.has(name);
  }

  private async read(ctx: Ctx, types: ContentTypes, target: EntityMetadata, keys: readonly string[]): Promise<void> {
    const title = titleColumnOf(types, target);
    if (!title || keys.length === 0) return;
    const key = target.primaryColumns[0]!;
    const rows: { key: string; title: string | null }[] = await ctx.manager.query(
      `SELECT ${quoted(key.databaseName)}::text AS key, ${quoted(title.databaseName)}::text AS title
         FROM ${quotedPath(target.tablePath)} WHERE ${quoted(key.databaseName)} = ANY($1::${keyCast(key)}[])`,
      [keys],
    );
    this.titles.set(target, new Map(rows.flatMap((row) => (row.title ? [[row.key, row.title] as const] : []))));
  }
}

function isKey(value: Json | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
