import type { Ctx } from '@pipit/kernel';
import type { TreeKind } from '../policy/tree-scope.js';

/** Where a grant holds. */
export type GrantScope =
  | { readonly kind: 'everywhere' }
  | { readonly kind: TreeKind; readonly id: number }
  | { readonly kind: 'type'; readonly name: string }
  /** All types of which each site has its own values. */
  | { readonly kind: 'site'; readonly id: number };

/** A permission somebody holds, at a place. */
export interface Grant {
  /** Name of a permission. */
  readonly permission: string;
  readonly scope: GrantScope;
  /** The group it comes from; absent where a grant is only spoken of. */
  readonly groupId?: number;
}

/** Port: what the acting person has been granted. Implemented by the users lib. */
export abstract class GrantSource {
  /** All grants of `ctx.actor`; asked once per request. */
  abstract grantsOf(ctx: Ctx): Promise<readonly Grant[]>;
}
