import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { ContentType, JsonObject } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { TRASH_PATH } from '@pipit/pages';
import { ContentStore, layoutOf, type Snapshot } from '@pipit/revisions';
import { titleOfRecord } from '@pipit/records';

/** Values of one page or snippet, as one version has them. */
export interface SubjectVersion {
  readonly version: 'live' | 'draft';
  readonly fields: JsonObject;
}

/** A page or snippet with its values. */
export interface Subject {
  /** `page`, or the snippet's type. */
  readonly subjectType: string;
  readonly id: number;
  readonly title: string;
  /** The page's place in the tree; null for snippets. */
  readonly path: string | null;
  readonly versions: readonly SubjectVersion[];
}

interface DraftedRow {
  readonly id: number;
  readonly live: boolean;
  readonly draft: Snapshot | null;
}

interface PageRow extends DraftedRow {
  readonly title: string;
  readonly path: string;
}

/** Reads the subjects of a type in portions, in the order of their ids. */
@Injectable()
export class SubjectBatches {
  constructor(
    private readonly store: ContentStore,
    private readonly policy: Policy,
  ) {}

  /** The next subjects after an id which the acting person may see; an empty list at the end. */
  next(ctx: Ctx, type: ContentType, after: number, size: number): Promise<Subject[]> {
    return type.category === 'page' ? this.pages(ctx, type, after, size) : this.snippets(ctx, type, after, size);
  }

  private async pages(ctx: Ctx, type: ContentType, after: number, size: number): Promise<Subject[]> {
    const params: unknown[] = [type.name, after, size];
    const permitted = await this.policy.predicate(ctx, 'page.edit', { kind: 'page', alias: 'p' }, params);
    // A draft that is what is live needs no second look; one of a page that is not live lies in its own rows too.
    const rows: PageRow[] = await ctx.manager.query(
      `SELECT p.id, p.draft_title AS title, p.path, p.live, r.snapshot AS draft
         FROM page p LEFT JOIN revision r ON r.id = p.latest_revision_id AND (p.has_unpublished_changes OR NOT p.live)
        WHERE p.type = $1 AND p.id > $2 AND p.path < '${TRASH_PATH}' AND ${permitted}
        ORDER BY p.id LIMIT $3`,
      params,
    );
    const stored = await this.store.read(ctx, type.target, idsOf(rows));
    return rows.map((row) => {
      const { id, title, path } = row;
      return { subjectType: 'page', id, title, path, versions: versionsOf(row, stored.get(id)) };
    });
  }

  private async snippets(ctx: Ctx, type: ContentType, after: number, size: number): Promise<Subject[]> {
    const target = { kind: 'type', name: type.name } as const;
    const may = (permission: string) => this.policy.can(ctx, permission, target);
    if (!(await may('snippet.view')) && !(await may('snippet.edit'))) return [];
    const table = layoutOf(ctx.manager, type.target).metadata.tablePath;
    const rows: DraftedRow[] = await ctx.manager.query(
      type.drafts
        ? `SELECT t.id, t.live, r.snapshot AS draft FROM "${table}" t
             LEFT JOIN revision r ON r.id = t.latest_revision_id AND (t.has_unpublished_changes OR NOT t.live)
            WHERE t.id > $1 ORDER BY t.id LIMIT $2`
        : `SELECT id, true AS live, NULL AS draft FROM "${table}" WHERE id > $1 ORDER BY id LIMIT $2`,
      [after, size],
    );
    const stored = await this.store.read(ctx, type.target, idsOf(rows));
    return rows.map((row) => {
      const { id } = row;
      const versions = versionsOf(row, stored.get(id));
      const title = titleOfRecord(type, id, versions.at(-1)?.fields ?? {});
      return { subjectType: type.name, id, title, path: null, versions };
    });
  }
}

/** The row holds what readers see, or the draft of what they do not; a newer draft lies in its revision. */
function versionsOf({ live, draft }: DraftedRow, own: JsonObject = {}): SubjectVersion[] {
  const versions: SubjectVersion[] = live ? [{ version: 'live', fields: own }] : [];
  if (draft || !live) versions.push({ version: 'draft', fields: draft?.fields ?? own });
  return versions;
}

const idsOf = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id);
