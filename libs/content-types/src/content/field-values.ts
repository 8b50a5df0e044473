import { invalid, type FieldError } from '@pipit/kernel';
import type { Siblings } from '../conditions/scope.js';
import type { ContentNode } from '../kinds/field-kind.js';
import { collectReferences, type PlacedReference } from './collect.js';
import type { JsonObject } from './json.js';
import { sizeFault } from './limits.js';
import { KnownValues } from './known-values.js';
import { normaliseValue } from './normalise.js';
import { validateFields, type ValidationTier } from './validate.js';
import { pointer } from './walk.js';

/** Refuses names that are no fields; `label` is what the type is called. */
export function requireKnownFields(label: string, fields: readonly ContentNode[], given: JsonObject): void {
  const names = new Set(fields.map(({ name }) => name));
  const unknown = Object.keys(given).filter((name) => !names.has(name));
  if (unknown.length === 0) return;
  throw invalid(
    `${label} has no field called ${unknown.join(', ')}.`,
    unknown.map((name) => ({
      path: pointer(['fields', name]),
      code: 'unknown_field',
      message: 'There is no such field.',
    })),
  );
}

/** Refuses values that are too deep or too large to be worked with, before anything is done with them. */
function requireWithinLimits(fields: readonly ContentNode[], given: JsonObject): void {
  const errors = fields.flatMap((field) => {
    const fault = Object.hasOwn(given, field.name) ? sizeFault(field, given[field.name] ?? null) : null;
    return fault ? [{ path: pointer(['fields', field.name]), code: fault.code, message: fault.message }] : [];
  });
  if (errors.length > 0) throw invalid('There is more in this than can be kept.', errors);
}

/** The fields' values: given ones, else the old ones, else those of new, untouched fields. */
export function mergeValues(
  fields: readonly ContentNode[],
  old: JsonObject | null | undefined,
  given: JsonObject,
): JsonObject {
  requireWithinLimits(fields, given);
  return Object.fromEntries(
    fields.map((field) => {
      const { name } = field;
      const isFresh = Object.hasOwn(given, name) || !old || !Object.hasOwn(old, name);
      return [name, isFresh ? normaliseValue(field, given[name]) : (old[name] ?? null)];
    }),
  );
}

/** Faults of the values of one subject's fields; values that `stored` holds already are not looked at again. */
export function fieldFaults(
  siblings: Siblings,
  { tier, stored }: { readonly tier: ValidationTier; readonly stored: JsonObject | null | undefined },
): FieldError[] {
  const known = new KnownValues();
  for (const node of siblings.nodes) {
    const before = stored?.[node.name];
    if (before !== undefined) known.add(node, before);
  }
  return validateFields(siblings, { tier, path: ['fields'], stored: known });
}

/** What the values of some fields point at. */
export function referencesOf(fields: readonly ContentNode[], values: JsonObject): PlacedReference[] {
  return fields.flatMap((field) => collectReferences(field, values[field.name] ?? null, [field.name]));
}
