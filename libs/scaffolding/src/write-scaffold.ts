import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Scaffold } from './scaffold.js';

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
  const listed = source === null ? null : withType(source, type);
  if (listed === null) {
    const todo = `Add ${type.name} of ${type.from}.js to the project’s types: CmsModule.forFeature([${type.name}]).`;
    return { files: files.map(({ path }) => path), next: [todo, ...scaffold.next] };
  }
  await writeFile(index, listed);
  return { files: [...files.map(({ path }) => path), index], next: scaffold.next };
}

/** The source of an index with one more type in its list; null where there is no list to add to. */
export function withType(
  source: string,
  { name, from }: { readonly name: string; readonly from: string },
): string | null {
  const list = /(export const types[^=]*= \[)([^\]]*)(\];)/.exec(source);
  if (!list) return null;
  const [whole, begin, items = '', end] = list;
  const names = items
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
  const oneLine = `${begin}${[...names, name].join(', ')}${end}`;
  const lines = `${begin}\n${[...names, name].map((item) => `  ${item},\n`).join('')}${end}`;
  const isShort = !items.includes('\n') && oneLine.length <= 120;
  const imported = `import { ${name} } from './${from}.js';\n`;
  return withImport(source.replace(whole, isShort ? oneLine : lines), imported);
}

/** After the last import, or at the top. */
function withImport(source: string, imported: string): string {
  const last = [...source.matchAll(/^import [^;]*;\n/gm)].at(-1);
  const at = last ? last.index + last[0].length : 0;
  return source.slice(0, at) + imported + source.slice(at);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
