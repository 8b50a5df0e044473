import { refused } from '../errors.js';
import { ALL_FIELDS, NO_FIELDS, type FieldPart } from '../grammar/fields-parameter.js';
import { NO_INCLUDES, type IncludeTree } from '../grammar/include-parameter.js';
import type { Presentation } from '../represent/presentation.js';
import { renditionsField } from './renditions-field.js';
import { allFields, type ApiField, type ApiModel, type Column } from './api-model.js';

/**
 * Where an object stands in an answer, which decides what it shows by itself. `whole`: inside another, with all that
 * its own detail view shows.
 */
export type Place = 'listing' | 'detail' | 'nested' | 'whole';

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
  /** Of objects that are shown whole: the same choice for another model, as rows know best what they are. */
  readonly wholeOf: ((model: ApiModel) => Selection) | null;
}

/** How objects are shown beyond the choice of their fields. */
export type Shape = Pick<Presentation, 'include' | 'renditions'>;

/** Works out what `fields=` and `include=` choose; refuses names the model does not have. */
export function select(model: ApiModel, parts: readonly FieldPart[], place: Place, shape: Shape = PLAIN): Selection {
  const { include } = shape;
  const showsAll = place === 'detail' || place === 'whole';
  const available = allFields(model).filter(({ name }) => showsAll || include.has(name) || !model.detailOnly.has(name));
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
  refuseUnknown(named, place === 'whole' ? [...available, ...variantFields(model)] : available);
  refuseUnknownIncludes(model, include);
  for (const name of include.keys()) chosen.add(name);
  const selected = available
    .filter(({ name }) => chosen.has(name))
    .map((field) => ({ field, nested: selectNested(field, inner.get(field.name), shape) }));
  const renditions = model.isImage && shape.renditions.length > 0 ? [renditionsField(shape.renditions)] : [];
  const wholeOf =
    place === 'whole' ? (other: ApiModel) => select(other, partsOf(other, parts), 'whole', known(shape, other)) : null;
  return { ...arrange(model, [...selected, ...renditions.map((field) => ({ field, nested: null }))]), wholeOf };
}

const PLAIN: Shape = { include: NO_INCLUDES, renditions: [] };

/** What objects of a type may be there beside those of the model: an include holds where the type has the relation. */
function known({ include, renditions }: Shape, model: ApiModel): Shape {
  return { include: new Map([...include].filter(([name]) => includedModel(model, name))), renditions };
}

/** The choice of fields, without those that only other types have. */
function partsOf(model: ApiModel, parts: readonly FieldPart[]): FieldPart[] {
  const names = new Set([ALL_FIELDS, NO_FIELDS, ...allFields(model).map(({ name }) => name)]);
  return parts.filter(({ name }) => names.has(name));
}

/** Fields that rows may have because of what they are besides. */
function variantFields(model: ApiModel): ApiField[] {
  return (model.variants?.() ?? []).flatMap(allFields);
}

/** The model of a relation that can be shown whole. */
function includedModel(model: ApiModel, name: string): ApiModel | null {
  const field = allFields(model).find((each) => each.name === name);
  return (field?.included ?? field?.related?.model)?.() ?? null;
}

function refuseUnknownIncludes(model: ApiModel, include: IncludeTree): void {
  for (const name of include.keys()) {
    const isKnown = [model, ...(model.variants?.() ?? [])].some((each) => includedModel(each, name) !== null);
    if (!isKnown) throw refused(`include error. '${name}' is not a relation`);
  }
}

function startingSet(model: ApiModel, available: ApiField[], special: string | null, place: Place): Set<string> {
  if (special === NO_FIELDS) return new Set();
  const names = available.map(({ name }) => name).filter((name) => !model.onRequest.has(name));
  if (special === ALL_FIELDS) return new Set(names);
  if (place === 'detail' || place === 'whole') return new Set(names.filter((name) => !model.hidden.has(name)));
  return new Set(place === 'nested' ? model.nested : model.listed);
}

function refuseUnknown(parts: readonly FieldPart[], available: readonly ApiField[]): void {
  const known = new Set(available.map(({ name }) => name));
  const unknown = [...new Set(parts.map(({ name }) => name).filter((name) => !known.has(name)))];
  if (unknown.length > 0) throw refused(`unknown fields: ${unknown.sort(byCodePoint).join(', ')}`);
}

function selectNested(field: ApiField, parts: readonly FieldPart[] | undefined, shape: Shape): Selection | null {
  const include = shape.include.get(field.name);
  const inner = { include: include ?? NO_INCLUDES, renditions: shape.renditions };
  if (!field.related) {
    if (parts) throw refused(`'${field.name}' does not support nested fields`);
    return include && field.included ? select(field.included(), [], 'whole', inner) : null;
  }
  const inside = parts ?? [];
  const special = inside[0]?.name === ALL_FIELDS || inside[0]?.name === NO_FIELDS;
  const all: FieldPart = { name: ALL_FIELDS, negated: false, parts: null };
  const { model, inline } = field.related;
  return select(
    model(),
    inline && !special ? [all, ...inside] : inside,
    include && !inline ? 'whole' : 'nested',
    inner,
  );
}

function arrange(model: ApiModel, selected: SelectedField[]): Omit<Selection, 'wholeOf'> {
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
