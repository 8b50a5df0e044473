import { Injectable } from '@nestjs/common';
import { childItemClassesOf, entitiesOf } from '@pipit/content-types';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Plugin } from '../project/plugin.js';
import type { Project } from '../project/project.js';

/** Statements that bring the database to what the entities declare, and back. */
export interface SchemaChanges {
  readonly up: string[];
  readonly down: string[];
}

/** Changes of the tables that one plugin owns. */
export interface PluginChanges {
  readonly migrationsDir: string;
  readonly changes: SchemaChanges;
}

/** Whoever owns tables. */
type Owner = Pick<Plugin, 'types' | 'models' | 'entities'>;

/** Compares declared entities with the database. */
@Injectable()
export class SchemaComparison {
  constructor(private readonly dataSource: DataSource) {}

  /** Differences: those of Pipit's own tables, of the project's, and of each plugin's. */
  async compare(project: Project): Promise<{ core: SchemaChanges; project: SchemaChanges; plugins: PluginChanges[] }> {
    const memory = await this.dataSource.driver.createSchemaBuilder().log();
    const plugins = project.plugins ?? [];
    const [own, ...others] = [project, ...plugins].map((part) => this.tablesOf(part));
    const owned = new Set([own!, ...others].flatMap((tables) => [...tables]));
    const up = memory.upQueries.map(statement);
    const down = memory.downQueries.map(statement).reverse();
    const changesOf = (isMeant: (table: string) => boolean): SchemaChanges => {
      const within = (sql: string): boolean => isMeant(tableOf(sql, owned));
      return { up: up.filter(within), down: down.filter(within) };
    };
    return {
      core: changesOf((table) => !owned.has(table)),
      project: changesOf((table) => own!.has(table)),
      plugins: plugins.map(({ name, migrationsDir }, index) => ({
        migrationsDir: migrationsDir ?? `libs/contrib/${name}/src/migrations`,
        changes: changesOf((table) => others[index]!.has(table)),
      })),
    };
  }

  /** Tables of the types of the project or of a plugin, of their child items and of the joins between. */
  private tablesOf({ types = [], models: declared = [], entities = [] }: Owner): Set<string> {
    const models = declared.map(({ target }) => target);
    const classes = [...entitiesOf([...types, ...types.flatMap(childItemClassesOf), ...models]), ...entities];
    const tables = new Set<string>();
    for (const target of classes) {
      const metadata = this.dataSource.getMetadata(target as EntityTarget<ObjectLiteral>);
      tables.add(metadata.tableName);
      for (const join of metadata.manyToManyRelations) {
        if (join.junctionEntityMetadata) tables.add(join.junctionEntityMetadata.tableName);
      }
    }
    return tables;
  }
}

function statement(query: { query: string; parameters?: unknown[] }): string {
  if (query.parameters?.length) throw new Error(`A schema change came with parameters: ${query.query}`);
  return query.query;
}

/** The table a statement changes: the first it names, or for an index being dropped the one whose name it bears. */
function tableOf(sql: string, owned: ReadonlySet<string>): string {
  const direct = /(?:TABLE|ON|COMMENT ON COLUMN)\s+(?:IF (?:NOT )?EXISTS\s+)?(?:"public"\.)?"([^"]+)"/.exec(sql)?.[1];
  if (direct) return direct;
  const quoted = [...sql.matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
  return [...owned].find((table) => quoted.some((name) => name.includes(table))) ?? '';
}
