import { Policy } from '@pipit/access';
import { ContentTypes } from '@pipit/content-types';
import { actorUserId, type Ctx } from '@pipit/kernel';
import { TRASH_PATH } from '@pipit/pages';
import { Injectable } from '@nestjs/common';

/** Which pages and snippets a report may tell of: those whose content the acting person may read. */
@Injectable()
export class SubjectsSeen {
  constructor(
    private readonly policy: Policy,
    private readonly types: ContentTypes,
  ) {}

  /** SQL: the page `p` may be told of. Appends its parameters. */
  async pages(ctx: Ctx, params: unknown[]): Promise<string> {
    const can = (permission: string) => this.policy.predicate(ctx, permission, { kind: 'page', alias: 'p' }, params);
    const [edit, publish, add] = [await can('page.edit'), await can('page.publish'), await can('page.add')];
    const inTree = `p.parent_id IS NOT NULL AND p.path < '${TRASH_PATH}'`;
    const me = actorUserId(ctx.actor) ?? 0;
    return `(${inTree} AND ((${edit}) OR (${publish}) OR (p.owner_id = ${me} AND NOT p.live AND (${add}))))`;
  }

  /** Names of the snippet types with drafts that may be told of. */
  async snippetTypes(ctx: Ctx): Promise<string[]> {
    const seen: string[] = [];
    for (const { name, drafts } of this.types.all('snippet')) {
      const may = (permission: string) => this.policy.can(ctx, permission, { kind: 'type', name });
      if (drafts && ((await may('snippet.view')) || (await may('snippet.edit')) || (await may('snippet.publish'))))
        seen.push(name);
    }
    return seen;
  }
}
