import {
  computedApiFieldsOf,
  labelOf,
  nameInWords,
  choicesOf,
  type Choice,
  type ChoiceOptions,
  type ContentType,
  type FieldDeclaration,
} from '@pipit/content-types';
import type { FilterOperator } from '../record-source.js';

/** A column of a list. */
export interface ListColumn {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly sortable: boolean;
}

/** A filter of a list. */
export interface ListFilter {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly operators: readonly FilterOperator[];
  readonly choices?: readonly Choice[];
  /** Name of the type whose rows are chosen from; `page`, `image` for those. */
  readonly model?: string;
}

/** Filter and order of types with drafts: what readers and editors see of a row. */
export const STATE = 'state';

const STATE_FILTER: ListFilter = {
  name: STATE,
  label: 'State',
  kind: 'choice',
  operators: ['eq', 'ne', 'in'],
  choices: [
    { value: 'live', label: 'Live' },
    { value: 'live+draft', label: 'Live, with a newer draft' },
    { value: 'draft', label: 'Draft' },
  ],
};

/** True where {@link STATE} says something about rows; a field of that name comes first. */
export function hasState(type: ContentType): boolean {
  return type.drafts && !type.fields.some(({ name }) => name === STATE);
}

/** Rows of one page of a list unless the type says otherwise. */
export const PER_PAGE = 50;

const LINE_KINDS = new Set([
  'char', 'email', 'url', 'slug', 'uuid', 'integer', 'float', 'decimal', 'boolean', 'date', 'time', 'datetime', 'choice',
]); // prettier-ignore
const TEXT_KINDS = new Set([
  'char',
  'text',
  'email',
  'url',
  'slug',
  'rawHtml',
  'blockquote',
  'embed',
  'colour',
  'regex',
]);
const ORDERED_KINDS = new Set(['integer', 'float', 'decimal', 'date', 'time', 'datetime']);
const DEFAULT_FILTERS = new Set(['choice', 'multipleChoice', 'boolean', 'date', 'datetime']);

const storageOf = ({ kind, options }: FieldDeclaration) => kind.storage?.(options);

const isLink = (field: FieldDeclaration): boolean => {
  const type = storageOf(field)?.type;
  return type === 'relation' || type === 'manyToMany';
};

/** True for fields whose column orders rows as people expect. */
export function isSortable(field: FieldDeclaration): boolean {
  const type = storageOf(field)?.type;
  return (
    type === 'relation' || (type === 'column' && (LINE_KINDS.has(field.kind.name) || field.kind.name === 'duration'))
  );
}

/** What a filter on the field may ask; nothing for values inside which there is nothing to compare. */
export function operatorsOf(field: FieldDeclaration): readonly FilterOperator[] {
  const { name } = field.kind;
  const storage = storageOf(field);
  if (storage?.type === 'relation') return ['eq', 'ne', 'in', 'empty'];
  if (storage?.type === 'manyToMany') return ['eq', 'ne', 'in', 'empty'];
  if (storage?.type !== 'column') return [];
  if (TEXT_KINDS.has(name)) return ['eq', 'ne', 'in', 'contains', 'empty'];
  if (ORDERED_KINDS.has(name)) return ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'empty'];
  if (name === 'choice' || name === 'uuid') return ['eq', 'ne', 'in', 'empty'];
  if (name === 'boolean') return ['eq', 'ne', 'empty'];
  if (name === 'multipleChoice') return ['eq', 'ne', 'empty'];
  return name === 'richText' ? ['contains', 'empty'] : [];
}

/** True for plain text that the search box can look into. */
export function isSearchable(field: FieldDeclaration): boolean {
  return storageOf(field)?.type === 'column' && (TEXT_KINDS.has(field.kind.name) || field.kind.name === 'richText');
}

/** Names of the columns of a type's list beside the title. */
export function columnNames(type: ContentType): readonly string[] {
  if (type.list.columns) return type.list.columns;
  return type.fields
    .filter((field) => field.name !== type.titleField)
    .filter((field) => LINE_KINDS.has(field.kind.name) || storageOf(field)?.type === 'relation')
    .slice(0, 3)
    .map(({ name }) => name);
}

/** The columns of a type's list, those alone of which the caller may know. */
export function columnsOf(type: ContentType, readable: ReadonlySet<string>): ListColumn[] {
  const getters = new Map(computedApiFieldsOf(type.target).map((field) => [field.name, field]));
  return columnNames(type).flatMap((name) => {
    const field = type.fields.find((each) => each.name === name);
    if (field) {
      const column = { name, label: labelOf(field), kind: field.kind.name, sortable: isSortable(field) };
      return readable.has(name) ? [column] : [];
    }
    return getters.has(name) ? [{ name, label: nameInWords(name), kind: 'computed', sortable: false }] : [];
  });
}

/** The filters of a type's list, those alone of which the caller may know. */
export function filtersOf(type: ContentType, readable: ReadonlySet<string>): ListFilter[] {
  const names = type.list.filters;
  const isDefault = (field: FieldDeclaration): boolean => DEFAULT_FILTERS.has(field.kind.name) || isLink(field);
  const chosen = names
    ? names.flatMap((name) => type.fields.filter((field) => field.name === name))
    : type.fields.filter(isDefault);
  const filters = chosen
    .filter((field) => readable.has(field.name) && operatorsOf(field).length > 0)
    .map((field) => ({
      name: field.name,
      label: labelOf(field),
      kind: field.kind.name,
      operators: operatorsOf(field),
      ...(/hoice$/.test(field.kind.name) ? { choices: choicesOf(field.options as ChoiceOptions) } : {}),
      ...modelOf(field),
    }));
  return hasState(type) ? [STATE_FILTER, ...filters] : filters;
}

/** The fields the search box looks into, those alone that the caller may see. */
export function searchedFields(type: ContentType, readable: ReadonlySet<string>): FieldDeclaration[] {
  const { search } = type.list;
  return type.fields
    .filter((field) => isSearchable(field) && readable.has(field.name))
    .filter((field) => (search ? search.includes(field.name) : field.kind.name !== 'richText'));
}

/** Kinds of links name what they point at in their options, as `model` or as `type`. */
function modelOf(field: FieldDeclaration): { model?: string } {
  if (!isLink(field)) return {};
  const described = field.kind.describeOptions?.(field.options, () => ({}) as never) ?? {};
  const name: unknown = described['model'] ?? described['type'];
  if (typeof name === 'string') return { model: name };
  return /^(image|document|collection)$/.test(field.kind.name)
    ? { model: field.kind.name }
    : field.kind.name === 'pageLink'
      ? { model: 'page' }
      : {};
}
