import type { EntityMetadata } from 'typeorm';
import { tableOfType } from '../content/migrate-content.js';
import { columnsOfTable, tableNames } from './catalog.js';
import type { DeclaredType } from './declared-types.js';
import type { Decisions } from './decisions.js';
import type { RenameDraft } from './rename-draft.js';
import { isOrphan } from './orphans.js';

/** Finds types whose table has another name now, and renames their tables, junctions included. */
export async function renameTypes(
  draft: RenameDraft,
  types: readonly DeclaredType[],
  known: readonly EntityMetadata[],
  decisions: Decisions,
): Promise<void> {
  const { runner } = draft;
  const declared = new Set(known.map(({ tableName }) => tableName));
  for (const type of types) {
    const { tableName } = type.metadata;
    const tables = await tableNames(runner);
    const told = decisions.oldNamesOfType(type.name, type.was);
    if (tables.has(tableName)) continue;
    const free = [...tables].filter((table) => !declared.has(table));
    const old = told.find((name) => free.includes(tableOfType(name))) ?? (await likely(draft, type, free, decisions));
    if (old === null) continue;
    decisions.madeOfType(type.name, old);
    const from = old.includes('.') ? tableOfType(old) : old;
    await draft.table(from, tableName);
    if (type.name.includes('.') && old.includes('.')) {
      draft.content.push({ call: 'renameType', rename: { from: old, to: type.name } });
    }
    await renameJunctions(draft, type.metadata, from, known);
  }
}

/** A table nobody declares any more, with nearly the columns that a new one is to have. */
async function likely(
  { runner }: RenameDraft,
  { name, metadata }: DeclaredType,
  free: readonly string[],
  decisions: Decisions,
): Promise<string | null> {
  const wanted = new Set(metadata.columns.map((column) => column.databaseName));
  const app = metadata.tableName.split('_')[0];
  for (const table of free) {
    if (!(await isOrphan(runner, metadata.connection, table))) continue;
    const columns = await columnsOfTable(runner, table);
    const same = columns.filter((column) => wanted.has(column.name)).length;
    if (same < 2 || same / Math.max(wanted.size, columns.length) < 0.6) continue;
    const old = typeNameOf(table, app ?? '', name);
    const short = (each: string): string => each.split('.').at(-1) ?? each;
    const option = `--rename-type ${short(old)}=${short(name)}`;
    if (await decisions.confirm(`Was ${old} renamed to ${name}?`, `${old} looks renamed to ${name}: ${option}`))
      return old;
  }
  return null;
}

/** The name a type with that table had, if it was of the same app; the table's own name otherwise. */
function typeNameOf(table: string, app: string, newName: string): string {
  if (!newName.includes('.') || !table.startsWith(`${app}_`)) return table;
  const words = table.slice(app.length + 1).split('_');
  return `${newName.split('.')[0]}.${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}

/** Joins bear the name of the table they begin at, and so do the columns of joins that end there. */
async function renameJunctions(
  draft: RenameDraft,
  { tableName: to, primaryColumns }: EntityMetadata,
  from: string,
  known: readonly EntityMetadata[],
): Promise<void> {
  const { runner } = draft;
  const declared = new Set(known.map(({ tableName }) => tableName));
  const key = primaryColumns[0]?.databaseName ?? 'id';
  for (const table of await tableNames(runner)) {
    const columns = (await columnsOfTable(runner, table)).map(({ name }) => name);
    const isJunction = columns.length === 2 && columns.includes(`${from}_${key}`);
    if (!isJunction) continue;
    // What a field of it is called now is found out afterwards.
    const isOwn = !declared.has(table) && table.startsWith(`${from}_`);
    const name = isOwn ? `${to}${table.slice(from.length)}` : table;
    if (isOwn) await draft.table(table, name);
    await draft.column(name, `${from}_${key}`, `${to}_${key}`);
  }
}
