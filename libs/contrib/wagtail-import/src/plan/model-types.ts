import { childItemClassesOf, type ContentType, type ContentTypes, declarationOf, fieldsOf } from '@pipit/cms';
import type { ImportMapping } from '../mapping/import-mapping.js';

/** A child item class, the type that owns it, and the owner's field. */
export interface ItemOwner {
  readonly item: object;
  readonly owner: ContentType;
  readonly field: string;
}

/** Which declared type a Django model becomes, and the other way round. */
export class ModelTypes {
  private readonly byModel = new Map<string, ContentType>();
  private readonly models = new Map<object, string>();
  private readonly items = new Map<string, ItemOwner>();
  private readonly settings = new Map<string, ContentType>();

  constructor(types: ContentTypes, mapping: ImportMapping) {
    const renamed = new Map(Object.entries(mapping.models ?? {}).map(([model, name]) => [name, model]));
    const modelOf = (name: string): string => renamed.get(name) ?? name.toLowerCase();
    for (const type of [...types.all('page'), ...types.all('snippet'), ...types.all('model')]) {
      this.byModel.set(modelOf(type.name), type);
      this.models.set(type.target, modelOf(type.name));
      for (const item of childItemClassesOf(type.target)) {
        const model = modelOf(declarationOf(item).name);
        this.models.set(item, model);
        this.items.set(model, { item, owner: type, field: fieldHolding(type, item) });
      }
    }
    for (const type of types.all('settings')) this.settings.set(modelOf(type.name), type);
  }

  /** The page type, snippet type or managed entity of a model; null when no type is called so. */
  find(model: string): ContentType | null {
    return this.byModel.get(model) ?? null;
  }

  /** The settings a model becomes, of which permissions are taken; null when none are called so. */
  findSettings(model: string): ContentType | null {
    return this.settings.get(model) ?? null;
  }

  /** Models of all settings that each site has for itself. */
  settingsOfSites(): string[] {
    return [...this.settings].filter(([, type]) => type.scope === 'site').map(([model]) => model);
  }

  /** The child items a model becomes; null when none are called so. */
  findItem(model: string): ItemOwner | null {
    return this.items.get(model) ?? null;
  }

  /** The model of a declared class. */
  modelOf(target: object): string {
    const model = this.models.get(target);
    if (model === undefined) throw new Error(`${declarationOf(target).name} is not registered.`);
    return model;
  }

  /** The model of a type that the mapping names. */
  modelOfName(name: string): string {
    const found = [...this.byModel].find(([, type]) => type.name === name);
    if (!found) throw new Error(`The mapping names the type ${name}, which is not registered.`);
    return found[0];
  }

  /** Models that become pages, snippets, or rows of managed entities. */
  ofCategory(category: 'page' | 'snippet' | 'model'): [model: string, type: ContentType][] {
    return [...this.byModel].filter(([, type]) => type.category === category);
  }

  /** Models that become child items. */
  allItems(): [model: string, owner: ItemOwner][] {
    return [...this.items];
  }
}

function fieldHolding(type: ContentType, item: object): string {
  const field = fieldsOf(type.target).find((candidate) => {
    const storage = candidate.kind.storage?.(candidate.options);
    return storage?.type === 'children' && storage.target() === item;
  });
  return field!.name;
}
