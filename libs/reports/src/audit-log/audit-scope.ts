import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { toldTo, type AuditEntry, type ToldFields } from '@pipit/audit';
import { ContentTypes, formerTypeNames } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { PageFields } from '@pipit/pages';
import { RecordAccess, RecordSources } from '@pipit/records';
import { TypeFields } from '@pipit/revisions';
import type { SqlValues } from './sql-values.js';

/** Which entries the acting person may see, and how much of each. */
@Injectable()
export class AuditScope {
  constructor(
    private readonly policy: Policy,
    private readonly types: ContentTypes,
    private readonly sources: RecordSources,
    private readonly records: RecordAccess,
    private readonly pageFields: PageFields,
    private readonly typeFields: TypeFields,
  ) {}

  /** True for those who see the whole log, and from where things were done. */
  seesAll(ctx: Ctx): Promise<boolean> {
    return this.policy.can(ctx, 'audit.view');
  }

  /**
   * The rule as a condition on the rows of `alias`. What is gone for good is seen by those who see everything; of a page
   * in the trash, too, since its place there says nothing of who was permitted.
   */
  async condition(ctx: Ctx, alias: string, values: SqlValues): Promise<string> {
    if (await this.seesAll(ctx)) return 'TRUE';
    const edit = await this.policy.predicate(ctx, 'page.edit', { kind: 'page', alias: 'p' }, values.all);
    const publish = await this.policy.predicate(ctx, 'page.publish', { kind: 'page', alias: 'p' }, values.all);
    const ofPage = `SELECT FROM page p WHERE p.id = ${alias}.subject_id AND (${edit} OR ${publish})`;
    const types = values.add(await this.visibleTypes(ctx));
    return `(${alias}.subject_type = 'page' AND EXISTS (${ofPage}) OR ${alias}.subject_type = ANY(${types}::text[]))`;
  }

  /** Entries without the names of fields the acting person may not know of. */
  async told(ctx: Ctx, entries: readonly AuditEntry[]): Promise<AuditEntry['data'][]> {
    const pages = await this.pagesOf(ctx, entries);
    const byType = new Map<string, ToldFields>();
    const told: AuditEntry['data'][] = [];
    for (const entry of entries) {
      const fields = await this.fieldsOf(ctx, entry, pages, byType);
      told.push(fields ? toldTo(entry, fields) : withoutFields(entry.data));
    }
    return told;
  }

  /** Ids of the pages among the subjects that are still in the tree, with what decides about their fields. */
  private async pagesOf(
    ctx: Ctx,
    entries: readonly AuditEntry[],
  ): Promise<Map<number, { type: string; path: string }>> {
    const ids = entries.filter(({ subjectType }) => subjectType === 'page').map(({ subjectId }) => subjectId);
    const rows: { id: number; type: string; path: string }[] =
      ids.length === 0
        ? []
        : await ctx.manager.query('SELECT id, type, path FROM page WHERE id = ANY($1::int[])', [ids]);
    return new Map(rows.map(({ id, ...page }) => [id, page]));
  }

  private async fieldsOf(
    ctx: Ctx,
    { subjectType, subjectId, data }: AuditEntry,
    pages: ReadonlyMap<number, { type: string; path: string }>,
    byType: Map<string, ToldFields>,
  ): Promise<ToldFields | null> {
    if (!Array.isArray(data['fields'])) return ALL_FIELDS;
    if (subjectType === 'page') {
      const page = pages.get(subjectId);
      return page && this.types.find(page.type) ? this.pageFields.of(ctx, page) : null;
    }
    const type = this.types.find(subjectType);
    if (!type) return null;
    const known = byType.get(subjectType) ?? (await this.typeFields.told(ctx, type));
    byType.set(subjectType, known);
    return known;
  }

  /** Types whose rows the acting person may see, under all names they ever had. */
  private async visibleTypes(ctx: Ctx): Promise<string[]> {
    const visible: string[] = [];
    for (const type of this.types.all()) {
      if (!this.sources.find(type.name)) continue;
      if ((await this.records.of(ctx, type)).view) visible.push(type.name, ...formerTypeNames(type));
    }
    return visible;
  }
}

const ALL_FIELDS: ToldFields = { isReadable: () => true, currentName: (name) => name };

/** Nobody can say any more who might know of the fields of what is gone. */
function withoutFields({ fields: _, ...data }: AuditEntry['data']): AuditEntry['data'] {
  return data;
}
