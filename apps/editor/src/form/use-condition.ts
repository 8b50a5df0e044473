import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Condition, Field } from './contract';
import { useForm } from './form-context';
import { type Scope, visibleWhen } from './model/condition';
import { getAt } from './model/pointer';

/**
 * Pointers of the containers around a control, outermost first: the type (an empty pointer), then structs and rows of
 * child items. Streams, lists and tables are none. Whoever draws a container's members provides `useInnerScope`.
 */
export const ScopeContext = createContext<readonly string[]>(['']);

/** The scope which the members of the container at `pointer` see. */
export function useInnerScope(pointer: string): readonly string[] {
  const outer = useContext(ScopeContext);
  return useMemo(() => [...outer, pointer], [outer, pointer]);
}

/** Whether a condition holds for the values as they are being typed; renders only when the answer changes. */
export function useCondition(condition: Condition | null | undefined): boolean {
  const form = useForm();
  const pointers = useContext(ScopeContext);
  const judge = () => (condition ? visibleWhen(condition, scopeAt(form.values(), pointers)) : true);
  return useSyncExternalStore(condition ? form.subscribe : nothingToHear, judge);
}

/** The field as it is meant now: needed to publish where its condition for that holds. */
export function useRequired(field: Field): Field {
  const holds = useCondition(field.requireWhen);
  const needed = holds && field.requireWhen !== undefined && field.required === false;
  return useMemo(() => (needed ? { ...field, required: 'to-publish' } : field), [needed, field]);
}

const nothingToHear = () => () => {};

/** The values of the containers at some pointers. */
export function scopeAt(values: unknown, pointers: readonly string[]): Scope {
  return pointers.map((pointer) => {
    const container = getAt(values, pointer);
    return container !== null && typeof container === 'object' ? (container as Record<string, unknown>) : null;
  });
}
