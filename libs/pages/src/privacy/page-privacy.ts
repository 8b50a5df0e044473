import { Injectable } from '@nestjs/common';
import type { RestrictionKind } from '@pipit/access';
import { kept, type Ctx } from '@pipit/kernel';

/** One restriction that covers a page. */
export interface Restriction {
  readonly kind: RestrictionKind;
  /** Of `groups`: who may read. */
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  /** The page above that brings it; null for the page's own. */
  readonly inheritedFrom: { readonly id: number; readonly title: string } | null;
}

/** A restriction as {@link RESTRICTIONS} answers it: with the page it is of. */
export type RestrictionRow = Omit<Restriction, 'inheritedFrom'> & { readonly id: number; readonly title: string };

/** SQL: all that covers the page `$1`, its own first, then from the nearest page above upwards. */
export const RESTRICTIONS = `SELECT r.restriction AS kind, a.id, a.draft_title AS title,
    coalesce((SELECT json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.name)
                FROM view_restriction_group m JOIN user_group g ON g.id = m.group_id
               WHERE m.view_restriction_id = r.id), '[]') AS groups
  FROM page p
  JOIN page a ON p.path >= a.path AND p.path < left(a.path, -1) || '/'
  JOIN view_restriction r ON r.kind = 'page' AND r.target_id = a.id
 WHERE p.id = $1 ORDER BY a.depth DESC`;

/** What covers a page, in words of the page. */
export function toldRestrictions(rows: readonly RestrictionRow[], pageId: number): Restriction[] {
  return rows.map(({ id, title, kind, groups }) => ({
    kind,
    groups,
    inheritedFrom: id === pageId ? null : { id, title },
  }));
}

/** Reads who may read a page. Passwords and their hashes never leave the database through it. */
@Injectable()
export class PagePrivacy {
  /** All that covers a page, its own first, then from the nearest page above upwards. Readers have to pass them all. */
  async of(ctx: Ctx, pageId: number): Promise<Restriction[]> {
    return toldRestrictions(await ctx.manager.query(kept(RESTRICTIONS), [pageId]), pageId);
  }

  /** Groups a page may be shown to. */
  groups(ctx: Ctx): Promise<{ id: number; name: string }[]> {
    return ctx.manager.query('SELECT id, name FROM user_group ORDER BY name');
  }
}
