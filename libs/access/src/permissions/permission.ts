/**
 * What a permission is granted on: a node of the page tree, a collection, a declared type, or the installation as
 * a whole. A grant on a node reaches everything below it.
 */
export type PermissionScope = 'page' | 'collection' | 'type' | 'global';

/** A right that groups can be given. */
export interface Permission {
  /** Stable `<subject>.<verb>`, e.g. `page.edit`; stored in grants. */
  readonly name: string;
  readonly scope: PermissionScope;
  /** What the group editor shows, e.g. "Edit pages". */
  readonly label: string;
  /** Of permissions on types: what it is about each site has of its own, so that it can be granted on one site too. */
  readonly perSite?: boolean;
}

const catalogue = new Map<string, Permission>();

/** Adds a permission to the catalogue. Called once, when the lib that owns it is loaded. */
export function definePermission(permission: Permission): Permission {
  if (!/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)+$/.test(permission.name)) {
    throw new Error(`"${permission.name}" is no permission name: use <subject>.<verb>, e.g. page.edit.`);
  }
  if (catalogue.has(permission.name)) throw new Error(`The permission "${permission.name}" is defined twice.`);
  catalogue.set(permission.name, Object.freeze({ ...permission }));
  return permission;
}

/** The permission of this name, or null. */
export function findPermission(name: string): Permission | null {
  return catalogue.get(name) ?? null;
}

/** The permission of this name; a name nobody defined is a mistake in the program, not a refusal. */
export function getPermission(name: string): Permission {
  const permission = catalogue.get(name);
  if (!permission) {
    throw new Error(`There is no permission "${name}". Define it with definePermission() in the lib that owns it.`);
  }
  return permission;
}

/** Every permission the loaded libs define, by name. */
export function permissionCatalogue(): readonly Permission[] {
  return [...catalogue.values()].sort((a, b) => a.name.localeCompare(b.name));
}
