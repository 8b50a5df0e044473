import { itemSiblings, panelsOf, type ContentType, type JsonObject, type Scope } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { pageSiblings } from '@pipit/pages';
import type { ContentStore } from '@pipit/revisions';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Dependencies } from '../cache/dependencies.js';
import { dependOnEntities, dependOnFields } from './entity-dependencies.js';
import { Gathered } from './gathered.js';

/** Where the values beside the fields of a type are read. */
export interface ScopeSource {
  readonly type: ContentType;
  /** The class, and its subclasses with tables of their own. */
  readonly targets: readonly object[];
  /** Of child items: what they belong to. */
  readonly owner: ScopeSource | null;
}

type Scopes = ReadonlyMap<number, Scope>;

const BASE_VALUES = `SELECT id, json_build_object('title', title, 'slug', slug, 'seoTitle', seo_title,
  'searchDescription', search_description, 'showInMenus', show_in_menus) AS base FROM page WHERE id = ANY($1)`;

/** Loads the values that conditions speak of; only types that declare conditions are asked for. */
export class ScopeLoader {
  private readonly sources = new Map<ScopeSource, Gathered<number, Scopes>>();

  constructor(
    private readonly ctx: Ctx,
    private readonly store: ContentStore,
    private readonly depends: Dependencies,
  ) {}

  /** The scopes of rows, by their ids. */
  load(source: ScopeSource, ids: readonly number[]): Promise<Scopes> {
    let gathered = this.sources.get(source);
    if (!gathered) {
      gathered = new Gathered((wanted) => this.read(source, [...new Set(wanted)]));
      this.sources.set(source, gathered);
    }
    return gathered.get(ids);
  }

  private async read(source: ScopeSource, ids: readonly number[]): Promise<Scopes> {
    const { connection } = this.ctx.manager;
    for (const target of source.targets) {
      dependOnEntities(connection, target, ids, this.depends);
      dependOnFields(connection, target, source.type.fields, this.depends);
    }
    const read = await Promise.all(source.targets.map((target) => this.store.read(this.ctx, target, ids)));
    const rows = read.flatMap((found) => [...found]);
    if (source.owner) return this.ofItems(source.type, source.owner, rows);
    const { type } = source;
    if (type.category !== 'page') {
      const panels = panelsOf(type);
      return new Map(rows.map(([id, values]) => [id, { nodes: type.fields, values, panels, outer: null }]));
    }
    const bases: { id: number; base: JsonObject }[] = await this.ctx.manager.query(BASE_VALUES, [ids]);
    const baseOf = new Map(bases.map(({ id, base }) => [id, base]));
    return new Map(
      rows.map(([id, fields]) => [id, { ...pageSiblings(type, { base: baseOf.get(id) ?? {}, fields }), outer: null }]),
    );
  }

  private async ofItems(type: ContentType, owner: ScopeSource, rows: [number, JsonObject][]): Promise<Scopes> {
    const { tablePath } = this.ctx.manager.connection.getMetadata(type.target as EntityTarget<ObjectLiteral>);
    const ids = rows.map(([id]) => id);
    const owned: { id: number; owner: number }[] = await this.ctx.manager.query(
      `SELECT id, owner_id AS owner FROM "${tablePath}" WHERE id = ANY($1)`,
      [ids],
    );
    const ownerOf = new Map(owned.map((row) => [row.id, row.owner]));
    const owners = await this.load(owner, [...ownerOf.values()]);
    return new Map(
      rows.map(([id, row]) => {
        const outer = owners.get(ownerOf.get(id) ?? 0) ?? null;
        return [id, { ...itemSiblings(type.target, row), outer }];
      }),
    );
  }
}
