import { snakeCase } from '@pipit/kernel';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { columnsOfTable, tableNames, type CatalogColumn } from './catalog.js';
import type { DeclaredField, DeclaredType } from './declared-types.js';
import type { Decisions } from './decisions.js';
import type { KnownRenames } from './known-renames.js';
import type { RenameDraft } from './rename-draft.js';

/** Finds fields that have another name now, renames their columns or junctions, and notes it for snapshots. */
export async function renameFields(
  draft: RenameDraft,
  types: readonly DeclaredType[],
  decisions: Decisions,
  known: KnownRenames,
): Promise<void> {
  for (const type of types) {
    const told = type.fields.map((field) => ({
      field,
      names: decisions.oldNamesOfField(type.name, field.name, field.was),
    }));
    if (!(await tableNames(draft.runner)).has(type.metadata.tableName)) continue;
    for (const { field, names } of told) {
      const old = await renameOne(draft, type, field, names, decisions, known);
      if (old === null) continue;
      decisions.madeOfField(type.name, field.name, old);
      if (!field.inSnapshots) continue;
      const within = type.within.length > 0 ? { within: type.within } : {};
      draft.content.push({ call: 'renameField', rename: { type: type.name, from: old, to: field.name, ...within } });
    }
  }
}

/** The name a field had; null when it was not renamed. */
async function renameOne(
  draft: RenameDraft,
  type: DeclaredType,
  field: DeclaredField,
  names: readonly string[],
  decisions: Decisions,
  known: KnownRenames,
): Promise<string | null> {
  const { metadata } = type;
  const junction = metadata.manyToManyRelations.find(
    (each) => each.propertyName === field.name,
  )?.junctionEntityMetadata;
  if (junction) return renameJunction(draft, metadata.tableName, junction.tableName, names);
  const column = columnOf(type, field.name);
  // Rows of child items lie in a table of their own: only snapshots know what the field is called.
  if (!column) return names.find((old) => !known.has(`${type.name}.${old}=${field.name}`)) ?? null;
  const columns = await columnsOfTable(draft.runner, metadata.tableName);
  if (columns.some(({ name }) => name === column.databaseName)) return null;
  const vanished = columns.filter(({ name }) => !metadata.columns.some((each) => each.databaseName === name));
  const suffix = column.databaseName.slice(snakeCase(field.name).length);
  const told = names.find((old) => vanished.some(({ name }) => name === `${snakeCase(old)}${suffix}`));
  const old = told ?? (await likely(type, field, column, vanished, suffix, decisions));
  if (old !== null) await draft.column(metadata.tableName, `${snakeCase(old)}${suffix}`, column.databaseName);
  return old;
}

function columnOf({ metadata }: DeclaredType, field: string): ColumnMetadata | null {
  const relation = metadata.findRelationWithPropertyPath(field);
  return relation?.joinColumns[0] ?? metadata.findColumnWithPropertyName(field) ?? null;
}

async function renameJunction(
  draft: RenameDraft,
  owner: string,
  junction: string,
  names: readonly string[],
): Promise<string | null> {
  const tables = await tableNames(draft.runner);
  if (tables.has(junction)) return null;
  const old = names.find((name) => tables.has(`${owner}_${snakeCase(name)}`)) ?? null;
  if (old !== null) await draft.table(`${owner}_${snakeCase(old)}`, junction);
  return old;
}

async function likely(
  type: DeclaredType,
  field: DeclaredField,
  column: ColumnMetadata,
  vanished: readonly CatalogColumn[],
  suffix: string,
  decisions: Decisions,
): Promise<string | null> {
  const wanted = type.metadata.connection.driver.normalizeType(column);
  for (const { name, type: sqlType } of vanished) {
    if (!name.endsWith(suffix) || !sqlType.startsWith(wanted)) continue;
    const old = name
      .slice(0, name.length - suffix.length)
      .replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const short = type.name.split('.').at(-1);
    const hint = `${type.name}.${old} looks renamed to ${field.name}: --rename ${short}.${old}=${field.name}, or was: '${old}'`;
    if (await decisions.confirm(`Was ${type.name}.${old} renamed to ${field.name}?`, hint)) return old;
  }
  return null;
}
