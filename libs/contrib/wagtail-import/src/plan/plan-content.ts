import {
  type ContentType,
  type DraftState,
  type EntityId,
  type FieldDeclaration,
  fieldsOf,
  type ImportedRow,
  type Json,
  type JsonObject,
  newUuid,
} from '@pipit/cms';
import type { FixtureRow } from '../fixture/fixture.js';
import { faultsOf, fieldValue, UnreadableValue } from './field-values.js';
import type { PlannedContent } from './import-plan.js';
import type { ItemIdentities } from './item-identities.js';
import { fieldNames, PAGE_MODEL, REVISION_MODEL, type PlanContext } from './plan-context.js';
import type { ItemOwner } from './model-types.js';
import { isEmpty, RowReader } from './row-reader.js';
import { targetModel } from './target-model.js';
import type { TaggedContent } from './tagged-content.js';

/** The declared rows of managed entities, pages, snippets and child items. */
export function planContent(context: PlanContext, items: ItemIdentities, tagged: TaggedContent): PlannedContent[] {
  const planner = new ContentPlanner(context, items, tagged);
  return [
    ...context.types.ofCategory('model').map(([model, type]) => planner.models(model, type)),
    ...context.types.ofCategory('snippet').map(([model, type]) => planner.snippets(model, type)),
    ...context.types.ofCategory('page').map(([model, type]) => planner.pages(model, type)),
    ...context.types.allItems().map(([model, owner]) => planner.items(model, owner)),
  ].filter((content) => content.rows.length > 0);
}

class ContentPlanner {
  private readonly newestRevisions: ReadonlyMap<string, number>;

  constructor(
    private readonly context: PlanContext,
    private readonly identities: ItemIdentities,
    private readonly tagged: TaggedContent,
  ) {
    this.newestRevisions = newestRevisions(context);
  }

  pages(model: string, type: ContentType): PlannedContent {
    const { fixture, report } = this.context;
    const rows = fixture.of(model).map((row) => {
      const reader = new RowReader(row, this.context);
      reader.derived('page_ptr');
      if (!isPageOf(fixture.find(PAGE_MODEL, row.pk), model))
        reader.fault('pk', `No page ${row.pk} is of this type.`, null);
      return this.finish(reader, { key: reader.id, ...this.content(reader, model, type.fields) });
    });
    const withRow = new Set(rows.map((row) => row.key));
    const bare = fixture.of(PAGE_MODEL).filter((page) => isPageOf(page, model) && !withRow.has(Number(page.pk)));
    for (const page of bare) {
      const what = `It has no row of its type ${model}: its fields are empty, and lists of that type leave it out.`;
      report.note({ model: PAGE_MODEL, pk: page.pk }, what);
    }
    return { target: type.target, rows, referencesAs: 'page' };
  }

  snippets(model: string, type: ContentType): PlannedContent {
    const declared = new Set(fieldNames(this.context.mapping, model, type.fields).values());
    const rows = this.context.fixture.of(model).map((row) => {
      const reader = new RowReader(row, this.context);
      const content = { key: reader.id, ...this.content(reader, model, type.fields) };
      if (!type.drafts) this.readState(reader, model, declared);
      const first = reader.moment('first_published_at');
      const last = reader.moment('last_published_at');
      const now = new Date().toISOString();
      const extra = { uuid: newUuid(), createdAt: first ?? last ?? now, updatedAt: last ?? first ?? now };
      const state = type.drafts ? draftStateOf(reader) : {};
      return this.finish(reader, { ...content, extra: { ...extra, ...state } });
    });
    return { target: type.target, rows, referencesAs: type.name };
  }

  models(model: string, type: ContentType): PlannedContent {
    const rows = this.context.fixture.of(model).map((row) => {
      const reader = new RowReader(row, this.context);
      return this.finish(reader, { key: reader.keyOf(type.target), ...this.content(reader, model, type.fields) });
    });
    return { target: type.target, rows, referencesAs: type.name };
  }

  items(model: string, { item, owner }: ItemOwner): PlannedContent {
    const ownerKey = this.context.mapping.owners?.[model] ?? 'page';
    const ownerModel = this.context.types.modelOf(owner.target);
    const rows = this.context.fixture.of(model).map((row) => {
      const reader = new RowReader(row, this.context);
      const ownerId = reader.owner(ownerKey, ownerModel);
      const sortOrder = reader.integer('sort_order') ?? 0;
      const extra = { uuid: this.identities.of(model, row.pk), ownerId, sortOrder };
      return this.finish(reader, { key: reader.id, ...this.content(reader, model, fieldsOf(item)), extra });
    });
    return { target: item, rows, referencesAs: null };
  }

  /** State that snippets of types without drafts cannot have, as far as it says more than “live, as last saved”. */
  private readState(reader: RowReader, model: string, declared: ReadonlySet<string>): void {
    const { fields } = reader.row;
    if (fields['live'] === true && !declared.has('live')) reader.derived('live');
    const newest = this.newestRevisions.get(`${model} ${reader.row.pk}`) ?? null;
    for (const pointer of ['latest_revision', 'live_revision']) {
      if (fields[pointer] === newest && newest !== null) reader.derived(pointer);
    }
  }

  private content(
    reader: RowReader,
    model: string,
    fields: readonly FieldDeclaration[],
  ): Pick<ImportedRow, 'fields' | 'links'> {
    const names = fieldNames(this.context.mapping, model, fields);
    const values: JsonObject = {};
    const links: Record<string, readonly EntityId[]> = {};
    for (const field of fields) {
      const name = names.get(field.name)!;
      const storage = field.kind.storage!(field.options);
      if (storage.type === 'children') continue;
      if (storage.type === 'manyToMany') links[field.name] = this.allLinked(reader, name, field, storage.target());
      else if (storage.type === 'relation') values[field.name] = this.linked(reader, name, storage.target());
      else if (name in reader.row.fields) values[field.name] = convert(reader, name, field);
    }
    return { fields: values, links };
  }

  private linked(reader: RowReader, name: string, target: object): EntityId | null {
    const model = targetModel(this.context, target);
    return model === null ? this.notTaken(reader, name, null) : reader.link(name, model, target);
  }

  private allLinked(reader: RowReader, name: string, field: FieldDeclaration, target: object): readonly EntityId[] {
    if (field.kind.name === 'tags') return this.tagged.tagsOf(reader.row.model, Number(reader.row.pk), field.name);
    const model = targetModel(this.context, target);
    return model === null ? this.notTaken(reader, name, []) : reader.links(name, model, target);
  }

  private notTaken<T>(reader: RowReader, name: string, instead: T): T {
    const value = reader.take(name) ?? null;
    if (!isEmpty(value)) reader.leave(name, 'It points at rows of an entity that is not managed here.');
    return instead;
  }

  private finish(reader: RowReader, row: ImportedRow): ImportedRow {
    reader.finish();
    return row;
  }
}

/** Where a snippet of a type with drafts stands between draft and public. */
function draftStateOf(reader: RowReader): Record<keyof DraftState, Json> {
  return {
    live: reader.boolean('live', true),
    hasUnpublishedChanges: reader.boolean('has_unpublished_changes'),
    firstPublishedAt: reader.moment('first_published_at'),
    lastPublishedAt: reader.moment('last_published_at'),
    latestRevisionId: reader.reference('latest_revision', REVISION_MODEL),
    liveRevisionId: reader.reference('live_revision', REVISION_MODEL),
  };
}

/** The highest revision id of each thing, by model and key. */
function newestRevisions(context: PlanContext): Map<string, number> {
  const newest = new Map<string, number>();
  for (const row of context.fixture.of(REVISION_MODEL)) {
    const { content_type: type, object_id: id } = row.fields;
    const key = `${Array.isArray(type) ? type.join('.') : ''} ${String(id)}`;
    newest.set(key, Math.max(newest.get(key) ?? 0, Number(row.pk)));
  }
  return newest;
}

function isPageOf(page: FixtureRow | null, model: string): boolean {
  const type = page?.fields['content_type'];
  return Array.isArray(type) && type.join('.') === model;
}

function convert(reader: RowReader, name: string, field: FieldDeclaration): Json {
  const exported = reader.take(name) ?? null;
  try {
    const value = fieldValue(field, exported);
    const { impossible, toMend } = faultsOf(field, value);
    if (impossible.length > 0) return reader.fault(name, impossible.join(' '), null);
    if (toMend.length > 0 && !isEmpty(value))
      reader.note(name, `Kept as it is; an edit of it would be refused: ${toMend[0]}`);
    return value;
  } catch (error) {
    if (error instanceof UnreadableValue) return reader.fault(name, error.message, null);
    throw error;
  }
}
