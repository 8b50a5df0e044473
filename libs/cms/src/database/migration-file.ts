import type { SchemaChanges } from './schema-changes.js';

/** A migration's source. */
export interface MigrationFile {
  /** Class name: the name given and the time in milliseconds. */
  readonly className: string;
  /** `1763700000000-add-news.ts`. */
  readonly fileName: string;
  readonly source: string;
}

/** Writes a migration out as TypeScript. */
export function migrationFile(name: string, changes: SchemaChanges, now: number): MigrationFile {
  const words = name.split(/[^a-zA-Z0-9]+/).filter(Boolean);
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'Migration';
  const className = `${pascal}${now}`;
  const source = `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
${statements(changes.up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${statements(changes.down)}
  }
}
`;
  return { className, fileName: `${now}-${words.join('-').toLowerCase() || 'migration'}.ts`, source };
}

function statements(queries: readonly string[]): string {
  return queries.map((sql) => `    await runner.query(\`${escape(sql)}\`);`).join('\n');
}

function escape(sql: string): string {
  return sql.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}
