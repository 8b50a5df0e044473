import type { MigrationGraph } from './migration-graph.js';
import { planOfMigration } from './plan-runner.js';

/** What the two sides of a fork both touch. */
export interface MergeConflict {
  readonly what: string;
  readonly migrations: readonly string[];
}

/**
 * Looks at what each branch did since they parted, and lists what more than one of them touched: the same column, or
 * a table that one of them made, renamed or dropped.
 */
export async function mergeConflicts(graph: MigrationGraph): Promise<MergeConflict[]> {
  const heads = graph.heads();
  const lines = heads.map(({ name }) => graph.ancestors(name));
  const common = new Set([...(lines[0] ?? [])].filter((name) => lines.every((line) => line.has(name))));
  const touched = new Map<string, Map<number, Set<string>>>();
  for (const [side, line] of lines.entries()) {
    for (const node of graph.nodes) {
      if (common.has(node.name) || !line.has(node.name)) continue;
      const { statements } = await planOfMigration(node.migration, 'up');
      for (const what of statements.flatMap(thingsIn)) {
        const sides = touched.get(what) ?? new Map<number, Set<string>>();
        sides.set(side, (sides.get(side) ?? new Set()).add(node.name));
        touched.set(what, sides);
      }
    }
  }
  const conflicts = [...touched].filter(
    ([what, sides]) => sides.size > 1 || isWholeTableElsewhere(what, sides, touched),
  );
  return conflicts.map(([what, sides]) => ({ what, migrations: [...sides.values()].flatMap((names) => [...names]) }));
}

/** `table` for a table as a whole, `table.column` for a part of it. */
function thingsIn(sql: string): string[] {
  const content = /^-- ([\w.]+?)(?:\.(\w+))?: /.exec(sql);
  if (content) return [`content of ${content[1]}${content[2] ? `.${content[2]}` : ''}`];
  const whole = /^(?:CREATE TABLE|DROP TABLE)\s+(?:IF (?:NOT )?EXISTS\s+)?"([^"]+)"/.exec(sql)?.[1];
  if (whole) return [whole];
  const [, table, rest] = /^ALTER TABLE\s+"([^"]+)"\s+(.*)$/s.exec(sql) ?? [];
  if (!table || !rest) return [];
  if (/^RENAME TO/.test(rest)) return [table];
  const renamed = /^RENAME COLUMN "([^"]+)" TO "([^"]+)"/.exec(rest);
  if (renamed) return [`${table}.${renamed[1]}`, `${table}.${renamed[2]}`];
  const column = /^(?:ADD|DROP|ALTER)(?: COLUMN)?\s+"([^"]+)"/.exec(rest)?.[1];
  return column ? [`${table}.${column}`] : [];
}

/** A table that one branch made, renamed or dropped, while another changed a part of it. */
function isWholeTableElsewhere(
  what: string,
  sides: ReadonlyMap<number, unknown>,
  touched: ReadonlyMap<string, ReadonlyMap<number, unknown>>,
): boolean {
  return [...touched].some(
    ([other, otherSides]) => other.startsWith(`${what}.`) && [...otherSides.keys()].some((side) => !sides.has(side)),
  );
}
