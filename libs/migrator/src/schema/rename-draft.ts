import type { QueryRunner } from 'typeorm';
import type { ContentMigration } from '../content/migrate-content.js';
import type { FieldRename, TypeRename } from '../content/renames.js';

/** A statement and the one that takes it back. */
export interface Reversible {
  readonly up: string;
  readonly down: string;
}

/** A call of an operation on stored content, as a migration writes it. */
export type OperationCall =
  | { readonly name: 'renameBlock'; readonly given: readonly [path: string, to: string] }
  | { readonly name: 'renameMember'; readonly given: readonly [path: string, from: string, to: string] };

/** A rename in stored content. */
export type ContentRename =
  | { readonly call: 'renameField'; readonly rename: FieldRename }
  | { readonly call: 'renameType'; readonly rename: TypeRename }
  | {
      readonly call: 'migrateContent';
      readonly content: Omit<ContentMigration, 'operations'>;
      readonly operations: readonly OperationCall[];
    };

/** A rename in one line. */
export function renameInWords(each: ContentRename): string {
  if (each.call !== 'migrateContent') return `${each.call} ${each.rename.from} to ${each.rename.to}`;
  const calls = each.operations.map(({ name, given }) => `${name} ${given.join(' to ')}`);
  return `${each.content.type}.${each.content.field}: ${calls.join('; ')}`;
}

/**
 * Renames while they are found: each is done at once, inside a transaction nobody commits, so that what is compared
 * afterwards is the schema with its new names.
 */
export class RenameDraft {
  readonly statements: Reversible[] = [];
  readonly content: ContentRename[] = [];

  constructor(readonly runner: QueryRunner) {}

  async table(from: string, to: string): Promise<void> {
    await this.do(`ALTER TABLE "${from}" RENAME TO "${to}"`, `ALTER TABLE "${to}" RENAME TO "${from}"`);
  }

  async column(table: string, from: string, to: string): Promise<void> {
    const rename = (old: string, next: string): string => `ALTER TABLE "${table}" RENAME COLUMN "${old}" TO "${next}"`;
    await this.do(rename(from, to), rename(to, from));
  }

  async constraint(table: string, from: string, to: string): Promise<void> {
    const rename = (old: string, next: string): string =>
      `ALTER TABLE "${table}" RENAME CONSTRAINT "${old}" TO "${next}"`;
    await this.do(rename(from, to), rename(to, from));
  }

  /** Indexes, sequences and enum types, which have names of their own in the schema. */
  async object(kind: 'INDEX' | 'SEQUENCE' | 'TYPE', from: string, to: string): Promise<void> {
    const rename = (old: string, next: string): string => `ALTER ${kind} "${old}" RENAME TO "${next}"`;
    await this.do(rename(from, to), rename(to, from));
  }

  private async do(up: string, down: string): Promise<void> {
    await this.runner.query(up);
    this.statements.push({ up, down });
  }
}
