import { jest } from '@jest/globals';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { useTestDatabase } from '../support/database.js';
import { withConnection } from '../support/server.js';
import { npm, somePorts, untilNothingRuns } from './running.js';
import { makeStandInClone, type StandInClone } from './stand-in-clone.js';

const { env: ports } = somePorts();
jest.setTimeout(120_000);

const isRoot = process.getuid?.() === 0;

describe('a first start', () => {
  let clone: StandInClone;
  beforeEach(() => {
    clone = makeStandInClone({ closed: true });
  });
  afterEach(async () => {
    expect(await untilNothingRuns(clone)).toEqual([]);
    clone.remove();
  });

  async function startAndStop(env: Record<string, string> = {}): Promise<string> {
    const run = npm(clone, ['start'], { ...ports, ...env });
    const output = await run.until(/ready.*\n/);
    run.child.kill('SIGTERM');
    await run.exitCode();
    return output;
  }

  (isRoot ? it : it.skip)(
    'as root in a closed folder puts the database where Postgres can go, and says where',
    async () => {
      const output = await startAndStop();
      const home = /binaries and data are in (\S+)/.exec(output)?.[1] ?? '';
      expect(existsSync(`${home}/data/PG_VERSION`)).toBe(true);
      const again = await startAndStop();
      expect(again).toContain(`embedded in ${home}`);
      expect(again).not.toContain('Loading the demo site');
      rmSync(home, { recursive: true });
    },
  );

  describe('with DATABASE_URL', () => {
    const database = useTestDatabase();

    it('fills an empty database, and finishes what a failed start left undone', async () => {
      const failed = npm(clone, ['start'], { ...ports, DATABASE_URL: database().url, STAND_IN_FAIL: 'demo:load' });
      expect(await failed.exitCode()).toBe(1);
      expect(failed.output()).toContain('demo:load went wrong');
      const output = await startAndStop({ DATABASE_URL: database().url });
      expect(output).toContain('Loading the demo site');
      expect(output).toMatch(/Password/);
      expect(output).not.toContain('embedded');
      const password = /Password\s+(\S+)/.exec(output)?.[1];
      const calls = await withConnection(database().url, (client) =>
        client.query<{ command: string; input: string }>(
          "SELECT command, input FROM called WHERE command LIKE 'user:%'",
        ),
      );
      expect(calls.rows).toEqual([{ command: expect.stringContaining('user:create-admin --email'), input: password }]);
    });

    it('leaves a database alone that has content already', async () => {
      await withConnection(database().url, (client) => client.query('CREATE TABLE somebodys (id int)'));
      const output = await startAndStop({ DATABASE_URL: database().url });
      expect(output).not.toMatch(/Loading the demo site|Password/);
    });
  });
});

describe('npm run pipit', () => {
  let clone: StandInClone;
  beforeAll(() => {
    clone = makeStandInClone();
  });
  afterAll(async () => {
    expect(await untilNothingRuns(clone)).toEqual([]);
    clone.remove();
  });

  const pipit = (...args: string[]) => npm(clone, ['run', '--silent', 'pipit', '--', ...args]);

  it('shows help without a database', async () => {
    const run = pipit('--help');
    expect(await run.exitCode()).toBe(0);
    expect(run.output()).toContain('help of the stand-in');
    expect(existsSync(clone.file('.pipit', 'postgres'))).toBe(false);
  });

  it('starts the embedded database for as long as the command takes', async () => {
    const first = pipit('migrate');
    expect([await first.exitCode(), await untilNothingRuns(clone)]).toEqual([0, []]);
    const second = pipit('calls');
    expect(await second.exitCode()).toBe(0);
    expect(second.output()).toContain('migrate | calls');
  });

  it('leaves the demo and the administrator to the first start, but what was done by hand', async () => {
    expect(await pipit('user:create-admin', '--email', 'me@example.com').exitCode()).toBe(0);
    const run = npm(clone, ['start'], ports);
    const output = await run.until(/ready.*\n/);
    expect(output).toContain('Loading the demo site');
    expect(output).not.toContain('Password');
    run.child.kill('SIGTERM');
    await run.exitCode();
  });

  it('passes on the exit code and what the command printed', async () => {
    const run = pipit('fail');
    expect(await run.exitCode()).toBe(7);
    expect(run.output()).toContain('this command always fails');
  });

  it('says which source does not compile', async () => {
    const source = clone.file('apps', 'api', 'src', 'cli.ts');
    const before = readFileSync(source, 'utf8');
    writeFileSync(source, 'export const = 1;');
    const run = pipit('migrate');
    expect(await run.exitCode()).toBe(1);
    expect(run.output()).toMatch(/Building the server failed[\s\S]*apps\/api\/src\/cli\.ts/);
    writeFileSync(source, before);
  });

  it('works one after the other when two are started at once', async () => {
    const runs = [pipit('migrate'), pipit('migrate')];
    expect(await Promise.all(runs.map((run) => run.exitCode()))).toEqual([0, 0]);
  });
});
