import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { withListed } from '@pipit/scaffolding';
import { migrationFile, type MigrationDraft } from './migration-file.js';

/** Writes a migration's file and adds its class to the folder's index, which is what runs them. Answers its path. */
export async function writeMigration(dir: string, draft: MigrationDraft, now: number): Promise<string> {
  const file = migrationFile(draft, now);
  const index = join(dir, 'index.ts');
  const source = await readFile(index, 'utf8').catch(() => EMPTY_INDEX);
  const listed = withListed(source, 'migrations', { name: file.className, from: basename(file.fileName, '.ts') });
  if (listed === null)
    throw new Error(`${index} has no “export const migrations = […];” to add to. Nothing was written.`);
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, file.fileName), file.source);
  await writeFile(index, listed);
  return join(dir, file.fileName);
}

const EMPTY_INDEX = `
/** Migrations in the order they run. */
export const migrations = [];
`;
