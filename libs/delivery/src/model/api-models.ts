import { Inject, Injectable } from '@nestjs/common';
import {
  ContentTypes,
  computedApiFieldsOf,
  entityName,
  isDeclared,
  mergeValues,
  type ContentType,
} from '@pipit/content-types';
import { Locale } from '@pipit/locales';
import { Collection, Document, Image, MEDIA_OPTIONS, type MediaOptions } from '@pipit/media';
import { Page, PLAIN_PAGE } from '@pipit/pages';
import { Tag } from '@pipit/tags';
import { DataSource } from 'typeorm';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { identifier } from '../query/sql-parameters.js';
import type { ScopeSource } from '../represent/scope-loader.js';
import { keptPage, publicPage } from '../query/visibility.js';
import type { ApiField, ApiModel, Row } from './api-model.js';
import { computedFields } from './computed-fields.js';
import { bareModel, documentModel, imageModel, redirectModel } from './core-models.js';
import { apiNameOf, declaredField } from './declared-fields.js';
import { withRenditions } from './image-facts.js';
import { pageBody, pageMeta, pageMetaColumn } from './page-fields.js';
import { addressField, detailUrlField, idField, typeField } from './plain-fields.js';
import { StorageOf } from './storage-of.js';

/** Everything the content API can print, made from the declarations when first needed. */
@Injectable()
export class ApiModels {
  private readonly made = new Map<unknown, ApiModel>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly types: ContentTypes,
    @Inject(DELIVERY_OPTIONS) readonly options: DeliveryOptions,
    @Inject(MEDIA_OPTIONS) readonly media: MediaOptions,
  ) {}

  /** Pages with no more than what all pages have. */
  get page(): ApiModel {
    return this.once(Page, () => this.pageModel(null));
  }

  get image(): ApiModel {
    return this.once(Image, () => imageModel(this.options, (target) => this.storage(target), this));
  }

  /** Images as a field shows them that declares renditions: with a field `renditions`, printed where it is named. */
  imageWithRenditions(renditions: Readonly<Record<string, string>>): ApiModel {
    return this.once(renditions, () => withRenditions(this.image, renditions));
  }

  get document(): ApiModel {
    return this.once(Document, () => documentModel(this.options, (target) => this.storage(target), this));
  }

  get redirect(): ApiModel {
    return this.once('redirect', () => redirectModel(this.options, this));
  }

  get collection(): ApiModel {
    return this.once(Collection, () => bareModel(this.options.typeNames.collection, 'collection c', 'c.id'));
  }

  get locale(): ApiModel {
    return this.once(Locale, () => bareModel(this.options.typeNames.locale, 'locale c', 'c.id'));
  }

  get tag(): ApiModel {
    return this.once(Tag, () => bareModel(this.options.typeNames.tag, 'tag c', 'c.id'));
  }

  /** The model of a declared type. */
  ofType(type: ContentType): ApiModel {
    return this.once(type.target, () => {
      if (type.category === 'settings') return this.settingsModel(type);
      return type.category === 'page' ? this.pageModel(type) : this.snippetModel(type);
    });
  }

  /** The model of what a relation points at. */
  ofEntity(target: object): ApiModel {
    const core = new Map<object, () => ApiModel>([
      [Page, () => this.page],
      [Image, () => this.image],
      [Document, () => this.document],
      [Collection, () => this.collection],
      [Locale, () => this.locale],
      [Tag, () => this.tag],
    ]).get(target);
    if (core) return core();
    if (isDeclared(target)) return this.ofType(this.types.of(target));
    const storage = this.storage(target);
    const id = `c.${identifier(storage.key)}`;
    return this.once(target, () => bareModel(entityName(target), `${storage.table} c`, id, {}, storage.keyKind));
  }

  /** The model of a reference's target type: `page`, `image`, … or a type's name; null for others. */
  ofTarget(targetType: string): ApiModel | null {
    const { page, image, document, collection } = this;
    const core: Readonly<Record<string, ApiModel>> = { page, image, document, collection };
    const type = this.types.find(targetType);
    if (core[targetType] || type) return core[targetType] ?? this.ofType(type as ContentType);
    const entity = this.dataSource.entityMetadatas.find(
      ({ target }) => typeof target === 'function' && entityName(target) === targetType,
    );
    return entity ? this.ofEntity(entity.target as object) : null;
  }

  /** Child rows of an owner. */
  items(item: object, owner: ScopeSource): ApiModel {
    return this.once(item, () => {
      const type = this.types.of(item);
      const name = this.typeName(type.name);
      const storage = this.storage(item);
      const body = this.contentFields(storage, { type, targets: [item], owner });
      return bareModel(name, `${storage.table} c`, 'c.id', { body: [idField('c.id'), ...body] });
    });
  }

  /** The model of a page of that type; of one nobody declares any more, the plain one. */
  ofPageType(name: string): ApiModel {
    const type = this.types.find(name);
    return type?.category === 'page' ? this.ofType(type) : this.page;
  }

  /** The model of a snippet of that type. */
  ofSnippetType(name: string): ApiModel {
    return this.ofType(this.types.get(name));
  }

  /** A page type by its name in the API. The part before the dot keeps its case. Null when there is none. */
  findPageType(apiName: string): ContentType | 'any' | null {
    const [app, name, ...more] = apiName.split('.');
    if (!app || !name || more.length > 0) return null;
    const matches = (candidate: string): boolean => {
      const [itsApp, itsName] = candidate.split('.');
      return itsApp === app && itsName?.toLowerCase() === name.toLowerCase();
    };
    if (matches(this.options.typeNames.page)) return 'any';
    return this.types.all('page').find((type) => matches(this.typeName(type.name))) ?? null;
  }

  /** Names under which pages of a type and of its subtypes are stored. */
  storedNames(type: ContentType): string[] {
    const subtypes = new Set<object>(this.subtypesOf(type));
    return [type, ...this.types.all('page').filter(({ target }) => subtypes.has(target))].map(({ name }) => name);
  }

  /** Addresses below pages of a type which they answer themselves. */
  subpathsOf(name: string): readonly string[] {
    return this.types.find(name)?.rules.subpaths ?? [];
  }

  /** What a stored type name is called in the API. */
  typeName(name: string): string {
    if (name === PLAIN_PAGE) return this.options.typeNames.page;
    return this.types.find(name)?.api.name ?? name;
  }

  /** SQL that sorts rows `t` of a declared type as it says. */
  orderOf(target: object): string {
    const storage = this.storage(target);
    const order = isDeclared(target) ? this.types.of(target).order : [];
    const parts = order.map((name) => {
      const column = `t.${identifier(storage.columnOf(name.replace(/^-/, '')).name)}`;
      return name.startsWith('-') ? `${column} DESC` : column;
    });
    return [...parts, `t.${identifier(storage.key)}`].join(', ');
  }

  private pageModel(type: ContentType | null): ApiModel {
    const pages = this.storage(Page);
    const content = type && this.storage(type.target, this.subtypesOf(type));
    const join = content && `JOIN ${content.table} c ON c.page_id = p.id`;
    const targets = type ? [type.target, ...this.subtypesOf(type)] : [];
    const own = type && content ? this.contentFields(content, { type, targets, owner: null }) : [];
    const meta = [
      ...pageMeta(this, type && this.typeName(type.name)),
      ...(type?.api.metaFields ?? []).map((name) => pageMetaColumn(name, pages)),
    ];
    const listed = ['id', 'type', 'detail_url', 'title', 'html_url', 'slug', 'first_published_at'];
    return {
      name: type ? this.typeName(type.name) : this.options.typeNames.page,
      source: {
        // The plain model has rows of all types, that of a type those with content of it.
        from: join ? `page p ${join}` : 'page p',
        parts: join ? { table: 'page', as: 'p', content: join } : null,
        subject: 'page',
        id: 'p.id',
        key: 'id',
        order: 'p.path',
        isPublic: publicPage('p'),
        isKept: keptPage('p'),
      },
      endpoint: 'pages',
      meta,
      body: [...pageBody(), ...own],
      listed: new Set(this.options.i18n ? [...listed, 'locale'] : listed),
      nested: new Set(['id', 'type', 'detail_url', 'title']),
      hidden: new Set(this.options.i18n ? [] : ['locale']),
      detailOnly: new Set(['parent']),
      onRequest: new Set(),
      searchSubject: 'page',
      ...(type ? {} : { variants: () => this.types.all('page').map((each) => this.ofType(each)) }),
    };
  }

  private snippetModel(type: ContentType): ApiModel {
    const storage = this.storage(type.target);
    const name = this.typeName(type.name);
    const endpoint = Object.entries(this.options.snippetEndpoints).find(([, target]) => target === type.target);
    const from = `${storage.table} c`;
    const id = `c.${identifier(storage.key)}`;
    const key = storage.keyKind;
    const model: ApiModel = bareModel(name, from, id, {
      source: {
        from,
        parts: null,
        subject: storage.tableName,
        id,
        key,
        order: id,
        isPublic: type.drafts ? 'c.live' : null,
        isKept: null,
      },
      endpoint: endpoint?.[0] ?? (type.api.endpoint ? `snippets/${name}` : null),
      meta: [typeField(name), detailUrlField(() => model)],
      body: [idField(id, key), ...this.contentFields(storage, { type, targets: [type.target], owner: null })],
      searchSubject: type.name,
    });
    return model;
  }

  private settingsModel(type: ContentType): ApiModel {
    const storage = this.storage(type.target);
    const name = this.typeName(type.name);
    return bareModel(name, `${storage.table} c`, 'c.id', {
      meta: [typeField(name), addressField(`settings/${name}`)],
      body: this.contentFields(storage, { type, targets: [type.target], owner: null }),
    });
  }

  /** What printers read of settings that nobody has edited yet: their defaults. */
  defaultRow(type: ContentType): Row {
    const storage = this.storage(type.target);
    const values = mergeValues(type.fields, null, {});
    const columns = type.fields.flatMap(({ name, kind, options }): [string, unknown][] => {
      const stored = kind.storage?.(options)?.type;
      if (stored !== 'column' && stored !== 'relation') return [];
      const { name: column, type: columnType } = storage.columnOf(name);
      const value = values[name] ?? null;
      const isJson = columnType === 'jsonb' || columnType === 'json';
      return [[`c_${column}`, value !== null && isJson ? JSON.stringify(value) : value]];
    });
    return { id: null, ...Object.fromEntries(columns) };
  }

  /** What a type declares, in the order it wants to be printed in. */
  private contentFields(storage: StorageOf, source: ScopeSource): ApiField[] {
    const { type, owner } = source;
    const declared = type.fields.filter((field) => apiNameOf(field) !== null);
    const byName = new Map<string, () => ApiField[]>(
      declared.map((field) => [field.name, () => [declaredField(field, storage, this, source)]]),
    );
    const computed = computedFields(storage, source, owner && (() => this.ofEntity(owner.type.target)));
    computedApiFieldsOf(type.target).forEach(({ name }) => {
      byName.set(name, () => computed.filter((field) => field.name === name));
    });
    return (type.api.fields ?? [...byName.keys()]).flatMap((name) => byName.get(name)?.() ?? []);
  }

  /** Page types whose classes extend that of another. */
  private subtypesOf(type: ContentType): object[] {
    const base = (type.target as { prototype: object }).prototype;
    const targets = this.types.all('page').map(({ target }) => target);
    return targets.filter((target) => base.isPrototypeOf((target as { prototype: object }).prototype));
  }

  private storage(target: object, subtypes: readonly object[] = []): StorageOf {
    return new StorageOf(this.dataSource, target, subtypes);
  }

  private once(key: unknown, make: () => ApiModel): ApiModel {
    let model = this.made.get(key);
    if (!model) {
      model = make();
      this.made.set(key, model);
    }
    return model;
  }
}
