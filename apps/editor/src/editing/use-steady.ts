import { useCallback, useRef } from 'react';

/**
 * A function that stays the same and does what the newest one does, for parts of a screen which are drawn again only
 * when what they show changes: a key typed into the form is none of their business.
 */
export function useSteady<Args extends unknown[], Result>(run: (...args: Args) => Result): (...args: Args) => Result {
  const now = useRef(run);
  now.current = run;
  return useCallback((...args) => now.current(...args), []);
}
