import { isDeepStrictEqual } from 'node:util';
import type { FieldError } from '@pipit/kernel';
import { outermost, type Scope, type Siblings } from '../conditions/scope.js';
import { isAskedFor, isShown } from '../conditions/visibility.js';
import { isEmptyValue, type ContentNode, type ContentPath, type Fault } from '../kinds/field-kind.js';
import { valueFaults } from './faults.js';
import { isJsonObject, type Json } from './json.js';
import type { KnownValues } from './known-values.js';
import { sizeFault } from './limits.js';
import { normaliseValue } from './normalise.js';
import { pointer, walk, type Visit } from './walk.js';

/**
 * `keep`: somebody is still typing, so only the shape counts. `save`: a draft may be incomplete. `publish`: everything
 * required has to be there.
 */
export type ValidationTier = 'keep' | 'save' | 'publish';

export interface ValidationOptions {
  readonly tier: ValidationTier;
  /** Prefix of the reported pointers, e.g. `['fields']`. */
  readonly path?: ContentPath;
  /**
   * Values that are stored already. A value that is among them is not checked again, so that content which was
   * imported or saved under older rules never stops an edit elsewhere on the page.
   */
  readonly stored?: KnownValues;
  /** The named values beside this one, which its conditions speak of. Without them no condition is judged. */
  readonly scope?: Scope | null;
}

/** Faults that say “not enough yet”: a draft may have them. */
const INCOMPLETE = new Set(['minItems', 'too_few']);
/** Faults of shape: values which have one cannot be stored, read, or shown without danger. */
const SHAPE = new Set([
  'type', 'anyOf', 'oneOf', 'const', 'additionalProperties', 'repeated', 'rich_text', 'null_character', 'url',
]); // prettier-ignore

/** Checks one value and everything inside it; an empty list means valid. */
export function validateValue(node: ContentNode, value: Json | undefined, options: ValidationOptions): FieldError[] {
  const errors: FieldError[] = [];
  const wholes: Visit[] = [];
  const given = value === undefined ? node.kind.emptyValue(node.options) : value;
  if (options.stored?.has(node, given) !== true) {
    const fault = sizeFault(node, given);
    if (fault) return placed([fault], options.path ?? []);
  }
  const visitOne = (visit: Visit): boolean => {
    if (options.tier === 'keep') {
      errors.push(...placed(shapeFaults(visit, options), visit.path));
      return true;
    }
    const shown = isShown(visit.node, visit.scope);
    if (shown && visit.node.kind.checkWhole) wholes.push(visit);
    const faults = shown ? faultsOf(visit, options) : hiddenFaults(visit, options.stored);
    errors.push(...placed(faults, visit.path));
    return shown;
  };
  walk(node, given, visitOne, { path: options.path, scope: options.scope });
  // The innermost first: a container with a fault inside is not asked about the whole.
  for (const visit of wholes.reverse()) errors.push(...wholeErrors(visit, errors, options));
  return errors;
}

/** Checks the fields of a type, of a row of child items or the like beside each other; paths are `path` and the name. */
export function validateFields(siblings: Siblings, options: Omit<ValidationOptions, 'scope'>): FieldError[] {
  const scope = outermost(siblings);
  const path = options.path ?? [];
  return siblings.nodes.flatMap((node) =>
    validateValue(node, siblings.values[node.name], { ...options, scope, path: [...path, node.name] }),
  );
}

/** What must not even be kept while somebody types. */
function shapeFaults({ node, value }: Visit, { stored }: ValidationOptions): Fault[] {
  if (stored?.has(node, value)) return [];
  if (isEmptyValue(node, value)) return typeFaultsOfEmpty(node, value);
  return valueFaults(node, value).filter((fault) => SHAPE.has(fault.code) && !isOldMember(node, value, fault, stored));
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

function faultsOf({ node, value, scope }: Visit, { tier, stored }: ValidationOptions): Fault[] {
  const isKnown = stored?.has(node, value) ?? false;
  if (isEmptyValue(node, value)) return isKnown && tier === 'save' ? [] : missing(node, value, tier, scope);
  if (isKnown) return [];
  const faults = valueFaults(node, value).filter(
    (fault) => !(tier === 'save' && INCOMPLETE.has(fault.code)) && !isOldMember(node, value, fault, stored),
  );
  return faults.length > 0 ? faults : ownRule(node, value);
}

/** The declaration's own rule, asked only about values that satisfy all others. */
function ownRule({ options }: ContentNode, value: Json): Fault[] {
  const message = options.validate?.(value) ?? null;
  return message === null ? [] : [{ code: 'validate', message }];
}

/** What nobody is shown keeps its value: it may be left alone or emptied. */
function hiddenFaults({ node, value }: Visit, stored: KnownValues | undefined): Fault[] {
  if (isEmptyValue(node, value) || stored?.has(node, value)) return [];
  if (isDeepStrictEqual(value, normaliseValue(node, undefined))) return [];
  return [{ code: 'hidden', message: 'This is not part of the form now, so it cannot be changed.' }];
}

/** A member nobody declares any more is kept, and must not stop a change of the members beside it. */
function isOldMember(node: ContentNode, value: Json, fault: Fault, stored: KnownValues | undefined): boolean {
  const [name] = fault.path ?? [];
  if (fault.code !== 'additionalProperties' || !stored || typeof name !== 'string' || !isJsonObject(value))
    return false;
  return stored.hasMember(node, name, value[name] ?? null);
}

function missing(node: ContentNode, value: Json, tier: ValidationTier, scope: Scope | null): Fault[] {
  const required = node.options.required ?? false;
  const isAsked = required === 'to-publish' || isAskedFor(node, scope);
  if (required === true || (isAsked && tier === 'publish')) {
    return [{ code: 'required', message: 'This is needed.' }];
  }
  return typeFaultsOfEmpty(node, value);
}

/** An empty value still has to be of the right type: `[]` is no empty text. */
function typeFaultsOfEmpty(node: ContentNode, value: Json): Fault[] {
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
