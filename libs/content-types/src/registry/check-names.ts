import { snakeCase } from '@pipit/kernel';
import { getMetadataArgsStorage } from 'typeorm';
import { className, computedApiFieldsOf, ownFieldsOf, retiredNamesOf } from '../declare/declaration-store.js';
import type { FieldDeclaration, TypeCategory } from '../declare/type-declaration.js';
import type { ContentType } from './content-types.js';
import { problem, type DeclarationProblem } from './problem.js';

/** Postgres cuts longer names off, and two of them may then be one. */
const MAX_NAME_BYTES = 63;

/** Names of the API and of objects that no column has. */
const API_NAMES: Readonly<Record<TypeCategory, readonly string[]>> = {
  page: ['id', 'uuid', 'meta', 'title', 'slug', 'seoTitle', 'searchDescription', 'showInMenus'],
  snippet: ['id', 'uuid', 'meta'],
  settings: ['id', 'uuid', 'meta', 'site', 'siteId'],
  model: [],
  item: ['id', 'uuid', 'owner'],
};

/** Names that rows of types with drafts have besides; pages have them in a table of their own. */
const DRAFT_NAMES = [
  'live', 'hasUnpublishedChanges', 'firstPublishedAt', 'lastPublishedAt', 'latestRevision', 'latestRevisionId',
  'liveRevision', 'liveRevisionId',
]; // prettier-ignore

/** What the content API prints of every object. Fields of such names are refused as reserved. */
const PRINTED: Readonly<Record<TypeCategory, readonly string[]>> = {
  page: ['id', 'meta', 'title'],
  snippet: ['id', 'meta'],
  settings: ['id', 'meta'],
  model: [],
  item: ['id', 'meta'],
};

/** Names that a list of fields in an address can hold. */
const API_NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

/** Field names that every row of the category has already: in its table, by its base class, or in the API. */
export function checkReservedNames(type: ContentType): DeclarationProblem[] {
  const ofDrafts = type.category === 'snippet' && type.drafts ? DRAFT_NAMES : [];
  // The fields of a plain entity are its columns, those of its bases included.
  const ofBases = type.category === 'model' ? [] : columnsOfBases(type.target);
  const reserved = new Set([...API_NAMES[type.category], ...ofBases, ...ofDrafts, 'constructor']);
  return type.fields
    .filter(({ name }) => reserved.has(name))
    .map(({ name }) =>
      problem(
        'E001',
        `${type.name} declares a field “${name}”, a name that every ${type.category} has already.`,
        'Choose another name.',
      ),
    );
}

/** Columns and relations that base classes declare with TypeORM's decorators alone. */
function columnsOfBases(target: object): string[] {
  const { columns, relations } = getMetadataArgsStorage();
  const names: string[] = [];
  for (let base = Object.getPrototypeOf(target) as object | null; base; base = Object.getPrototypeOf(base) as object) {
    const fields = new Set(ownFieldsOf(base).map(({ name }) => name));
    const own = [...columns, ...relations].filter((args) => args.target === base);
    names.push(...own.map(({ propertyName }) => propertyName).filter((name) => !fields.has(name)));
  }
  return names;
}

/** Fields that would print under one name, or lie in one column. */
export function checkDuplicateNames(type: ContentType): DeclarationProblem[] {
  const shown = type.fields.filter(({ options: { api, permission } }) => api ?? permission === undefined);
  const printed = [
    ...shown.map(({ name, options }) => (typeof options.api === 'string' ? options.api : name)),
    ...computedApiFieldsOf(type.target).map(({ name }) => name),
  ];
  const columns = type.fields.flatMap((field) => columnOf(field) ?? []);
  const own = PRINTED[type.category];
  // Names of fields are looked at as such.
  const given = [
    ...shown.flatMap(({ options }) => (typeof options.api === 'string' ? options.api : [])),
    ...computedApiFieldsOf(type.target).map(({ name }) => name),
  ];
  return [
    ...repeated(lineageFields(type.target)).map((name) =>
      problem(
        'E010',
        `${type.name}.${name} is two fields at once.`,
        'One decorator makes a property a field: take one away.',
      ),
    ),
    ...[...new Set(given)]
      .filter((name) => own.includes(name) || !API_NAME.test(name))
      .map((name) =>
        problem(
          'E010',
          `${type.name} prints a field as “${name}” in the content API, ${own.includes(name) ? `where every ${type.category} has that` : 'which cannot be asked for'}.`,
          'Give it another name there: api: …',
        ),
      ),
    ...repeated(printed).map((name) =>
      problem(
        'E010',
        `${type.name} prints two things as “${name}” in the content API.`,
        'Rename one of them, or give it another name there: api: …',
      ),
    ),
    ...repeated(columns).map((column) =>
      problem('E010', `Two fields of ${type.name} would lie in one column, “${column}”.`, 'Rename one of them.'),
    ),
  ];
}

/** Names that Postgres would cut off. */
export function checkNameLengths(type: ContentType): DeclarationProblem[] {
  const table = snakeCase(type.name.replace('.', '_'));
  const names: [what: string, name: string][] = [
    [`The table of ${type.name}`, table],
    ...type.fields.flatMap((field): [string, string][] => {
      const column = columnOf(field);
      if (column) return [[`The column of ${type.name}.${field.name}`, column]];
      const isJoined = field.kind.storage?.(field.options).type === 'manyToMany';
      return isJoined ? [[`The table that joins ${type.name}.${field.name}`, `${table}_${snakeCase(field.name)}`]] : [];
    }),
    ...getMetadataArgsStorage()
      .indices.filter(({ target, name }) => target === type.target && name)
      .map(({ name }): [string, string] => [`An index of ${type.name}`, name ?? '']),
  ];
  return names
    .filter(([, name]) => Buffer.byteLength(name) > MAX_NAME_BYTES)
    .map(([what, name]) =>
      problem(
        'E011',
        `${what} would be called “${name}”, ${Buffer.byteLength(name)} bytes long; Postgres keeps ${MAX_NAME_BYTES}.`,
        what.startsWith('The column')
          ? 'Give the field a shorter name.'
          : 'Shorten the names it is made of: app, class, field.',
      ),
    );
}

/** Former names that are in use, or claimed twice. */
export function checkFormerNames(type: ContentType): DeclarationProblem[] {
  const current = new Set(type.fields.map(({ name }) => name));
  const former = [...type.fields.flatMap(({ options }) => options.was ?? []), ...retiredNamesOf(type.target)];
  return [
    ...former
      .filter((name) => current.has(name))
      .map((name) =>
        problem(
          'E012',
          `${type.name} calls “${name}” a former name, and has a field of that name.`,
          'Take it out of was or @Retired, or rename the field.',
        ),
      ),
    ...repeated(former).map((name) =>
      problem(
        'E012',
        `${type.name} calls “${name}” the former name of two things.`,
        'Values go to one field only: name it in one place.',
      ),
    ),
  ];
}

/** Types of one name: the second could never be told from the first. */
export function duplicateType(name: string, first: object, second: object): DeclarationProblem {
  return problem(
    'E013',
    `Two types are called ${name}: ${className(first)} and ${className(second)}.`,
    'Give one of them another app or name: @PageType({ app: …, name: … }).',
  );
}

/** Names of fields by class: a class may declare a field of its base anew, but none of its own. */
function lineageFields(target: object): string[] {
  const names: string[] = [];
  for (
    let type = target as object | null;
    type && type !== Function.prototype;
    type = Object.getPrototypeOf(type) as object
  ) {
    names.push(...repeated(ownFieldsOf(type).map(({ name }) => name)).flatMap((name) => [name, name]));
  }
  return names;
}

function columnOf({ name, kind, options }: FieldDeclaration): string | null {
  const storage = kind.storage?.(options).type;
  if (storage === 'column') return snakeCase(name);
  return storage === 'relation' ? `${snakeCase(name)}_id` : null;
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}
