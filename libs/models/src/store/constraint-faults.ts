import { pointer, type ContentType } from '@pipit/content-types';
import { inUse, invalid, type FieldError, type Problem } from '@pipit/kernel';
import type { EntityMetadata } from 'typeorm';

/** What Postgres tells about a refused statement. */
interface Refusal {
  readonly code?: string;
  readonly constraint?: string;
  readonly column?: string;
  readonly table?: string;
}

interface Meaning {
  readonly code: string;
  readonly message: string;
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  '23505': { code: 'unique', message: 'Another row has this already.' },
  '23P01': { code: 'unique', message: 'This contradicts another row.' },
  '23503': { code: 'unknown_target', message: 'There is nothing of the right kind with this key.' },
  '23502': { code: 'required', message: 'This is needed.' },
  '23514': { code: 'check', message: 'The database does not accept this value.' },
  '22001': { code: 'maxLength', message: 'This is too long for its column.' },
  '22003': { code: 'maximum', message: 'This number is too large for its column.' },
  '22P02': { code: 'type', message: 'This value has the wrong form.' },
  '22007': { code: 'format', message: 'This is no date or time.' },
  '22008': { code: 'format', message: 'This date or time is out of range.' },
};

/**
 * Runs statements that write a row and puts what the database refuses into words: the constraint's columns become
 * places of the form. Deferred constraints are not met here but at the commit.
 */
export async function inWords<T>(type: ContentType, metadata: EntityMetadata, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw problemOf(type, metadata, refusalOf(error)) ?? error;
  }
}

/** The same for a deletion, where a foreign key means that something else needs the row. */
export async function unlessNeeded<T>(title: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Keys that restrict at once have a code of their own.
    if (!/^(23503|23001)$/.test(refusalOf(error).code ?? '')) throw error;
    throw inUse(`“${title}” is needed by other rows.`);
  }
}

function problemOf(type: ContentType, metadata: EntityMetadata, refusal: Refusal): Problem | null {
  const meaning = MEANINGS[refusal.code ?? ''];
  if (!meaning) return null;
  const fields = new Set(type.fields.map(({ name }) => name));
  const places = placesOf(metadata, refusal).filter((name) => fields.has(name));
  const errors: FieldError[] = places.map((name) => ({ path: pointer(['fields', name]), ...meaning }));
  return invalid(
    `The ${type.label} cannot be saved. ${meaning.message}`,
    errors.length > 0 ? errors : [{ path: '/fields', ...meaning }],
  );
}

/** The properties a refusal is about. */
function placesOf(metadata: EntityMetadata, { constraint, column, table }: Refusal): string[] {
  if (column) return propertiesOf(metadata, [column]);
  const unique = metadata.uniques.find(({ name }) => name === constraint);
  const index = metadata.indices.find(({ name }) => name === constraint);
  const foreign = metadata.foreignKeys.find(({ name }) => name === constraint);
  const found = unique?.columns ?? index?.columns ?? foreign?.columns;
  if (found)
    return propertiesOf(
      metadata,
      found.map(({ databaseName }) => databaseName),
    );
  if (constraint === metadata.primaryColumns[0]?.primaryKeyConstraintName || constraint?.startsWith('PK_'))
    return metadata.primaryColumns.map(({ propertyName }) => propertyName);
  const join = metadata.manyToManyRelations.find(
    ({ junctionEntityMetadata }) => junctionEntityMetadata?.tableName === table,
  );
  if (join) return [join.propertyName];
  const check = metadata.checks.find(({ name }) => name === constraint);
  const words = new Set(check?.expression.match(/\w+/g) ?? []);
  return propertiesOf(metadata, [...words]);
}

function propertiesOf(metadata: EntityMetadata, databaseNames: readonly string[]): string[] {
  const columns = metadata.columns.filter(({ databaseName }) => databaseNames.includes(databaseName));
  return [...new Set(columns.map((column) => column.relationMetadata?.propertyName ?? column.propertyName))];
}

function refusalOf(error: unknown): Refusal {
  return (Object(error) as { driverError?: Refusal }).driverError ?? {};
}
