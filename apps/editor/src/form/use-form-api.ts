import { useEffect, useMemo, useRef } from 'react';
import type { Field } from './contract';
import type { FormApi } from './form-context';
import { BlockUi } from './model/block-ui';
import { HintCounts } from './model/hint-counts';
import { setAt, updateAt } from './model/pointer';

/**
 * The form's own access to its values. Two changes within one event both count: the
 * second builds on the first, although the first has not been rendered yet.
 */
export function useFormApi(
  value: Record<string, unknown>,
  onChange: (next: Record<string, unknown>) => void,
  declared: readonly Field[],
  live: React.RefObject<HTMLDivElement | null>,
): FormApi {
  const values = useRef(value);
  const change = useRef(onChange);
  const fields = useRef(declared);
  const listeners = useRef(new Set<() => void>());
  values.current = value;
  change.current = onChange;
  fields.current = declared;
  useEffect(() => {
    for (const listener of [...listeners.current]) listener();
  }, [value]);
  return useMemo<FormApi>(() => {
    const write = (next: unknown) => {
      if (next === values.current) return;
      values.current = next as Record<string, unknown>;
      change.current(values.current);
    };
    return {
      set: (pointer, next) => write(setAt(values.current, pointer, next)),
      update: (pointer, derive) => write(updateAt(values.current, pointer, derive)),
      values: () => values.current,
      fields: () => fields.current,
      subscribe: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
      announce: (message) => {
        if (live.current) live.current.textContent = message;
      },
      ui: new BlockUi(),
      hints: new HintCounts(),
    };
  }, [live]);
}
