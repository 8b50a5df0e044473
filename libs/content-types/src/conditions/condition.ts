import type { Json } from '../content/json.js';

/**
 * A test of another value. `field` names a value beside the one that asks: a field of the same type, a member of the
 * same struct, of the same row of child items. `../name` looks one container further out.
 */
export type ConditionTest =
  | { readonly field: string; readonly is: Json }
  | { readonly field: string; readonly isNot: Json }
  | { readonly field: string; readonly in: readonly Json[] }
  | { readonly field: string; readonly isEmpty: boolean };

/** Tests of other values, joined: plain data, so that server and editor judge alike. */
export type Condition =
  | ConditionTest
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
