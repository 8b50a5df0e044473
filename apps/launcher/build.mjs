import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { npmCommand } from './install.mjs';
import { filesUnder, fingerprint, stamp } from './sources.mjs';

/** @import { Layout } from './layout.mjs' */
/** @import { Scope } from './scope.mjs' */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} sources what its output depends on
 * @property {string} output a file that exists once it is built
 * @property {{ program: string, args: string[] }} command
 * @property {() => void} [after]
 */

const common = ['package.json', 'package-lock.json'];

/** @typedef {'server' | 'editor' | 'site'} PartName */

/**
 * What can be built, in this order.
 * @param {Layout} layout
 * @returns {Record<PartName, Part>}
 */
export function partsOf(layout) {
  const npm = npmCommand();
  /** @param {string} workspace */
  const build = (workspace) => ({ program: npm.program, args: [...npm.args, 'run', 'build', '-w', workspace] });
  return {
    server: {
      name: 'server',
      sources: [
        ...common,
        'nest-cli.json',
        'tsconfig.json',
        'tsconfig.build.json',
        'apps/api',
        'apps/demo',
        'libs',
        'migrations',
        'test/sites',
      ],
      output: layout.server,
      command: {
        program: process.execPath,
        args: [path.join(layout.root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build', '--all'],
      },
      after: () => removeOrphans(layout.root),
    },
    editor: {
      name: 'editor',
      sources: [...common, 'apps/editor', 'libs/client'],
      output: path.join(layout.editorDist, 'index.html'),
      command: build('apps/editor'),
    },
    site: {
      name: 'demo frontend',
      sources: [...common, 'apps/site', 'libs/client'],
      output: layout.siteServer,
      command: build('apps/site'),
    },
  };
}

/**
 * Builds the parts whose sources changed since they were last built.
 * @param {Layout} layout
 * @param {Scope} scope
 * @param {(line: string) => void} say
 * @param {PartName[]} names
 */
export async function ensureBuilt(layout, scope, say, names) {
  const parts = partsOf(layout);
  for (const key of names) await ensurePart(layout, scope, say, parts[key], key);
}

/**
 * @param {Layout} layout
 * @param {Scope} scope
 * @param {(line: string) => void} say
 * @param {Part} part
 * @param {PartName} key
 */
async function ensurePart(layout, scope, say, part, key) {
  const built = stamp(path.join(layout.state, 'built', key));
  const now = fingerprint(layout.root, part.sources);
  if (built.matches(now) && existsSync(part.output)) return;
  say(`Building the ${part.name}`);
  built.clear();
  const log = path.join(layout.logs, `build-${key}.log`);
  await scope.run({ name: `Building the ${part.name}`, ...part.command, cwd: layout.root, log });
  part.after?.();
  built.set(now);
}

/**
 * Removes compiled files whose source is gone: a migration of another branch must not run.
 * @param {string} root
 */
function removeOrphans(root) {
  const dist = path.join(root, 'dist');
  for (const file of filesUnder(dist)) {
    const match = /^(.*)\.js(\.map)?$/.exec(path.relative(dist, file));
    if (!match) continue;
    const source = path.join(root, match[1] ?? '');
    const exists = ['.ts', '.js', '.mts', '.tsx'].some((extension) => existsSync(source + extension));
    if (!exists) rmSync(file);
  }
}
