/** Ends every part of a tree path. It sorts below all digits of sort keys, which makes path order depth first. */
const SEPARATOR = '.';
/** The character after the separator. */
const AFTER_SEPARATOR = '/';

/** The path of a child with that sort key. */
export function childPath(parentPath: string, sortKey: string): string {
  return `${parentPath}${sortKey}${SEPARATOR}`;
}

/** A subtree, its top included, as a half-open range of paths: `path >= from AND path < to`. */
export function subtreeRange(path: string): { from: string; to: string } {
  return { from: path, to: path.slice(0, -1) + AFTER_SEPARATOR };
}

/** True when `path` is `ancestor` or below it. */
export function isWithin(path: string, ancestor: string): boolean {
  return path.startsWith(ancestor);
}

/** Paths of all ancestors, from the root down, without the page itself. */
export function ancestorPaths(path: string): string[] {
  const parts = path.split(SEPARATOR).slice(0, -1);
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join(SEPARATOR) + SEPARATOR);
}
