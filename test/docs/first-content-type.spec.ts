import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestDatabase } from '../support/database.js';
import { ADMINISTRATOR, DEMO, siteDatabase, startSite, type RunningSite } from '../support/running-site.js';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A step of a guide: a file to write, or a command to run. */
type Step =
  | { readonly does: 'write'; readonly file: string; readonly text: string }
  | { readonly does: 'run'; readonly command: string };

/** The steps of a guide, in order. */
function stepsOf(markdown: string): Step[] {
  return [...markdown.matchAll(/^```(\w+)(?: file=(\S+))?\n(.*?)^```/gms)].flatMap(
    ([, language, file, text = '']): Step[] => {
      if (file) return [{ does: 'write', file, text }];
      if (language !== 'sh') throw new Error(`A block of ${language} is neither a file nor a command: ${text}`);
      return text
        .trim()
        .split('\n')
        .map((command) => ({ does: 'run', command }));
    },
  );
}

/** The repository as it is checked out, changes included, with the packages of this one. */
async function makeClone(): Promise<string> {
  const clone = await mkdtemp(path.join(os.tmpdir(), 'pipit-guide-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  for (const name of listed.split('\0').filter(Boolean)) {
    await cp(path.join(repository, name), path.join(clone, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await symlink(path.join(repository, 'node_modules'), path.join(clone, 'node_modules'));
  return clone;
}

/** Publishes a recipe below the home page, as the editor does. */
async function publishRecipe({ origin }: RunningSite): Promise<void> {
  const send = async (url: string, body: object, token?: string) => {
    const answer = await fetch(new URL(url, origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    const answered = (await answer.json()) as Record<string, unknown>;
    expect([url, answer.ok, answered]).toEqual([url, true, answered]);
    return answered;
  };
  const { accessToken } = await send('/api/admin/v1/auth/login', ADMINISTRATOR);
  const steps = [
    { id: '0193b5a0-0000-7000-8000-000000000001', type: 'note', value: { tone: 'tip', text: 'Soak it.' } },
  ];
  const fields = { title: 'Barley soup', slug: 'barley-soup', summary: 'Warm.', minutes: 40, steps };
  await send('/api/admin/v1/pages', { parentId: 2, type: 'demo.Recipe', fields, publish: true }, accessToken as string);
}

describe('the guide “A first content type”', () => {
  let clone = '';
  let database: TestDatabase;
  let site: RunningSite | undefined;
  beforeAll(async () => {
    [clone, database] = await Promise.all([makeClone(), siteDatabase(DEMO)]);
  }, 300_000);
  afterAll(async () => {
    await (site ? site.stop() : database.drop());
    await rm(clone, { recursive: true, force: true });
  });

  const run = (program: string, args: readonly string[]) =>
    promisify(execFile)(program, args, {
      cwd: clone,
      env: {
        PATH: process.env['PATH'],
        HOME: clone,
        DATABASE_URL: database.url,
        PIPIT_DATA: path.join(clone, 'media'),
      },
    });

  /** Does what a command does; answers what it printed. */
  async function follow(command: string): Promise<string> {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const [program, ...args] = words;
    if (command === 'npm start') {
      site = await startSite(DEMO, { root: clone, database });
      await publishRecipe(site);
      return '';
    }
    if (command.startsWith('npm test -- ')) {
      // Jest alone: the command builds editor and frontend first, which this test has no use for.
      const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', 'test/jest.config.mjs'];
      const { stderr } = await run(process.execPath, [
        ...jest,
        '--rootDir',
        clone,
        '--runTestsByPath',
        ...args.slice(2),
      ]);
      return stderr;
    }
    if (program === 'curl') {
      const asked = new URL(args[0] ?? '');
      return (await fetch(new URL(asked.pathname + asked.search, site?.origin))).text();
    }
    const { stdout } = await run(program ?? '', args);
    return stdout;
  }

  it('leads from nothing to a published page, every step as it is written', async () => {
    const guide = await readFile(path.join(repository, 'apps/docs/guide/first-content-type.md'), 'utf8');
    const printed = new Map<string, string>();
    for (const step of stepsOf(guide)) {
      if (step.does === 'write') await writeFile(path.join(clone, step.file), step.text);
      else printed.set(step.command, await follow(step.command));
    }
    const output = (begin: string): string => [...printed].find(([command]) => command.startsWith(begin))?.[1] ?? '';
    expect(output('npm test')).toContain('2 passed');
    expect(output('npm run pipit -- makemigrations')).toMatch(/Wrote apps\/demo\/src\/migrations\/\d+-add-recipes\.ts/);
    expect(output('npm run pipit -- migrate')).toContain('AddRecipes');
    const answer = JSON.parse(output('curl')) as { meta: { total_count: number }; items: object[] };
    expect(answer.items).toMatchObject([
      { title: 'Barley soup', summary: 'Warm.', minutes: 40, steps: [{ type: 'note', value: { tone: 'tip' } }] },
    ]);
    expect(await readFile(path.join(clone, 'pipit-types.ts'), 'utf8')).toContain('export type RecipeStepsBlock = ');
    // One line in the project’s list of types, and the import it needs.
    const index = 'apps/demo/src/types/index.ts';
    const lines = async (root: string) => (await readFile(path.join(root, index), 'utf8')).split('\n');
    const before = new Set(await lines(repository));
    expect((await lines(clone)).filter((line) => !before.has(line))).toEqual([
      "import { Recipe } from './recipe.js';",
      '  Recipe,',
    ]);
  }, 300_000);
});
