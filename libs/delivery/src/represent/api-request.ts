import type { EntityId } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import type { Embeds, Renditions } from '@pipit/media';
import type { ContentStore } from '@pipit/revisions';
import type { Dependencies } from '../cache/dependencies.js';
import { refused } from '../errors.js';
import type { ApiModel, Row, RowSource } from '../model/api-model.js';
import type { ApiModels } from '../model/api-models.js';
import type { Selection } from '../model/selection.js';
import type { DeliveryOptions } from '../options.js';
import type { TrackedReader } from '../cache/tracked-reader.js';
import type { Visibility } from '../query/visibility.js';
import type { Staged } from '../preview/staged.js';
import { printObjects } from './print-objects.js';
import { EntityLoader } from './entity-loader.js';
import type { Presentation } from './presentation.js';
import { RenditionLoader } from './rendition-loader.js';
import { KnownRows, RowLoader, keyAs } from './row-loader.js';
import { ScopeLoader } from './scope-loader.js';
import type { SiteEntry, SiteMap } from './site-map.js';
import { andThen, type Soon } from './soon.js';

/** Everything that printing needs to know about one request. */
export class ApiRequest {
  readonly renditions: RenditionLoader;
  readonly entities: EntityLoader;
  readonly scopes: ScopeLoader;
  private readonly loader: RowLoader;
  private included = 0;
  private presented: Presentation | null = null;
  private objects = 0;
  private readonly parents = new KnownRows();

  constructor(
    readonly ctx: Ctx,
    readonly options: DeliveryOptions,
    readonly models: ApiModels,
    readonly renditionSource: Renditions,
    readonly embeds: Embeds,
    /** Reads rows, and notes that the answer depends on them. */
    readonly reader: TrackedReader,
    /** Is told what else the answer depends on. */
    readonly depends: Dependencies,
    store: ContentStore,
    readonly sites: SiteMap,
    /** The site of the request's host. */
    readonly site: SiteEntry | null,
    /** The pages this request may see. */
    readonly visibility: Visibility,
    /** The draft a preview shows among what is public. */
    readonly staged: Staged | undefined,
    /** View restrictions the reader passes. Statements that do not go through `reader` have to be told. */
    readonly passed: readonly number[],
    private readonly present: () => Presentation,
  ) {
    this.loader = new RowLoader(reader);
    this.renditions = new RenditionLoader(this);
    this.entities = new EntityLoader(ctx.manager, depends);
    this.scopes = new ScopeLoader(ctx, store, depends);
  }

  /** Counts objects of the answer; refuses more than an answer may hold. */
  count(objects: number): void {
    this.objects += objects;
    if (this.objects <= this.options.maxNodes) return;
    throw refused(`the answer has more than ${this.options.maxNodes} objects; ask for fewer`);
  }

  /** How the answer shows what it holds; refuses what cannot be shown. */
  get presentation(): Presentation {
    this.presented ??= this.present();
    return this.presented;
  }

  /** Origin of addresses of the API and of files. */
  get baseUrl(): string {
    return this.options.baseUrl ?? this.site?.origin ?? '';
  }

  /** Origin of `full_url`. */
  get mediaBaseUrl(): string {
    return this.options.mediaBaseUrl ?? this.baseUrl;
  }

  /** Where the detail of an object is; null when its model has no endpoint. */
  detailUrl(model: ApiModel, id: unknown): string | null {
    return model.endpoint === null ? null : `${this.baseUrl}/api/v2/${model.endpoint}/${String(id)}/`;
  }

  /** Rows that references point at, by key, left out where readers may not see them. */
  referredRows(
    { model: { source }, columns }: Pick<Selection, 'model' | 'columns'>,
    ids: readonly EntityId[],
  ): Soon<ReadonlyMap<EntityId, Row>> {
    return this.loader.load(source, columns, ids, this.visibleTo(source));
  }

  /** SQL: a reference may show a row of that source; null for all. */
  visibleTo(source: RowSource): string | null {
    return this.options.wagtailReferences ? source.isKept : source.isPublic;
  }

  /** Takes in what a reference points at; null when it may not be seen. */
  know({ model: { source }, columns }: Pick<Selection, 'model' | 'columns'>, id: EntityId, row: Row | null): void {
    this.depends.onObjects(source.subject, [id]);
    this.loader.know(columns, id, row);
  }

  /** Takes in the page above one; null when this request may not see it. */
  knowParent(id: number, row: Row | null): void {
    this.depends.onObjects('page', [id]);
    this.parents.add(id, row);
  }

  /** The pages above, where all of them were taken in already. */
  knownParents(ids: readonly number[]): ReadonlyMap<EntityId, Row> | null {
    return this.parents.hasAll(ids) ? this.parents.rows : null;
  }

  /** Objects that references point at, printed, in the place of their keys; null for what is gone or hidden. */
  printReferred(selection: Selection, keys: readonly (EntityId | null)[]): Soon<unknown[]> {
    const ids = keys.map((id) => (id === null ? null : keyAs(selection.model.source.key, id)));
    if (selection.wholeOf) return this.printWhole(selection, ids);
    const wanted = ids.filter((id) => id !== null);
    return andThen(this.referredRows(selection, wanted), (rows) => this.placed(selection, rows, ids));
  }

  /**
   * The same of objects that are shown whole, each as its own type has it. What readers may not see is never shown
   * whole, whatever the options say of references.
   */
  private async printWhole(selection: Selection, ids: readonly (EntityId | null)[]): Promise<unknown[]> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    this.included += wanted.length;
    if (this.included > this.options.maxIncluded) {
      throw refused(`include error. the answer would show more than ${this.options.maxIncluded} objects whole`);
    }
    const printed = new Map<EntityId, unknown>();
    for (const { typed, of } of await this.byType(selection, wanted)) {
      const { source } = typed.model;
      const rows = await this.loader.load(source, typed.columns, of, source.isPublic);
      const objects = await this.placed(typed, rows, of);
      of.forEach((id, index) => printed.set(id, objects[index]));
    }
    return ids.map((id) => (id === null ? null : (printed.get(id) ?? null)));
  }

  /** Objects by what they are: pages know their types themselves. */
  private async byType(selection: Selection, ids: readonly EntityId[]) {
    if (!selection.model.variants || !selection.wholeOf) return [{ typed: selection, of: ids }];
    const { source } = selection.model;
    const rows = await this.loader.load(source, [{ key: 'type', sql: 'p.type' }], ids, source.isPublic);
    const groups = new Map<string, EntityId[]>();
    for (const [id, row] of rows) {
      const name = String(row['type']);
      groups.set(name, [...(groups.get(name) ?? []), id]);
    }
    const { wholeOf } = selection;
    return [...groups].map(([name, of]) => ({ typed: wholeOf(this.models.ofPageType(name)), of }));
  }

  /** Prints rows in the place of their keys. */
  placed(selection: Selection, rows: ReadonlyMap<EntityId, Row>, ids: readonly (EntityId | null)[]): Soon<unknown[]> {
    const present: Row[] = [];
    const places = new Map<EntityId, number>();
    for (const id of ids) {
      const row = id === null || places.has(id) ? undefined : rows.get(id);
      if (row) places.set(id as EntityId, present.push(row) - 1);
    }
    return andThen(printObjects(selection, present, this), (printed) =>
      ids.map((id) => printed[(id === null ? undefined : places.get(id)) ?? -1] ?? null),
    );
  }
}
