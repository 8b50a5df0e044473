import {
  fieldFaults,
  mergeValues,
  panelsOf,
  requireKnownFields,
  type ContentType,
  type JsonObject,
  type ValidationTier,
} from '@pipit/content-types';
import { invalid, type Ctx } from '@pipit/kernel';
import type { LinkTargets } from './link-targets.js';

/** Old values with the given ones in their place; refuses fields the type does not have. */
export function changedValues(type: ContentType, old: JsonObject | null, given: JsonObject): JsonObject {
  requireKnownFields(type.label, type.fields, given);
  // Values of fields that are not declared any more stay in drafts, as blocks of unknown types do.
  return { ...old, ...mergeValues(type.fields, old, given) };
}

/** Refuses values that are not valid at that tier; values which `stored` holds already are not looked at again. */
export function requireValid(
  type: ContentType,
  values: JsonObject,
  tier: ValidationTier,
  stored: JsonObject | null,
): void {
  const errors = fieldFaults({ nodes: type.fields, values, panels: panelsOf(type) }, { tier, stored });
  if (errors.length === 0) return;
  const what = tier === 'keep' ? 'be kept' : tier === 'publish' && type.drafts ? 'go live yet' : 'be saved';
  throw invalid(`The ${type.label} cannot ${what}: ${errors.length} value(s) need attention.`, errors);
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
