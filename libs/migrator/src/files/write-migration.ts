import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationFile, type MigrationDraft } from './migration-file.js';

/** Writes a migration's file and adds its class to the folder's index, which is what runs them. Answers its path. */
export async function writeMigration(dir: string, draft: MigrationDraft, now: number): Promise<string> {
  const file = migrationFile(draft, now);
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, file.fileName), file.source);
  const index = join(dir, 'index.ts');
  const source = await readFile(index, 'utf8').catch(() => EMPTY_INDEX);
  await writeFile(index, withMigration(source, file.className, file.fileName));
  return join(dir, file.fileName);
}

/** The index with one more migration, its import after the others. */
export function withMigration(source: string, className: string, fileName: string): string {
  const line = `import { ${className} } from './${fileName.replace(/\.ts$/, '.js')}';\n`;
  const imports = /^(?:import [^\n]*\n)*/.exec(source)?.[0] ?? '';
  const [, listed = ''] = /= \[([^\]]*)\]/.exec(source) ?? [];
  const names = [
    ...listed
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    className,
  ];
  const flat = `= [${names.join(', ')}]`;
  const rest = source.slice(imports.length);
  const list =
    `export const migrations ${flat};`.length <= 120 ? flat : `= [\n${names.map((name) => `  ${name},\n`).join('')}]`;
  return imports + line + rest.replace(/= \[[^\]]*\]/, list);
}

const EMPTY_INDEX = `
/** Migrations in the order they run. */
export const migrations = [];
`;
