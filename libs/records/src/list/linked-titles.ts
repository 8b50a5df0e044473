import { referencesOf, type ContentTypes, type Json, type JsonObject } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import type { ReferenceTitles } from '@pipit/revisions';
import type { EntityMetadata } from 'typeorm';
import { keyCast } from '../record-key.js';
import { titleColumnOf, type ListScope } from './list-scope.js';
import { quoted, quotedPath } from './statement.js';

/** What the rows that some fields link to are called; what the reader may not see goes by its key. */
export class LinkedTitles {
  private readonly titles = new Map<EntityMetadata, Map<string, string>>();

  private constructor(
    private readonly targets: ReadonlyMap<string, EntityMetadata>,
    private readonly guarded: ReadonlyMap<string, (value: Json) => string | null>,
  ) {}

  /** Reads the titles of all rows that single links of these fields name: one statement for each table. */
  static async of(
    ctx: Ctx,
    { types, type, linkNames }: Pick<ListScope, 'types' | 'type' | 'linkNames'>,
    guardedTitles: ReferenceTitles,
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
      if (linkNames.get(name) !== 'all') continue;
      const keys = wanted.get(target) ?? new Set<string>();
      for (const row of rows) if (isKey(row[name])) keys.add(String(row[name]));
      wanted.set(target, keys);
    }
    const each = type.fields.filter(({ name }) => names.includes(name) && linkNames.get(name) === 'each');
    const titleOf = await guardedTitles.of(ctx, each, rows);
    const guarded = each.map((field): [string, (value: Json) => string | null] => [
      field.name,
      (value) => {
        const [reference] = referencesOf([field], { [field.name]: value });
        return reference ? titleOf(reference) : null;
      },
    ]);
    const linked = new LinkedTitles(targets, new Map(guarded));
    for (const [target, keys] of wanted) await linked.read(ctx, types, target, [...keys]);
    return linked;
  }

  /** What the row is called that a field names; its key where it has no title, null where the field is empty. */
  of(name: string, value: Json): Json {
    if (!isKey(value)) return null;
    const target = this.targets.get(name);
    const guarded = this.guarded.get(name);
    const title = guarded ? guarded(value) : target && this.titles.get(target)?.get(String(value));
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
