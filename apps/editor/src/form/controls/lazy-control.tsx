import { type ComponentType, lazy, Suspense } from 'react';
import type { ControlProps } from '../control';
import css from './controls.module.css';

/** A control whose code comes with the first form that needs it. */
export function lazyControl(
  load: () => Promise<ComponentType<ControlProps<never>>>,
): ComponentType<ControlProps<never>> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function LazyControl(props) {
    return (
      <Suspense fallback={<div className={css.loading} data-loading aria-busy="true" />}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
