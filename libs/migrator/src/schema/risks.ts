import type { QueryRunner } from 'typeorm';
import { columnType, tableNames } from './catalog.js';
import { isWidening } from './column-types.js';

/** A step that can lose or refuse data. */
export interface Risk {
  /** In words, with the number of rows here that it would touch. */
  readonly message: string;
  readonly rows: number;
}

type Reader = (sql: string) => Promise<number>;

/** Every step that drops something, narrows something, or needs what rows here do not have. */
export async function risksOf(runner: QueryRunner, up: readonly string[]): Promise<Risk[]> {
  const made = tablesMadeBy(up);
  const existing = await tableNames(runner);
  const count: Reader = async (sql) => {
    const [row]: { count: string }[] = await runner.query(sql);
    return Number(row?.count ?? 0);
  };
  const risks: Risk[] = [];
  for (const sql of up) {
    const table = /^(?:ALTER|DROP) TABLE (?:"public"\.)?"([^"]+)"/.exec(sql)?.[1] ?? /\bON "([^"]+)"/.exec(sql)?.[1];
    if (!table || made.has(table) || !existing.has(table)) continue;
    const risk = await riskOf(sql, table, up, runner, count);
    if (risk) risks.push(risk);
  }
  return risks;
}

async function riskOf(
  sql: string,
  table: string,
  up: readonly string[],
  runner: QueryRunner,
  count: Reader,
): Promise<Risk | null> {
  const risk = (rows: number, words: string): Risk => ({
    rows,
    message: `${words} (${rows} ${rows === 1 ? 'row' : 'rows'})`,
  });
  const all = `SELECT count(*) FROM "${table}"`;
  if (sql.startsWith('DROP TABLE')) return risk(await count(all), `drops the table ${table}`);
  const dropped = /DROP COLUMN "([^"]+)"/.exec(sql)?.[1];
  if (dropped) {
    return risk(await count(`${all} WHERE "${dropped}" IS NOT NULL`), `drops the column ${table}.${dropped}`);
  }
  const retyped = /ALTER COLUMN "([^"]+)" TYPE (.+) USING/.exec(sql);
  if (retyped) {
    const [, column = '', to = ''] = retyped;
    const from = (await columnType(runner, table, column)) ?? 'unknown';
    if (isWidening({ from, to })) return null;
    const words = `changes the type of ${table}.${column} from ${from} to ${to}, which not every value fits`;
    return risk(await count(`${all} WHERE "${column}" IS NOT NULL`), words);
  }
  const filled = /ALTER COLUMN "([^"]+)" SET NOT NULL/.exec(sql)?.[1];
  if (filled && !up.some((each) => each.startsWith(`UPDATE "${table}" SET "${filled}"`))) {
    const rows = await count(`${all} WHERE "${filled}" IS NULL`);
    return rows > 0 ? risk(rows, `forbids empty values in ${table}.${filled}, which has some and no default`) : null;
  }
  const added = /ADD (?:COLUMN )?"([^"]+)" (?!.*\bDEFAULT\b).*\bNOT NULL\b/.exec(sql)?.[1];
  if (added && !/ SERIAL|GENERATED/.test(sql)) {
    const rows = await count(all);
    return rows > 0 ? risk(rows, `adds ${table}.${added}, which may not be empty and has no default`) : null;
  }
  return duplicatesRisk(sql, table, count, risk);
}

async function duplicatesRisk(
  sql: string,
  table: string,
  count: Reader,
  risk: (rows: number, words: string) => Risk,
): Promise<Risk | null> {
  const unique = uniqueOf(sql);
  if (!unique || !(await isThere(count, table, unique.columns))) return null;
  const rows = await count(`SELECT coalesce(sum(n), 0) AS count FROM (${duplicates(table, unique)}) AS twice`);
  const words = `allows each ${unique.columns.join(', ')} once in ${table}, where some repeat`;
  return rows > 0 ? risk(rows, words) : null;
}

/** Columns that are only being added hold nothing yet. */
async function isThere(count: Reader, table: string, columns: readonly string[]): Promise<boolean> {
  const names = columns.map((column) => `'${column.replaceAll("'", "''")}'`).join(', ');
  const found = await count(
    `SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass('"${table}"') AND NOT attisdropped AND attname IN (${names})`,
  );
  return found === columns.length;
}

/** Tables that are made on the way hold nothing yet. */
function tablesMadeBy(up: readonly string[]): ReadonlySet<string> {
  return new Set(up.flatMap((sql) => /^CREATE TABLE "([^"]+)"/.exec(sql)?.[1] ?? []));
}

interface Unique {
  readonly columns: readonly string[];
  readonly where: string;
}

function uniqueOf(sql: string): Unique | null {
  const found =
    /(?:ADD CONSTRAINT "[^"]+" UNIQUE|CREATE UNIQUE INDEX .*? ON "[^"]+")\s*\(([^)]*)\)\s*(?:WHERE (.*))?$/.exec(sql);
  if (!found) return null;
  const columns = [...(found[1] ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
  return columns.length > 0 ? { columns, where: found[2] ?? 'true' } : null;
}

function duplicates(table: string, { columns, where }: Unique): string {
  const names = columns.map((column) => `"${column}"`);
  const present = names.map((name) => `${name} IS NOT NULL`).join(' AND ');
  return `SELECT count(*) AS n FROM "${table}" WHERE (${where}) AND ${present} GROUP BY ${names.join(', ')} HAVING count(*) > 1`;
}

/** Puts a check before each statement that refuses repeated values, so that migrating says which and not only that. */
export function withUniqueChecks(up: readonly string[]): string[] {
  const made = tablesMadeBy(up);
  return up.flatMap((sql) => {
    const table = /^ALTER TABLE "([^"]+)"/.exec(sql)?.[1] ?? /\bON "([^"]+)"/.exec(sql)?.[1];
    const unique = uniqueOf(sql);
    if (!table || !unique || made.has(table)) return [sql];
    const message = `Rows of ${table} have the same ${unique.columns.join(', ')}. Make them differ, then migrate again.`;
    const check = `DO $$ BEGIN IF EXISTS (${duplicates(table, unique)}) THEN RAISE EXCEPTION '${message.replaceAll("'", "''")}'; END IF; END $$`;
    return [check, sql];
  });
}
