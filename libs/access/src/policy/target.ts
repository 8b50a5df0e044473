import type { TreeKind } from './tree-scope.js';

/** What a question is about. Without a target the question is whether the permission is held anywhere at all. */
export type PolicyTarget =
  | { readonly kind: TreeKind; /** Tree path of the node. */ readonly path: string }
  | {
      readonly kind: 'type';
      readonly name: string;
      /** Of what each site has of its own: which site's, or that of any site at all. */
      readonly siteId?: number | 'any';
    };

/** Rows a predicate filters: the SQL alias of a table with a `path` (trees) or a `type` column (types). */
export interface PredicateTarget {
  readonly kind: TreeKind | 'type';
  readonly alias: string;
}
