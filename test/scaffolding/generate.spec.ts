import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const module = (...names: string[]): string => path.join(repository, 'node_modules', ...names);

/** Runs a program of the repository to its end; answers what it printed, and its exit code. */
async function node(...args: string[]): Promise<{ code: number; out: string }> {
  const run = promisify(execFile)(process.execPath, args, { cwd: repository, env: { PATH: process.env['PATH'] } });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout + error.stderr,
    }),
  );
}

describe('npm run pipit -- generate', () => {
  // Inside the repository, where compiler, linter and tests find their settings.
  let folder = '';
  let registered = '';
  let built = '';
  const file = (name: string): string => path.join(folder, name);
  const generate = (...args: string[]) =>
    node(path.join(repository, 'dist/apps/api/src/cli.js'), 'generate', ...args, '--dir', folder);

  beforeAll(async () => {
    await mkdir(path.join(repository, 'apps/demo/src/types'), { recursive: true });
    folder = await mkdtemp(path.join(repository, 'apps/demo/src/types/generated-'));
    await writeFile(file('index.ts'), `/** What the test generates. */\nexport const types = [];\n`);
    expect(await generate('page-type', 'NewsPage')).toMatchObject({ code: 0 });
    expect(await generate('snippet', 'badge')).toMatchObject({ code: 0 });
    expect(await generate('block', 'image-quote')).toMatchObject({ code: 0 });
    for (const name of ['nest-cli.json', 'tsconfig.json'])
      await cp(path.join(repository, name), file(`with-plugin/${name}`));
    const cli = path.join(repository, 'dist/apps/api/src/cli.js');
    expect(await node(cli, 'generate', 'plugin', 'SeedBox', '--dir', file('with-plugin'))).toMatchObject({ code: 0 });
    registered = await readFile(file('with-plugin/tsconfig.json'), 'utf8');
    built = await readFile(file('with-plugin/nest-cli.json'), 'utf8');
    // Compiler and linter go by the settings of the repository.
    await rm(file('with-plugin/tsconfig.json'));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('adds the types to the project’s list', async () => {
    const index = await readFile(file('index.ts'), 'utf8');
    expect(index).toContain("import { NewsPage } from './news-page.js';");
    expect(index).toContain('export const types = [NewsPage, Badge];');
  });

  it('adds a plugin to what is built and compiled', () => {
    expect(registered).toContain('"@pipit/contrib/seed-box": ["./libs/contrib/seed-box/src/index.ts"]');
    expect(built).toContain('"root": "libs/contrib/seed-box"');
    expect(JSON.parse(built)).toHaveProperty('projects.seed-box.type', 'library');
  });

  it('writes what compiles', async () => {
    const config = file('tsconfig.json');
    const extended = path.relative(folder, path.join(repository, 'tsconfig.json'));
    await writeFile(config, JSON.stringify({ extends: extended, compilerOptions: { noEmit: true }, include: ['.'] }));
    expect(await node(module('typescript7/bin/tsc'), '--project', config)).toEqual({ code: 0, out: '' });
    await rm(config);
  }, 60_000);

  it('writes what the linter and the formatter leave alone', async () => {
    const eslint = [module('eslint/bin/eslint.js'), '--config', '.config/eslint.config.mjs', '--max-warnings', '0'];
    expect(await node(...eslint, folder)).toEqual({ code: 0, out: '' });
    expect(await node(module('prettier/bin/prettier.cjs'), '--check', folder)).toMatchObject({ code: 0 });
  }, 60_000);

  it('writes tests that pass', async () => {
    const jest = ['--experimental-vm-modules', module('jest/bin/jest.js'), '--config', 'test/jest.config.mjs'];
    const { code, out } = await node(...jest, '--selectProjects', 'unit', '--runTestsByPath', file('news-page.spec.ts'), file('badge.spec.ts'), file('image-quote.spec.ts'), file('with-plugin/libs/contrib/seed-box/src/seed-box.rules.spec.ts')); // prettier-ignore
    expect([code, out]).toEqual([0, expect.stringContaining('Tests:       8 passed, 8 total')]);
  }, 60_000);

  it('never writes over what is there', async () => {
    const before = await readFile(file('news-page.ts'), 'utf8');
    const again = await generate('page-type', 'news-page');
    expect(again.code).toBe(1);
    expect(again.out).toContain('is there already. Nothing was written.');
    expect(await readFile(file('news-page.ts'), 'utf8')).toBe(before);
  });

  it('refuses a name that is none', async () => {
    expect(await generate('block', '7 up')).toMatchObject({
      code: 1,
      out: expect.stringContaining('“7 up”') as string,
    });
  });
});
