import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Scaffold } from './scaffold.js';
import { withListed } from './with-listed.js';

/** What was done, and what is left to do. */
export interface Written {
  readonly files: readonly string[];
  readonly next: readonly string[];
}

/**
 * Writes a scaffold into a folder and lists its type in the folder's `index.ts`. Refuses, before anything is written,
 * where one of the files is there already.
 */
export async function writeScaffold(scaffold: Scaffold, folder: string): Promise<Written> {
  const files = scaffold.files.map(({ path, source }) => ({ path: join(folder, path), source }));
  for (const { path } of files)
    if (await exists(path)) throw new Error(`${path} is there already. Nothing was written.`);
  for (const { path, source } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, source, { flag: 'wx' });
  }
  const { type } = scaffold;
  if (!type) return { files: files.map(({ path }) => path), next: scaffold.next };
  const index = join(folder, 'index.ts');
  const source = await readFile(index, 'utf8').catch(() => null);
  const listed = source === null ? null : withListed(source, 'types', type);
  if (listed === null) {
    const todo = `Add ${type.name} of ${type.from}.js to the project’s types: CmsModule.forFeature([${type.name}]).`;
    return { files: files.map(({ path }) => path), next: [todo, ...scaffold.next] };
  }
  await writeFile(index, listed);
  return { files: [...files.map(({ path }) => path), index], next: scaffold.next };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
