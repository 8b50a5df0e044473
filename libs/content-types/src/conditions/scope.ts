import type { Json, JsonObject } from '../content/json.js';
import type { PanelDeclaration } from '../declare/type-declaration.js';
import type { ContentNode } from '../kinds/field-kind.js';

/**
 * Values under names that stand beside each other: the fields of a type, the members of a struct, one row of child
 * items. Conditions speak of them. Streams, lists and tables have no names and are looked through.
 */
export interface Siblings {
  readonly nodes: readonly ContentNode[];
  readonly values: JsonObject;
  /** How the nodes are arranged in the form: a panel that is not shown hides what is in it. */
  readonly panels?: readonly PanelDeclaration[];
}

/** Siblings with those around them, from the inside out. */
export interface Scope extends Siblings {
  readonly outer: Scope | null;
}

/** A scope around which there is nothing: that of a type's own fields. */
export function outermost(siblings: Siblings): Scope {
  return { ...siblings, outer: null };
}

/** What a condition's `field` names: a sibling, and with `../` one of the next container further out. */
export function lookUp(scope: Scope, path: string): { readonly node: ContentNode | null; readonly value: Json } {
  const { steps, name } = stepsOf(path);
  let found: Scope | null = scope;
  for (let step = 0; step < steps && found; step += 1) found = found.outer;
  const node = found?.nodes.find((candidate) => candidate.name === name) ?? null;
  return { node, value: found?.values[name] ?? null };
}

/** `../../kind`: two steps out, to `kind`. */
export function stepsOf(path: string): { readonly steps: number; readonly name: string } {
  const name = path.replace(/^(\.\.\/)+/, '');
  return { steps: (path.length - name.length) / '../'.length, name };
}
