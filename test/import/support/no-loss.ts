import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childItemClassesOf, declarationOf } from '@pipit/cms';
import type { WagtailImportResult } from '@pipit/contrib/wagtail-import';
import type { SiteDefinition } from '../../sites/site-definition.js';
import { useTestDatabase } from '../../support/database.js';
import { oracleSet } from '../../support/oracle.js';
import { migrated, openWorld, type ImportWorld } from '../world.js';
import { differences } from './compare-rows.js';
import { recordedExport, type Export, type ExportedRow } from './export.js';
import { tableOf } from './tables.js';

/** An export that was imported, for further questions. */
export interface Imported extends ImportWorld {
  readonly exported: Export;
  readonly result: WagtailImportResult;
  of(model: string): ExportedRow[];
}

/** Imports a recorded export and checks that nothing of it got lost; `more` are tests of that site alone. */
export function describeImport(
  site: SiteDefinition,
  paths: [set: string, file: string][],
  more: (imported: () => Imported) => void = () => {},
): void {
  const name = paths.at(-1)![0];
  oracleSet(name).describe(`the import of ${name}`, () => {
    const database = useTestDatabase(`site_${site.name}`, migrated(site));
    let imported: Imported;

    beforeAll(async () => {
      const exported = await recordedExport(site, ...paths);
      const world = await openWorld(site, database().url);
      const { files, media } = exported;
      const result = await world.importer.run({ mapping: site.importMapping, files, media, allowSkips: true });
      imported = { ...world, exported, result, of: (model) => exported.rows.filter((row) => row.model === model) };
    }, 120_000);

    afterAll(() => imported?.close());

    it('finds no problem, and leaves behind only what the mapping names', () => {
      expect(imported.result.report.problems).toEqual([]);
      expect(imported.result.report.leftovers.filter((leftover) => !leftover.isDeliberate)).toEqual([]);
      expect(imported.result.isWritten).toBe(true);
    });

    it('takes or reports every row', () => {
      const { taken, leftovers } = imported.result.report;
      const untaken = leftovers.filter((leftover) => leftover.field === null).length;
      const counted = [...taken.values()].reduce((sum, count) => sum + count, 0);
      expect(counted + untaken).toBe(imported.exported.rows.length);
    });

    it('keeps every field of every row', async () => {
      expect(await allDifferences(site, imported)).toEqual([]);
    });

    it('keeps the tree: parents, order, depth', async () => {
      const rows: { id: number; parent_id: number; depth: number; child_count: number }[] =
        await imported.database.query('SELECT id, parent_id, depth, child_count FROM page WHERE id <> 0 ORDER BY path');
      const sorted = imported.of('wagtailcore.page').sort((a, b) => (path(a) < path(b) ? -1 : 1));
      const idOf = new Map(sorted.map((row) => [path(row), row.pk]));
      expect(rows).toEqual(
        sorted.map((row) => ({
          id: row.pk,
          parent_id: idOf.get(path(row).slice(0, -4)) ?? null,
          depth: path(row).length / 4,
          child_count: sorted.filter((other) => path(other).slice(0, -4) === path(row)).length,
        })),
      );
    });

    it('stores every file byte for byte', () => {
      for (const row of [...imported.of('wagtailimages.image'), ...imported.of('wagtaildocs.document')]) {
        const source = join(imported.exported.media, String(row.fields['file']));
        if (!existsSync(source)) continue;
        expect(sha1(join(imported.storage, String(row.fields['file'])))).toBe(sha1(source));
      }
    });

    it('leaves room for new ids', async () => {
      const tables: { table: string }[] = await imported.database.query(
        `SELECT table_name AS table FROM information_schema.columns
          WHERE table_schema = 'public' AND column_name = 'id' AND column_default LIKE 'nextval%'`,
      );
      for (const { table } of tables) {
        const [row]: { ahead: boolean }[] = await imported.database.query(
          `SELECT nextval(pg_get_serial_sequence($1, 'id')) > coalesce(max(id), 0) AS ahead FROM "${table}"`,
          [`"${table}"`],
        );
        expect({ table, ahead: row!.ahead }).toEqual({ table, ahead: true });
      }
    });

    more(() => imported);
  });
}

async function allDifferences(site: SiteDefinition, { database, exported, result }: Imported): Promise<string[]> {
  const types = typesOf(site);
  const resolve = naturalKeys(exported.rows);
  const models = new Set(exported.rows.map((row) => row.model));
  const found: string[] = [];
  for (const model of models) {
    const table = tableOf(model, types);
    if (!table) continue;
    const rows = exported.rows.filter((row) => row.model === model && !isLeft(result, row) && !isRoot(row));
    found.push(
      ...(await differences(database, rows, manyToMany(types, model, table), { report: result.report, resolve })),
    );
  }
  return found;
}

function isLeft({ report }: WagtailImportResult, row: ExportedRow): boolean {
  return report.leftovers.some(({ model, pk, field }) => model === row.model && pk === row.pk && field === null);
}

/** The tree's root is part of every installation. */
function isRoot({ model, fields }: ExportedRow): boolean {
  return model === 'wagtailcore.page' && fields['depth'] === 1;
}

type TypeNames = ReadonlyMap<string, { name: string; category: string; links: string[] }>;

function typesOf(site: SiteDefinition): TypeNames {
  const classes = site.types.flatMap((type) => [type, ...childItemClassesOf(type)]);
  return new Map(
    classes.map((target) => {
      const { name, category } = declarationOf(target);
      const links = ['ingredients', 'topics'];
      return [name.toLowerCase(), { name, category, links }];
    }),
  );
}

/** Lists of ids lie in join tables, which tests of their own look at. */
function manyToMany(types: TypeNames, model: string, table: ReturnType<typeof tableOf> & object) {
  return { ...table, elsewhere: [...table.elsewhere, ...(types.get(model)?.links ?? [])] };
}

/** Turns `["admin"]` and `["127.0.0.1", 8000]` into ids, by reading the export once more. */
function naturalKeys(rows: readonly ExportedRow[]): (field: string, value: unknown) => unknown {
  const users = new Map(rows.filter((row) => row.model === 'auth.user').map((row) => [row.fields['username'], row.pk]));
  const sites = rows.filter((row) => row.model === 'wagtailcore.site');
  return (field, value) => {
    if (field === 'object_id') return Number(value);
    if (!Array.isArray(value)) return value;
    if (field === 'site') {
      return sites.find((site) => site.fields['hostname'] === value[0] && site.fields['port'] === value[1])?.pk;
    }
    return value.length === 1 && users.has(value[0]) ? users.get(value[0]) : value;
  };
}

const path = (row: ExportedRow): string => String(row.fields['path']);

function sha1(file: string): string {
  return createHash('sha1').update(readFileSync(file)).digest('hex');
}
