import type { EntityMetadata } from 'typeorm';
import { isGeneratedName, namedObjects, tableNames, type NamedObject } from './catalog.js';
import type { RenameDraft } from './rename-draft.js';

interface Wanted {
  readonly name: string;
  readonly kind: NamedObject['kind'];
  readonly isUnique: boolean;
  readonly isPartial: boolean;
  readonly columns: readonly string[];
}

/** After renames: gives keys, constraints, indexes, sequences and enum types the names that TypeORM will look for. */
export async function alignNames(draft: RenameDraft, tables: readonly EntityMetadata[]): Promise<void> {
  const existing = await tableNames(draft.runner);
  for (const metadata of tables) {
    if (!existing.has(metadata.tableName)) continue;
    await alignObjects(draft, metadata);
    await alignSequences(draft, metadata);
    await alignEnums(draft, metadata);
  }
}

async function alignObjects(draft: RenameDraft, metadata: EntityMetadata): Promise<void> {
  const found = await namedObjects(draft.runner, metadata.tableName);
  const taken = new Set(found.map(({ name }) => name));
  for (const wanted of wantedOf(metadata)) {
    if (taken.has(wanted.name)) continue;
    const same = found.find((each) => isGeneratedName(each.name) && isAlike(each, wanted));
    if (!same) continue;
    if (wanted.kind === 'i') await draft.object('INDEX', same.name, wanted.name);
    else await draft.constraint(metadata.tableName, same.name, wanted.name);
    taken.add(wanted.name);
  }
}

function isAlike(found: NamedObject, wanted: Wanted): boolean {
  const columns = (each: { columns: readonly string[] }): string => each.columns.toSorted().join();
  return (
    found.kind === wanted.kind &&
    found.isUnique === wanted.isUnique &&
    found.isPartial === wanted.isPartial &&
    columns(found) === columns(wanted)
  );
}

function wantedOf(metadata: EntityMetadata): Wanted[] {
  const named = (columns: readonly { databaseName: string }[]): string[] => columns.map((each) => each.databaseName);
  const { namingStrategy } = metadata.connection;
  const key = named(metadata.primaryColumns);
  const plain = { isUnique: false, isPartial: false };
  return [
    { ...plain, kind: 'p', isUnique: true, name: namingStrategy.primaryKeyName(metadata.tableName, key), columns: key },
    ...metadata.uniques.map((unique): Wanted => ({
      ...plain,
      kind: 'u',
      isUnique: true,
      name: unique.name,
      columns: named(unique.columns),
    })),
    ...metadata.foreignKeys.map((each): Wanted => ({
      ...plain,
      kind: 'f',
      name: each.name,
      columns: named(each.columns),
    })),
    ...metadata.indices.map((index): Wanted => ({
      kind: 'i',
      isUnique: index.isUnique,
      isPartial: Boolean(index.where),
      name: index.name,
      columns: named(index.columns),
    })),
  ];
}

async function alignSequences(draft: RenameDraft, metadata: EntityMetadata): Promise<void> {
  for (const { databaseName } of metadata.generatedColumns) {
    const [found]: { name: string | null }[] = await draft.runner.query(
      `SELECT c.relname AS name FROM pg_class c WHERE c.oid = to_regclass(pg_get_serial_sequence(quote_ident($1), $2))`,
      [metadata.tableName, databaseName],
    );
    const wanted = `${metadata.tableName}_${databaseName}_seq`;
    if (found?.name && found.name !== wanted && wanted.length <= 63) await draft.object('SEQUENCE', found.name, wanted);
  }
}

async function alignEnums(draft: RenameDraft, metadata: EntityMetadata): Promise<void> {
  for (const column of metadata.columns.filter(({ type, enumName }) => type === 'enum' && !enumName)) {
    const [found]: { name: string }[] = await draft.runner.query(
      `SELECT t.typname AS name FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
        WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attname = $2 AND t.typtype = 'e'`,
      [metadata.tableName, column.databaseName],
    );
    const wanted = `${metadata.tableName}_${column.databaseName}_enum`;
    if (found && found.name !== wanted && found.name.endsWith('_enum')) await draft.object('TYPE', found.name, wanted);
  }
}
