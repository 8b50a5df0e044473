import { useLayoutEffect } from 'react';

let open = 0;

/** While a bar stands at the foot of the screen, notes rise above it. */
export function useFoot(): void {
  useLayoutEffect(() => {
    open += 1;
    document.body.dataset.foot = '';
    return () => {
      open -= 1;
      if (open === 0) delete document.body.dataset.foot;
    };
  }, []);
}
