import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Names } from './names.js';
import type { Scaffold } from './scaffold.js';
import { writeScaffold, type Written } from './write-scaffold.js';

/** Writes a plugin into `libs/contrib` of a repository and registers it with the builder and the compiler. */
export async function writePlugin(scaffold: Scaffold, { kebab }: Names, root: string): Promise<Written> {
  const settings = [
    { path: join(root, 'nest-cli.json'), changed: withNestProject },
    { path: join(root, 'tsconfig.json'), changed: withCompilerPath },
  ];
  const sources = await Promise.all(settings.map(({ path }) => readFile(path, 'utf8')));
  const changed = settings.map(({ path, changed: change }, index) => {
    const source = change(sources[index] ?? '', kebab);
    if (source === null) throw new Error(`${path} has no place for a plugin. Nothing was written.`);
    return { path, source };
  });
  const written = await writeScaffold(scaffold, join(root, 'libs', 'contrib', kebab));
  for (const { path, source } of changed) await writeFile(path, source);
  return { ...written, files: [...written.files, ...changed.map(({ path }) => path)] };
}

/** `nest-cli.json` with one more library before the application; null where there is none. */
export function withNestProject(source: string, name: string): string | null {
  const project = `    "${name}": {
      "type": "library",
      "root": "libs/contrib/${name}",
      "entryFile": "index",
      "sourceRoot": "libs/contrib/${name}/src"
    },
`;
  return before(source, /^ {4}"api": \{$/m, project);
}

/** `tsconfig.json` with the path of one more plugin, before the other plugins; null where there are none. */
export function withCompilerPath(source: string, name: string): string | null {
  const path = `      "@pipit/contrib/${name}": ["./libs/contrib/${name}/src/index.ts"],\n`;
  return before(source, /^ {6}"@pipit\/contrib\//m, path);
}

function before(source: string, place: RegExp, text: string): string | null {
  const at = source.search(place);
  return at < 0 ? null : source.slice(0, at) + text + source.slice(at);
}
