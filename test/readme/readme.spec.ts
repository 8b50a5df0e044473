import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const code = [...readme.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text ?? '');
const shell = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text]) => (text ?? '').trim().split('\n'));
const commands = [...new Set([...shell, ...code.filter((text) => text.startsWith('npm '))])];

/** The name of the script which a command such as `npm run check` or `npm test -- x` runs. */
function scriptOf(command: string): string {
  return /^npm (?:run )?([\w:-]+)/.exec(command)?.[1] ?? command;
}

describe('README.md', () => {
  it('fits on one page', () => {
    expect(readme.split('\n').length).toBeLessThan(80);
  });

  it.each(commands)('names a command that exists: %s', (command) => {
    const script = scripts[scriptOf(command)];
    expect(script).toBeDefined();
    const file = /^node (\S+)/.exec(script ?? '')?.[1];
    if (file) expect(existsSync(path.join(root, file))).toBe(true);
  });

  it('names commands of the command line that exist', () => {
    const help = spawnSync(process.execPath, [path.join(root, 'dist/apps/api/src/cli.js'), '--help'], {
      encoding: 'utf8',
    });
    const row = readme.split('\n').find((line) => line.includes('npm run pipit -- --help')) ?? '';
    const named = [...row.matchAll(/`([a-z:]+)(?: \w+)?`/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(4);
    for (const name of named) expect(help.stdout).toContain(name);
  });

  it('points at files that exist', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file ?? '');
    const places = code.filter((text) => /^(apps|libs|docker|migrations|test)(\/|$)|^[A-Z]+$|^\.dependency/.test(text));
    const files = places.filter((text) => text !== 'HOST' && text !== 'PORT');
    expect(files.length).toBeGreaterThan(6);
    for (const file of [...pictures, ...files]) expect([file, existsSync(path.join(root, file))]).toEqual([file, true]);
  });

  it('names every project of the tests', async () => {
    const { default: jest } = (await import('../jest.config.mjs')) as {
      default: { projects: { displayName: string }[] };
    };
    for (const { displayName } of jest.projects) expect(readme).toContain(`\`${displayName}\``);
  });

  it('shows a content type that compiles', () => {
    const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const folder = path.join(root, '.pipit', 'readme-example');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'example.ts'), example);
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../tsconfig.json', include: ['example.ts'], compilerOptions: { noEmit: true } }),
    );
    const compiler = path.join(root, 'node_modules/typescript7/bin/tsc');
    const result = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(result.stdout).toBe('');
  });
});
