import { liveTag, objectTag, typeTag } from './tags.js';
import { tablesIn } from './tables-in-sql.js';

/** Rows of tables that an answer depends on, found or not. */
export interface Objects {
  /** Name of the table, or of several whose rows are told apart by the same ids. */
  readonly table: string | readonly string[];
  readonly ids: readonly unknown[];
}

/**
 * What one answer depends on, as the tags that a change of it purges. Whatever is not said here is not kept: reading
 * through the request's reader says it, and what is read otherwise has to be said by hand.
 */
export class Dependencies {
  private readonly found = new Set<string>();
  private readonly read = new Set<string>();
  private kept = true;

  /** Tags by name. */
  get tags(): ReadonlySet<string> {
    return this.found;
  }

  /** Tables that were read: an answer may only be kept when changes of all of them are announced. */
  get tables(): ReadonlySet<string> {
    return this.read;
  }

  /** False when the answer must not be kept at all. */
  get isKept(): boolean {
    return this.kept;
  }

  /** The answer changes when one of these rows does. Content and child rows of a page count as the page. */
  onObjects(table: string | readonly string[], ids: readonly unknown[]): void {
    for (const name of typeof table === 'string' ? [table] : table) {
      this.read.add(name);
      for (const id of ids) if (id !== null && id !== undefined) this.found.add(objectTag(name, String(id)));
    }
  }

  /** The answer changes when any row of the table does, of drafts too. */
  onTable(table: string): void {
    this.onPublic(table);
    this.found.add(`${table}~`);
  }

  /** The answer changes when any row of the table does that readers may see. */
  onPublic(table: string): void {
    this.read.add(table);
    this.found.add(table);
  }

  /** The answer changes when a live page of these types does, of any type for null. */
  onLivePages(types: readonly string[] | null): void {
    this.read.add('page');
    if (types === null) this.found.add(liveTag);
    else for (const type of types) this.found.add(typeTag(type));
  }

  /** The answer changes with all tables that a statement reads. */
  onStatement(text: string): void {
    for (const table of tablesIn(text)) this.onTable(table);
  }

  /** The answer is made by code that reads nobody knows what: any change of content may change it. */
  onEverything(): void {
    this.found.add('*');
  }

  /** The answer is true for this moment alone. */
  onNothingKept(): void {
    this.kept = false;
  }
}
