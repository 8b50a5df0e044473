import { isGeneratedName } from '../schema/catalog.js';
import type { ContentRename } from '../schema/rename-draft.js';

/** What a new migration file says. */
export interface MigrationDraft {
  /** In words: `add opening hours`. */
  readonly name: string;
  /** Names of the migrations it follows. */
  readonly after: readonly string[];
  readonly up: readonly string[];
  readonly down: readonly string[];
  readonly content: readonly ContentRename[];
  /** The module content operations are imported from. */
  readonly importFrom: string;
}

/** A migration's source. */
export interface MigrationFile {
  /** Class name: the name given and the time in milliseconds. */
  readonly className: string;
  /** `1763700000000-add-news.ts`. */
  readonly fileName: string;
  readonly source: string;
}

/** Writes a migration out as TypeScript. The same draft gives the same file, but for its time. */
export function migrationFile(draft: MigrationDraft, now: number): MigrationFile {
  const words = draft.name.split(/[^a-zA-Z0-9]+/).filter(Boolean);
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const className = `${/^[A-Za-z]/.test(pascal) ? pascal : `Migration${pascal}`}${now}`;
  const calls = [...new Set(draft.content.flatMap(namesIn))].sort();
  const imports = calls.length > 0 ? `import { ${calls.join(', ')} } from '${draft.importFrom}';\n` : '';
  const up = [...draft.up.map(query), ...draft.content.map((each) => contentCall(each, 'up'))];
  const down = [...draft.content.toReversed().map((each) => contentCall(each, 'down')), ...draft.down.map(query)];
  const named = namesGivenIn(draft.up).map((name) => `'${name.replaceAll("'", "\\'")}'`);
  const names = named.length > 0 ? `\n  named = [${named.join(', ')}];` : '';
  const source = `${imports}import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className}';
  after = [${draft.after.map((name) => `'${name}'`).join(', ')}];${names}

  ${method('up', up)}

  ${method('down', down)}
}
`;
  return { className, fileName: `${now}-${words.join('-').toLowerCase() || 'migration'}.ts`, source };
}

/** Names that statements give to indexes and constraints and that TypeORM did not make up. */
function namesGivenIn(up: readonly string[]): string[] {
  const made = up.filter((sql) => !/^ALTER TABLE "[^"]+" (?:DROP|RENAME) /.test(sql));
  const names = made.flatMap((sql) =>
    [...sql.matchAll(/\b(?:CONSTRAINT|CREATE (?:UNIQUE )?INDEX) "([^"]+)"/g)].flatMap((match) => match[1] ?? []),
  );
  return [...new Set(names.filter((name) => !isGeneratedName(name)))].sort();
}

function method(name: 'up' | 'down', lines: readonly string[]): string {
  if (lines.length === 0) return `async ${name}(_runner: QueryRunner): Promise<void> {}`;
  return `async ${name}(runner: QueryRunner): Promise<void> {\n${lines.map((line) => `    ${line}`).join('\n')}\n  }`;
}

const query = (sql: string): string => `await runner.query(\`${escape(sql)}\`);`;

/** What a call is imported by. */
function namesIn(each: ContentRename): string[] {
  if (each.call !== 'migrateContent') return [each.call];
  return ['migrateContent', 'revertContent', ...each.operations.map(({ name }) => name)];
}

function contentCall(each: ContentRename, direction: 'up' | 'down'): string {
  if (each.call === 'migrateContent') {
    const operations = each.operations.map(({ name, given }) => `${name}(${given.map(literal).join(', ')})`);
    const members = `${literal(each.content).slice(2, -2)}, operations: [${operations.join(', ')}]`;
    return `await ${direction === 'up' ? 'migrateContent' : 'revertContent'}(runner, { ${members} });`;
  }
  const { from, to } = each.rename;
  const rename = direction === 'up' ? each.rename : { ...each.rename, from: to, to: from };
  return `await ${each.call}(runner, ${literal(rename)});`;
}

/** An object of texts, objects and lists as TypeScript. */
function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const entries = Object.entries(value as object).map(([key, each]) => `${key}: ${literal(each)}`);
  return `{ ${entries.join(', ')} }`;
}

function escape(sql: string): string {
  return sql.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}
