import {
  childItemsKind,
  type ContentType,
  defaultOf,
  descriptorVersion,
  type FieldDeclaration,
  fieldsOf,
  isJsonObject,
  type Json,
  type JsonObject,
} from '@pipit/cms';
import { parseJson } from '../fixture/parse-json.js';
import { fieldValue, UnreadableValue } from './field-values.js';
import type { PlannedRevision } from './import-plan.js';
import type { ItemIdentities } from './item-identities.js';
import { fieldNames, REVISION_MODEL, type PlanContext } from './plan-context.js';
import { isEmpty, RowReader } from './row-reader.js';

/** Position, state and identity, which are no content and so never in a snapshot. */
const NO_CONTENT = new Set(
  `pk path depth numchild translation_key locale latest_revision live has_unpublished_changes first_published_at
   last_published_at live_revision expired locked locked_at locked_by draft_title content_type url_path owner
   latest_revision_created_at alias_of page_ptr`.split(/\s+/),
);
const BASE = {
  title: 'title',
  slug: 'slug',
  seo_title: 'seoTitle',
  search_description: 'searchDescription',
  show_in_menus: 'showInMenus',
};

/** Revisions of pages and snippets in our snapshot format. */
export function planRevisions(context: PlanContext, items: ItemIdentities): PlannedRevision[] {
  const planner = new RevisionPlanner(context, items);
  return context.fixture.of(REVISION_MODEL).flatMap((row) => planner.plan(new RowReader(row, context)) ?? []);
}

class RevisionPlanner {
  private readonly tagNames: ReadonlyMap<number, string>;

  constructor(
    private readonly context: PlanContext,
    private readonly items: ItemIdentities,
  ) {
    this.tagNames = new Map(
      context.fixture.of('taggit.tag').map((row) => [Number(row.pk), String(row.fields['name'])]),
    );
  }

  plan(reader: RowReader): PlannedRevision | null {
    const contentType = reader.take('content_type');
    const model = Array.isArray(contentType) ? contentType.join('.') : '';
    const skipped = this.context.mapping.skippedModels?.[model];
    const type = this.context.types.find(model);
    if (!type) return this.leave(reader, skipped ?? `No type is declared for ${model}.`, skipped !== undefined);
    if (type.category === 'model')
      return this.leave(reader, `Rows of ${type.name}, a managed entity, have no revisions.`, false);
    const subjectId = Number(reader.take('object_id'));
    if (!this.context.fixture.find(model, subjectId))
      return this.leave(reader, `${model} ${subjectId} is gone.`, false);
    reader.derived('base_content_type', 'object_str');
    const revision: PlannedRevision = {
      id: reader.id,
      subjectType: type.category === 'page' ? 'page' : type.name,
      subjectId,
      contentType: type.name,
      createdAt: reader.moment('created_at') ?? new Date(0).toISOString(),
      userId: reader.reference('user', 'auth.user'),
      label: reader.text('object_str'),
      approvedGoLiveAt: reader.moment('approved_go_live_at'),
      snapshot: { format: 1, descriptor: descriptorVersion(type.fields), ...this.content(reader, model, type) },
    };
    reader.finish();
    return revision;
  }

  private leave(reader: RowReader, why: string, isDeliberate: boolean): null {
    this.context.report.leave({ model: reader.row.model, pk: reader.row.pk }, why, isDeliberate);
    return null;
  }

  private content(reader: RowReader, model: string, type: ContentType): { base: JsonObject; fields: JsonObject } {
    const given = reader.take('content') ?? {};
    const content = typeof given === 'string' ? parseJson(given) : given;
    if (!isJsonObject(content)) return reader.fault('content', 'It is no object.', { base: {}, fields: {} });
    const read = new Set(NO_CONTENT);
    const base: JsonObject = {};
    if (type.category === 'page') {
      for (const [there, here] of Object.entries({ ...BASE, ...scheduleOf(content) })) {
        read.add(there);
        if (there in content) base[here] = content[there]!;
      }
    }
    const fields = this.fields(reader, content, model, type.fields, read);
    for (const [name, value] of Object.entries(content)) {
      if (!read.has(name) && !isEmpty(value)) reader.leave(`content.${name}`);
    }
    return { base, fields };
  }

  private fields(
    reader: RowReader,
    content: JsonObject,
    model: string,
    declared: readonly FieldDeclaration[],
    read: Set<string>,
  ): JsonObject {
    const names = fieldNames(this.context.mapping, model, declared);
    const values: JsonObject = {};
    for (const field of declared) {
      const name = field.kind.name === 'tags' ? this.taggingKey(model, field.name) : names.get(field.name)!;
      read.add(name);
      const exported = content[name];
      values[field.name] = exported === undefined ? emptyOf(field) : this.value(reader, name, field, exported);
    }
    return values;
  }

  private value(reader: RowReader, name: string, field: FieldDeclaration, exported: Json): Json {
    try {
      if (field.kind.name === 'tags') return this.tags(exported);
      if (field.kind.name === childItemsKind.name) return this.rows(reader, field, exported);
      return fieldValue(field, exported);
    } catch (error) {
      if (error instanceof UnreadableValue) return reader.fault(`content.${name}`, error.message, emptyOf(field));
      throw error;
    }
  }

  /** Rows of child items, which Wagtail keeps inside the revision. */
  private rows(reader: RowReader, field: FieldDeclaration, exported: Json): Json {
    const storage = field.kind.storage!(field.options);
    if (storage.type !== 'children' || !Array.isArray(exported)) return [];
    const item = storage.target();
    const model = this.context.types.modelOf(item);
    const ownerKey = this.context.mapping.owners?.[model] ?? 'page';
    const rows = exported
      .filter(isJsonObject)
      .sort((a, b) => Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0));
    return rows.map((row) => {
      const read = new Set(['pk', 'sort_order', ownerKey]);
      const fields = this.fields(reader, row, model, fieldsOf(item), read);
      for (const [name, value] of Object.entries(row)) {
        if (!read.has(name) && !isEmpty(value)) reader.leave(`content.${field.name}.${name}`);
      }
      return { id: this.items.of(model, row['pk']), ...fields };
    });
  }

  private tags(exported: Json): Json {
    const rows = Array.isArray(exported) ? exported.filter(isJsonObject) : [];
    return rows.flatMap((row) => this.tagNames.get(Number(row['tag'])) ?? []).sort();
  }

  private taggingKey(model: string, field: string): string {
    const type = this.context.types.find(model);
    const tagging = Object.values(this.context.mapping.taggings ?? {}).find(
      (candidate) => candidate.owner === type?.name && candidate.field === field,
    );
    return tagging?.revisionKey ?? 'tagged_items';
  }
}

function emptyOf(field: FieldDeclaration): Json {
  return defaultOf(field);
}

/** A schedule is content where there is one. */
function scheduleOf(content: JsonObject): Record<string, string> {
  const names = { go_live_at: 'goLiveAt', expire_at: 'expireAt' };
  return Object.fromEntries(Object.entries(names).filter(([there]) => (content[there] ?? null) !== null));
}
