import { anyOf } from '@pipit/kernel';
import type { Printer } from '../model/api-model.js';
import { identifier } from '../query/sql-parameters.js';
import type { Junction } from '../model/storage-of.js';
import { grouped, idsIn, keysIn } from './basic-printers.js';
import { printObjects } from './print-objects.js';
import { selectList } from './row-loader.js';

/** Prints child rows, in their order. */
export function childItemsPrinter(name: string): Printer {
  const table = identifier(name);
  return async (rows, request, nested) => {
    if (!nested) return [];
    const text =
      `SELECT c.owner_id AS owner, ${selectList('c.id', nested.columns)} FROM ${table} c ` +
      `WHERE ${anyOf('c.owner_id', '$1', 'int[]')} ORDER BY c.owner_id, c.sort_order, c.id`;
    const ids = idsIn(rows, 'id');
    const items = await request.reader.rows(text, [ids], { of: { table: name, ids } });
    const objects = await printObjects(nested, items, request);
    const byItem = new Map(items.map((item, index) => [item, objects[index]]));
    const byOwner = grouped(items);
    return rows.map((row) => (byOwner.get(row['id'] as number) ?? []).map((item) => byItem.get(item)));
  };
}

/**
 * Prints the other side of a many-to-many relation: in the order of the links, else as `order` says, the SQL that sorts
 * the targets `t`.
 */
export function junctionPrinter(junction: Junction, order: () => string): Printer {
  return async (rows, request, nested) => {
    if (!nested) return [];
    const text =
      `SELECT j.${junction.owner} AS owner, j.${junction.target} AS target ` +
      `FROM ${junction.table} j JOIN ${junction.targetTable} t ON t.${junction.targetKey} = j.${junction.target} ` +
      `WHERE ${anyOf(`j.${junction.owner}`, '$1', 'int[]')} ORDER BY ${junction.sort ? `j.${junction.sort}, ` : ''}${order()}`;
    const ids = idsIn(rows, 'id');
    const links = await request.reader.rows(text, [ids], { of: { table: junction.tables, ids } });
    const objects = await request.printReferred(nested, keysIn(links, 'target'));
    const byLink = new Map(links.map((link, index) => [link, objects[index]]));
    const byOwner = grouped(links);
    return rows.map((row) =>
      (byOwner.get(row['id'] as number) ?? []).map((link) => byLink.get(link)).filter((object) => object !== null),
    );
  };
}

/** Prints tags: their names, sorted. */
export function tagNamesPrinter(junction: Junction): Printer {
  const text =
    `SELECT j.${junction.owner} AS owner, t.name FROM ${junction.table} j ` +
    `JOIN ${junction.targetTable} t ON t.id = j.${junction.target} ` +
    `WHERE ${anyOf(`j.${junction.owner}`, '$1', 'int[]')} ORDER BY t.name COLLATE "C"`;
  return async (rows, request) => {
    const ids = idsIn(rows, 'id');
    // Names of tags change seldom and for all that bear them.
    request.depends.onTable('tag');
    const byOwner = grouped(await request.reader.rows(text, [ids], { of: { table: junction.tables, ids } }));
    return rows.map((row) => (byOwner.get(row['id'] as number) ?? []).map((tag) => tag['name']));
  };
}
