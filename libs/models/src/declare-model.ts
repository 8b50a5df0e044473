import {
  addField,
  className,
  nameInWords,
  pluralOf,
  setDeclaration,
  type FieldDeclaration,
} from '@pipit/content-types';
import type { ModelDeclaration, ModelOptions } from './manage.js';
import { isEntity } from './metadata/column-facts.js';
import { fieldsOfEntity, shapeOf, type ModelShape } from './metadata/fields-of-entity.js';

const shapes = new WeakMap<object, { readonly shape: ModelShape; readonly declaration: ModelDeclaration }>();

/** What a managed entity is made of. */
export function modelShapeOf(target: object): ModelShape {
  const known = shapes.get(target);
  if (!known) throw new Error(`${className(target)} is not managed. Name it in CmsModule.forModels([manage(…)]).`);
  return known.shape;
}

/**
 * Makes a managed entity a declared type. Done when modules are made, as relations name classes which may not be loaded
 * while `manage` runs; the same declaration again is fine.
 */
export function declareModel(declaration: ModelDeclaration): void {
  const { target, options } = declaration;
  const known = shapes.get(target);
  if (known?.declaration === declaration) return;
  const entity = className(target);
  if (known) throw new Error(`${entity} is managed twice, in two declarations.`);
  if (!isEntity(target)) throw new Error(`${entity} cannot be managed: it is no TypeORM entity. Give it @Entity().`);
  const shape = shapeOf(target, entity);
  const fields = fieldsOfEntity(shape).flatMap((field) => withOptions(field, options));
  const names = fields.map(({ name }) => name);
  requireNames(entity, options, names, new Set([...names, ...shape.columns.keys()]));
  for (const field of fields) addField(target, field);
  const titleField = options.titleField ?? defaultTitle(fields) ?? shape.key.property;
  const label = options.label ?? nameInWords(options.name ?? entity);
  setDeclaration(target, {
    name: `${options.app ?? 'site'}.${options.name ?? entity}`,
    category: 'model',
    target,
    label,
    labelPlural: options.labelPlural ?? pluralOf(label),
    icon: options.icon ?? null,
    description: options.description ?? '',
    tabs: options.tabs ?? null,
    side: options.side ?? [],
    list: options.list ?? {},
    drafts: false,
    rules: { creatable: (options.creatable ?? true) && shape.creatable },
    traits: {},
    api: {},
    titleField,
    order: options.order ?? [titleField],
  });
  shapes.set(target, { shape, declaration });
}

function withOptions(field: FieldDeclaration, { fields }: ModelOptions): FieldDeclaration[] {
  const own = fields?.[field.name];
  if (own === false) return [];
  const { kind, ...options } = own ?? {};
  return [{ name: field.name, kind: kind ?? field.kind, options: { ...field.options, ...options } }];
}

function defaultTitle(fields: readonly FieldDeclaration[]): string | undefined {
  const texts = fields.filter(
    ({ kind, options }) => kind.name === 'char' || (kind.name === 'email' && !options.permission),
  );
  return (
    ['title', 'name', 'label'].find((name) => texts.some((field) => field.name === name)) ??
    texts.find(({ options }) => !options.permission)?.name
  );
}

/** Names in options are checked here, where a message can say whose they are. */
function requireNames(
  entity: string,
  { fields, titleField, order }: ModelOptions,
  names: readonly string[],
  properties: ReadonlySet<string>,
): void {
  const used = [
    ...Object.keys(fields ?? {}).filter((name) => fields?.[name] !== false),
    ...(titleField ? [titleField] : []),
    ...(order ?? []).map((name) => name.replace(/^-/, '')),
  ];
  const wrong = used.filter((name) => !properties.has(name) && !names.includes(name));
  if (wrong.length === 0) return;
  throw new Error(
    `The declaration of ${entity} names ${wrong.join(', ')}, which no form can show or the entity does not have. ` +
      `Its fields are ${names.join(', ')}.`,
  );
}
