import {
  isEmptyValue,
  type ContentType,
  type FieldDeclaration,
  type Json,
  type JsonObject,
} from '@pipit/content-types';
import { invalid, type Ctx, type FieldError } from '@pipit/kernel';
import { QueryFailedError, type EntityMetadata } from 'typeorm';
import { layoutOf, toPropertyValue, type FieldColumn } from './table-layout.js';

/** Which other rows count. */
export interface UniqueScope {
  /** The row's own key; null before it has one. */
  readonly self: number | null;
  /** SQL that is true of rows `t` whose values are taken; default all. */
  readonly among?: string;
  /** Lets others wait who would take the same values, where no index stands behind the rule. */
  readonly lock?: boolean;
}

/** Refuses values of `unique` fields which another row has. Empty values are free. */
export async function requireUnique(
  ctx: Ctx,
  type: ContentType,
  values: JsonObject,
  { self, among = 'TRUE', lock = false }: UniqueScope,
): Promise<void> {
  const fields = type.fields.filter(({ options }) => options.unique);
  if (fields.length === 0) return;
  const { metadata, columns } = layoutOf(ctx.manager, type.target);
  const errors: FieldError[] = [];
  for (const entry of columns.filter(({ field }) => fields.includes(field))) {
    const { field, column } = entry;
    const value = values[field.name] ?? null;
    if (isEmptyValue(field, value)) continue;
    if (lock) {
      await ctx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${type.name}.${field.name}`]);
    }
    const key = metadata.primaryColumns[0]!.databaseName;
    const taken: unknown[] = await ctx.manager.query(
      `SELECT 1 FROM "${metadata.tablePath}" t
        WHERE t."${column.databaseName}" = $1 AND t."${key}" IS DISTINCT FROM $2 AND ${among} LIMIT 1`,
      [columnValue(entry, value), self],
    );
    if (taken.length > 0) errors.push(takenFault(type, field));
  }
  if (errors.length > 0) throw notUnique(type.label, errors);
}

/** The same refusal for a race that only the index noticed; null for other errors. */
export function uniqueViolation(error: unknown, metadata: EntityMetadata, columns: readonly FieldColumn[]) {
  if (!(error instanceof QueryFailedError)) return null;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  if (code !== '23505') return null;
  const index = metadata.indices.find(({ name }) => name === constraint);
  const fields = columns.filter(({ field, column }) => field.options.unique && index?.columns.includes(column));
  if (fields.length === 0) return null;
  const label = metadata.name;
  return notUnique(
    label,
    fields.map(({ field }) => takenFault({ label }, field)),
  );
}

function columnValue({ field, column }: FieldColumn, value: Json): unknown {
  const storage = field.kind.storage?.(field.options);
  if (storage?.type === 'relation') return value;
  const property = toPropertyValue(field, value);
  const { transformer } = column;
  return transformer && !Array.isArray(transformer) ? (transformer.to(property) as unknown) : property;
}

function takenFault({ label }: { readonly label: string }, { name }: FieldDeclaration): FieldError {
  return { path: `/fields/${name}`, code: 'unique', message: `Another ${label} has this already.` };
}

function notUnique(label: string, errors: readonly FieldError[]) {
  return invalid(`The ${label} has a value that another one has already.`, [...errors]);
}
