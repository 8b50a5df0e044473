import { useState } from 'react';

/** Whether the entries of a list begin folded: because it is declared so, or because they are many. */
export function useFoldStart(collapsed: boolean | undefined, count: number, many: number): boolean {
  const [foldedAtFirst] = useState(collapsed ?? count > many);
  return foldedAtFirst;
}
