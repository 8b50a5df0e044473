/** A statement's parameters: values never become part of its text. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Takes a value and answers its placeholder. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Text to look for anywhere in a column, with what LIKE would read as a pattern taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** An identifier that comes from the entities' metadata. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A table's name, its schema included. */
export function quotedPath(path: string): string {
  return path.split('.').map(quoted).join('.');
}
