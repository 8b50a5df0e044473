import { Injectable } from '@nestjs/common';
import { getTreeScope, Policy, quoteIdentifier, siteTitles, type GrantScope, type TreeKind } from '@pipit/access';
import { ContentTypes } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';

interface NodeRow {
  readonly id: number;
  readonly path: string;
  readonly title: string | null;
}

/** What people call the places where grants hold; null where the asking person may not know of the place. */
@Injectable()
export class ScopeTitles {
  constructor(
    private readonly policy: Policy,
    private readonly types: ContentTypes,
  ) {}

  async of(ctx: Ctx, scopes: readonly GrantScope[]): Promise<(string | null)[]> {
    const [pages, collections] = [await this.nodes(ctx, 'page', scopes), await this.nodes(ctx, 'collection', scopes)];
    const sites = new Map((await this.sites(ctx)).map(({ id, title }) => [id, title]));
    return scopes.map((scope) => {
      if (scope.kind === 'everywhere') return null;
      if (scope.kind === 'type') return this.typeLabel(scope.name);
      if (scope.kind === 'site') return sites.get(scope.id) ?? null;
      return (scope.kind === 'page' ? pages : collections).get(scope.id) ?? null;
    });
  }

  /** The node with what it is called, when the asking person may know of it. */
  async node(ctx: Ctx, kind: TreeKind, id: number): Promise<NodeRow | null> {
    const [row] = await rowsOf(ctx, kind, [id]);
    return row && (await this.policy.knows(ctx, { kind, path: row.path })) ? row : null;
  }

  /** All sites; their names are no secret from anybody who signs in. */
  async sites(ctx: Ctx): Promise<{ readonly id: number; readonly title: string }[]> {
    const sql = siteTitles();
    return sql === null ? [] : ctx.manager.query(sql);
  }

  typeLabel(name: string): string | null {
    const type = this.types.find(name);
    return type?.label ?? null;
  }

  private async nodes(ctx: Ctx, kind: TreeKind, scopes: readonly GrantScope[]): Promise<Map<number, string | null>> {
    const ids = scopes.flatMap((scope) => (scope.kind === kind ? [scope.id] : []));
    const known = new Map<number, string | null>();
    if (ids.length === 0) return known;
    for (const { id, path, title } of await rowsOf(ctx, kind, ids)) {
      if (await this.policy.knows(ctx, { kind, path })) known.set(id, title);
    }
    return known;
  }
}

function rowsOf(ctx: Ctx, kind: TreeKind, ids: readonly number[]): Promise<NodeRow[]> {
  const { table, titleColumn } = getTreeScope(kind);
  const title = titleColumn ? quoteIdentifier(titleColumn) : 'NULL';
  return ctx.manager.query(
    `SELECT id, path, ${title} AS title FROM ${quoteIdentifier(table)} WHERE id = ANY($1::int[])`,
    [ids],
  );
}
