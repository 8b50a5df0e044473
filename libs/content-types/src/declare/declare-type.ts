import { Entity, Index } from 'typeorm';
import { guardWrites, snakeCase } from '@pipit/kernel';
import { nameInWords } from '../content/labels.js';
import { className, declaredBaseOf, fieldsOf, setDeclaration } from './declaration-store.js';
import type {
  ApiShape,
  ListDeclaration,
  PageTraits,
  PanelDeclaration,
  SettingsScope,
  TabsDeclaration,
  TreeRulesDeclaration,
  TypeCategory,
} from './type-declaration.js';

/** Options all types share. `F` are the names of the type's fields. */
export interface TypeOptions<F extends string = string> {
  /** First part of the type's name and of its table; default `site`. */
  readonly app?: string;
  /** Second part of the type's name; default the class's name. */
  readonly name?: string;
  /** The name or names it had before, `BlogPost` or `blog.BlogPost`: migrations rename its table and what is stored. */
  readonly was?: string | readonly string[];
  /** What editors call one of them; default the class's name in words. */
  readonly label?: string;
  /** What editors call several; default the label’s plural, as far as English goes. */
  readonly labelPlural?: string;
  /** Name of a Tabler icon. */
  readonly icon?: string;
  /** Shown where people choose a type. */
  readonly description?: string;
  /** Tabs of the editing form by name; fields that no tab names follow in the first. */
  readonly tabs?: TabsDeclaration<F>;
  /** Panels of the column beside the form. */
  readonly side?: readonly PanelDeclaration<F>[];
  /** How the content API prints rows of the type. */
  readonly api?: ApiShape;
}

interface CategoryOptions {
  readonly category: TypeCategory;
  readonly titleField: string;
  readonly rules?: TreeRulesDeclaration;
  readonly traits?: PageTraits;
  readonly order?: readonly string[];
  readonly list?: ListDeclaration;
  readonly drafts?: boolean;
  readonly scope?: SettingsScope;
}

/** Declares a class as a type with a table of its own. Decorators of the categories are built on it. */
export function declareType(target: object, options: TypeOptions, category: CategoryOptions): void {
  const app = options.app ?? 'site';
  const name = options.name ?? className(target);
  const label = options.label ?? nameInWords(name);
  Entity(snakeCase(`${app}_${name}`))(target as never);
  guardWrites(target);
  if (category.category !== 'page' && category.category !== 'item') indexUnique(target, category.drafts ?? false);
  const base = declaredBaseOf(target);
  setDeclaration(target, {
    name: `${app}.${name}`,
    was: options.was ?? [],
    category: category.category,
    target,
    label,
    labelPlural: options.labelPlural ?? pluralOf(label),
    icon: options.icon ?? null,
    description: options.description ?? '',
    // A type that arranges nothing looks like the one it extends; its further fields follow in the first tab.
    tabs: options.tabs ?? base?.tabs ?? null,
    side: options.side ?? base?.side ?? [],
    list: category.list ?? {},
    drafts: category.drafts ?? false,
    ...(category.scope ? { scope: category.scope } : {}),
    rules: category.rules ?? {},
    traits: category.traits ?? {},
    api: options.api ?? {},
    titleField: category.titleField,
    order: category.order ?? [],
  });
}

/**
 * Unique indexes over values that are not empty, of types with drafts over live rows alone. Pages have none: their
 * rows hold drafts and trash as well, and the rule asks for live pages; publishing takes a lock instead.
 */
function indexUnique(target: object, drafts: boolean): void {
  for (const { name, kind, options } of fieldsOf(target)) {
    const storage = options.unique ? kind.storage?.(options) : undefined;
    if (storage?.type !== 'column' && storage?.type !== 'relation') continue;
    const isText = storage.type === 'column' && ['varchar', 'text'].includes(String(storage.column.type));
    const where = [...(isText ? [`"${snakeCase(name)}" <> ''`] : []), ...(drafts ? ['"live"'] : [])].join(' AND ');
    Index([name], { unique: true, ...(where === '' ? {} : { where }) })(target as never);
  }
}

/**
 * What people call several of them, by the common rules. What ends like a plural (“Opening hours”) or has none
 * (“News”, “Social media”) stays as it is; `labelPlural` is for what English does otherwise.
 */
export function pluralOf(label: string): string {
  if (/\b(data|equipment|information|media|people|staff)$/i.test(label)) return label;
  if (/[^aeiou]y$/.test(label)) return `${label.slice(0, -1)}ies`;
  if (/(ss|us|as|x|z|ch|sh)$/.test(label)) return `${label}es`;
  return label.endsWith('s') ? label : `${label}s`;
}
