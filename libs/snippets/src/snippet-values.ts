import {
  KnownValues,
  collectReferences,
  normaliseValue,
  pointer,
  panelsOf,
  validateFields,
  type ContentType,
  type Json,
  type JsonObject,
  type PlacedReference,
} from '@pipit/content-types';
import { invalid, type Ctx } from '@pipit/kernel';
import type { LinkTargets } from '@pipit/revisions';

/** Old values with the given ones in their place; refuses fields the type does not have. */
export function mergeValues(type: ContentType, old: JsonObject | null, given: JsonObject): JsonObject {
  const names = new Set(type.fields.map((field) => field.name));
  const unknown = Object.keys(given).filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw invalid(
      `${type.label} has no field called ${unknown.join(', ')}.`,
      unknown.map((name) => ({
        path: pointer(['fields', name]),
        code: 'unknown_field',
        message: 'There is no such field.',
      })),
    );
  }
  const take = (name: string, fresh: () => Json): Json =>
    Object.hasOwn(given, name) || !old ? fresh() : (old[name] ?? null);
  return Object.fromEntries(
    type.fields.map((field) => [field.name, take(field.name, () => normaliseValue(field, given[field.name]))]),
  );
}

/** Refuses invalid values. Snippets have no drafts yet, so everything required has to be there. */
export function requireValid(type: ContentType, values: JsonObject, old: JsonObject | null): void {
  const stored = new KnownValues();
  for (const field of type.fields) {
    const before = old?.[field.name];
    if (before !== undefined) stored.add(field, before);
  }
  const siblings = { nodes: type.fields, values, panels: panelsOf(type) };
  const errors = validateFields(siblings, { tier: 'publish', path: ['fields'], stored });
  if (errors.length > 0)
    throw invalid(`The ${type.label} cannot be saved: ${errors.length} value(s) need attention.`, errors);
}

/** Refuses links to what is not there. */
export async function requireTargets(
  ctx: Ctx,
  targets: LinkTargets,
  type: ContentType,
  values: JsonObject,
  old: JsonObject | null,
): Promise<void> {
  const errors = await targets.faults(ctx, type.fields, values, old);
  if (errors.length > 0) throw invalid(`The ${type.label} points at things that are not there.`, errors);
}

/** What the values point at. */
export function referencesOf(type: ContentType, values: JsonObject): PlacedReference[] {
  return type.fields.flatMap((field) => collectReferences(field, values[field.name] ?? null, [field.name]));
}

/** What lists call the row. */
export function titleOf(type: ContentType, id: number, values: JsonObject): string {
  const value = values[type.titleField];
  return typeof value === 'string' && value !== '' ? value : `${type.label} ${id}`;
}
