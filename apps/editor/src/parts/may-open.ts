import type { PageRow } from '../api';

/** Whether a page opens in the editor: mirrors do, though they cannot be edited there. */
export function mayOpen({ can, aliasOf }: Pick<PageRow, 'can' | 'aliasOf'>): boolean {
  return can.edit || (aliasOf !== null && can.read);
}
