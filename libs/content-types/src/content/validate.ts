import type { FieldError } from '@pipit/kernel';
import { isEmptyValue, type ContentNode, type ContentPath, type Fault } from '../kinds/field-kind.js';
import { valueFaults } from './faults.js';
import { isJsonObject, type Json } from './json.js';
import type { KnownValues } from './known-values.js';
import { pointer, walk, type Visit } from './walk.js';

/** `save`: a draft may be incomplete. `publish`: everything required has to be there. */
export type ValidationTier = 'save' | 'publish';

export interface ValidationOptions {
  readonly tier: ValidationTier;
  /** Prefix of the reported pointers, e.g. `['fields']`. */
  readonly path?: ContentPath;
  /**
   * Values that are stored already. A value that is among them is not checked again, so that content which was
   * imported or saved under older rules never stops an edit elsewhere on the page.
   */
  readonly stored?: KnownValues;
}

/** Faults that say “not enough yet”: a draft may have them. */
const INCOMPLETE = new Set(['minItems', 'too_few']);

/** Checks one value and everything inside it; an empty list means valid. */
export function validateValue(node: ContentNode, value: Json | undefined, options: ValidationOptions): FieldError[] {
  const errors: FieldError[] = [];
  const wholes: Visit[] = [];
  const given = value === undefined ? node.kind.emptyValue(node.options) : value;
  walk(
    node,
    given,
    (visit) => {
      if (visit.node.kind.checkWhole) wholes.push(visit);
      errors.push(...placed(faultsOf(visit.node, visit.value, options), visit.path));
    },
    options.path,
  );
  // The innermost first: a container with a fault inside is not asked about the whole.
  for (const visit of wholes.reverse()) errors.push(...wholeErrors(visit, errors, options));
  return errors;
}

function wholeErrors({ node, value, path }: Visit, found: readonly FieldError[], { stored }: ValidationOptions) {
  if (isEmptyValue(node, value) || stored?.has(node, value)) return [];
  const place = pointer(path);
  if (found.some((error) => error.path === place || error.path.startsWith(`${place}/`))) return [];
  return placed(node.kind.checkWhole?.(value, node.options) ?? [], path);
}

function placed(faults: readonly Fault[], path: ContentPath): FieldError[] {
  return faults.map(({ path: inner = [], code, message }) => ({ path: pointer([...path, ...inner]), code, message }));
}

function faultsOf(node: ContentNode, value: Json, { tier, stored }: ValidationOptions): Fault[] {
  const isKnown = stored?.has(node, value) ?? false;
  if (isEmptyValue(node, value)) return isKnown && tier === 'save' ? [] : missing(node, value, tier);
  if (isKnown) return [];
  return valueFaults(node, value).filter(
    (fault) => !(tier === 'save' && INCOMPLETE.has(fault.code)) && !isOldMember(node, value, fault, stored),
  );
}

/** A member nobody declares any more is kept, and must not stop a change of the members beside it. */
function isOldMember(node: ContentNode, value: Json, fault: Fault, stored: KnownValues | undefined): boolean {
  const [name] = fault.path ?? [];
  if (fault.code !== 'additionalProperties' || !stored || typeof name !== 'string' || !isJsonObject(value))
    return false;
  return stored.hasMember(node, name, value[name] ?? null);
}

function missing(node: ContentNode, value: Json, tier: ValidationTier): Fault[] {
  const required = node.options.required ?? false;
  if (required === true || (required === 'to-publish' && tier === 'publish')) {
    return [{ code: 'required', message: 'This is needed.' }];
  }
  // An empty value still has to be of the right type: `[]` is no empty text.
  const empty = node.kind.emptyValue(node.options);
  if (value === null) return [];
  if (empty === null) return valueFaults(node, value).filter(({ code }) => code === 'type' || code === 'anyOf');
  const rightType = typeof value === typeof empty && Array.isArray(value) === Array.isArray(empty);
  return rightType ? [] : [{ code: 'type', message: `Expected ${describeType(empty)}.` }];
}

function describeType(value: Json): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'text' : `a value like ${JSON.stringify(value)}`;
}
