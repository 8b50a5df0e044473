import type { ComputedApiField, FieldDeclaration, TypeDeclaration } from './type-declaration.js';

// Declarations are metadata on the class and nothing more, so that two worlds can be registered in one process.
const FIELDS = Symbol('pipit:fields');
const TYPE = Symbol('pipit:type');
const COMPUTED = Symbol('pipit:computed-api-fields');
const RETIRED = Symbol('pipit:retired-fields');

interface Declared {
  [FIELDS]?: FieldDeclaration[];
  [TYPE]?: TypeDeclaration;
  [COMPUTED]?: ComputedApiField[];
  [RETIRED]?: string[];
}

/** Adds a field to a class; called by field decorators. */
export function addField(target: object, field: FieldDeclaration): void {
  own(target, FIELDS).push(field);
}

/** Adds a computed field of the content API to a class. */
export function addComputedApiField(target: object, field: ComputedApiField): void {
  own(target, COMPUTED).push(field);
}

/** Makes a class a declared type; called by type decorators. */
export function setDeclaration(target: object, declaration: TypeDeclaration): void {
  Object.defineProperty(target, TYPE, { value: declaration, configurable: true });
}

/** The type a class declares; throws for a class that declares none. */
export function declarationOf(target: object): TypeDeclaration {
  const declaration = Object.getOwnPropertyDescriptor(target, TYPE)?.value as TypeDeclaration | undefined;
  if (!declaration) {
    throw new Error(`${className(target)} is no declared type. Give it @PageType, @SnippetType or @ItemType.`);
  }
  return declaration;
}

/** True for classes with a type decorator. */
export function isDeclared(target: object): boolean {
  return Object.getOwnPropertyDescriptor(target, TYPE) !== undefined;
}

/** What the nearest base of a class declares that is a type itself; null when none is. */
export function declaredBaseOf(target: object): TypeDeclaration | null {
  const base = lineage(target).slice(0, -1).reverse().find(isDeclared);
  return base ? declarationOf(base) : null;
}

/** The fields of a class in order of declaration, those of its bases first. A redeclared field counts once, last. */
export function fieldsOf(target: object): FieldDeclaration[] {
  return uniqueByName(lineage(target).flatMap((type) => (ownValue(type, FIELDS) as FieldDeclaration[]) ?? []));
}

/** The fields a class itself declares, those of its bases left out. */
export function ownFieldsOf(target: object): FieldDeclaration[] {
  return (ownValue(target, FIELDS) as FieldDeclaration[] | undefined) ?? [];
}

/** Notes names of fields that a class used to have and that were dropped on purpose. */
export function addRetiredNames(target: object, names: readonly string[]): void {
  own(target, RETIRED).push(...names);
}

/** Names of fields that a class, or a base of it, dropped on purpose. */
export function retiredNamesOf(target: object): string[] {
  return [...new Set(lineage(target).flatMap((type) => (ownValue(type, RETIRED) as string[] | undefined) ?? []))];
}

/** The computed fields of a class, those of its bases first. */
export function computedApiFieldsOf(target: object): ComputedApiField[] {
  return uniqueByName(lineage(target).flatMap((type) => (ownValue(type, COMPUTED) as ComputedApiField[]) ?? []));
}

/** The name of a class for messages. */
export function className(target: object): string {
  return (target as { name?: string }).name ?? 'An unnamed class';
}

function own<K extends typeof FIELDS | typeof COMPUTED | typeof RETIRED>(
  target: object,
  key: K,
): NonNullable<Declared[K]> {
  if (!ownValue(target, key)) Object.defineProperty(target, key, { value: [] });
  return ownValue(target, key) as NonNullable<Declared[K]>;
}

function ownValue(target: object, key: symbol): unknown {
  return Object.getOwnPropertyDescriptor(target, key)?.value;
}

function lineage(target: object): object[] {
  const types: object[] = [];
  for (let type: object | null = target; type && type !== Function.prototype; type = Object.getPrototypeOf(type)) {
    types.unshift(type);
  }
  return types;
}

function uniqueByName<T extends { readonly name: string }>(fields: T[]): T[] {
  return fields.filter((field, index) => !fields.slice(index + 1).some((later) => later.name === field.name));
}
