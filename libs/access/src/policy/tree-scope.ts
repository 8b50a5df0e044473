/** The trees permissions are granted in. */
export type TreeKind = 'page' | 'collection';

/**
 * A table whose rows form a tree: `id` and `path TEXT COLLATE "C"`. Every path ends in '.', so the subtree of P is
 * `path >= P AND path < left(P, -1) || '/'` ('/' is the character after '.').
 */
export interface TreeScope {
  readonly kind: TreeKind;
  readonly table: string;
  /** Column with what people call a node; grants are told by it. */
  readonly titleColumn?: string;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const scopes = new Map<TreeKind, TreeScope>();

/** Tells the policy where a tree is stored. Called once, by the lib that owns the tree. */
export function defineTreeScope(scope: TreeScope): TreeScope {
  const known = scopes.get(scope.kind);
  if (known && known.table !== scope.table) {
    throw new Error(`The tree of kind "${scope.kind}" is already defined on the table "${known.table}".`);
  }
  quoteIdentifier(scope.table);
  if (scope.titleColumn) quoteIdentifier(scope.titleColumn);
  scopes.set(scope.kind, scope);
  return scope;
}

/** The tree of this kind. */
export function getTreeScope(kind: TreeKind): TreeScope {
  const scope = scopes.get(kind);
  if (!scope) throw new Error(`No lib defines a tree of kind "${kind}". Its owner has to call defineTreeScope().`);
  return scope;
}

/** True when `path` is the node itself or below it. */
export function isWithin(path: string, nodePath: string): boolean {
  return path.startsWith(nodePath);
}

/** SQL: the row behind `path` is the node behind `nodePath` or below it. Both are SQL expressions. */
export function withinSql(path: string, nodePath: string): string {
  return `${path} >= ${nodePath} AND ${path} < left(${nodePath}, -1) || '/'`;
}

/** Names come from code, never from requests; this keeps a slip from becoming an injection. */
export function quoteIdentifier(name: string): string {
  if (!IDENTIFIER.test(name)) throw new Error(`"${name}" is no plain SQL name.`);
  return `"${name}"`;
}
