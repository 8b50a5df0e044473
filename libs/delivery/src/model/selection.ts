import { ApiError, refused } from '../errors.js';
import { ALL_FIELDS, NO_FIELDS, type FieldPart } from '../grammar/fields-parameter.js';
import { allFields, type ApiField, type ApiModel, type Column } from './api-model.js';

/** Where an object stands in an answer, which decides what it shows by itself. */
export type Place = 'listing' | 'detail' | 'nested';

/** A field that will be printed, with the choice within it. */
export interface SelectedField {
  readonly field: ApiField;
  readonly nested: Selection | null;
}

/** What will be printed of objects of a model, in the order of printing. */
export interface Selection {
  readonly model: ApiModel;
  readonly showsId: boolean;
  readonly meta: readonly SelectedField[];
  readonly body: readonly SelectedField[];
  /** What has to be read of each row. */
  readonly columns: readonly Column[];
}

/** Works out what `fields=` chooses; refuses names the model does not have. */
export function select(model: ApiModel, parts: readonly FieldPart[], place: Place): Selection {
  const available = allFields(model).filter(({ name }) => place === 'detail' || !model.detailOnly.has(name));
  const [first] = parts;
  const special = first && (first.name === ALL_FIELDS || first.name === NO_FIELDS);
  const named = special ? parts.slice(1) : parts;
  const chosen = startingSet(model, available, special ? first.name : null, place);
  const inner = new Map<string, readonly FieldPart[]>();
  for (const part of named) {
    if (part.negated) chosen.delete(part.name);
    else chosen.add(part.name);
    if (!part.negated && part.parts && part.parts.length > 0) inner.set(part.name, part.parts);
  }
  refuseUnknown(named, available);
  const selected = available
    .filter(({ name }) => chosen.has(name))
    .map((field) => ({ field, nested: selectNested(field, inner.get(field.name)) }));
  return arrange(model, selected);
}

/** The same for a detail view; null where a field is not there, which has to be said later than that an object is not. */
export function selectIfKnown(model: ApiModel, parts: readonly FieldPart[]): Selection | null {
  try {
    return select(model, parts, 'detail');
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

function startingSet(model: ApiModel, available: ApiField[], special: string | null, place: Place): Set<string> {
  if (special === NO_FIELDS) return new Set();
  const names = available.map(({ name }) => name);
  if (special === ALL_FIELDS) return new Set(names);
  if (place === 'detail') return new Set(names.filter((name) => !model.hidden.has(name)));
  return new Set(place === 'nested' ? model.nested : model.listed);
}

function refuseUnknown(parts: readonly FieldPart[], available: readonly ApiField[]): void {
  const known = new Set(available.map(({ name }) => name));
  const unknown = [...new Set(parts.map(({ name }) => name).filter((name) => !known.has(name)))];
  if (unknown.length > 0) throw refused(`unknown fields: ${unknown.sort(byCodePoint).join(', ')}`);
}

function selectNested(field: ApiField, parts: readonly FieldPart[] | undefined): Selection | null {
  if (!field.related) {
    if (parts) throw refused(`'${field.name}' does not support nested fields`);
    return null;
  }
  const inside = parts ?? [];
  const special = inside[0]?.name === ALL_FIELDS || inside[0]?.name === NO_FIELDS;
  const all: FieldPart = { name: ALL_FIELDS, negated: false, parts: null };
  return select(field.related.model(), field.related.inline && !special ? [all, ...inside] : inside, 'nested');
}

function arrange(model: ApiModel, selected: SelectedField[]): Selection {
  const metaNames = new Set(model.meta.map(({ name }) => name));
  const meta = model.meta.flatMap(({ name }) => selected.find(({ field }) => field.name === name) ?? []);
  const body = selected.filter(({ field }) => !metaNames.has(field.name));
  const columns = new Map(selected.flatMap(({ field }) => field.reads.map((column) => [column.key, column])));
  return { model, meta, body, showsId: body.some(({ field }) => field.name === 'id'), columns: [...columns.values()] };
}

/** The order Python sorts text in. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
