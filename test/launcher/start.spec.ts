import { jest } from '@jest/globals';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { npm, processesOf, type RunningCommand, somePorts, untilNothingRuns } from './running.js';
import { makeStandInClone, type StandInClone } from './stand-in-clone.js';

const { api, site, env: ports } = somePorts();

jest.setTimeout(120_000);

/** Stops a run the way Ctrl-C does: the signal reaches the launcher. */
async function interrupt(run: RunningCommand, clone: StandInClone): Promise<void> {
  process.kill(launcherOf(clone), 'SIGINT');
  await run.exitCode();
}

function launcherOf(clone: StandInClone): number {
  const lock = JSON.parse(readFileSync(clone.file('.pipit', 'running.lock'), 'utf8')) as { owner: { pid: number } };
  return lock.owner.pid;
}

function apiAddress(output: string): string {
  return /http:\/\/localhost:\d+(?=\/api\/v2)/.exec(output)?.[0].replace('localhost', '127.0.0.1') ?? '(no address)';
}

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

describe('npm start', () => {
  let clone: StandInClone;
  beforeAll(() => {
    clone = makeStandInClone();
  });
  afterEach(async () => {
    // A test that failed halfway must not fail the following ones.
    for (const line of processesOf(clone).filter((each) => each.includes('start.mjs'))) {
      process.kill(Number.parseInt(line, 10), 'SIGKILL');
    }
    expect(await untilNothingRuns(clone)).toEqual([]);
  });
  afterAll(() => {
    clone.remove();
  });

  it('builds, migrates, loads the demo, shows the first password once, and says ready in its last line', async () => {
    const run = npm(clone, ['start'], ports);
    const output = await run.until(/ready.*\n/);
    expect(output).toMatch(/Building the server\nBuilding the editor\nBuilding the demo frontend\n/);
    expect(output).toMatch(/Sign in as\s+admin@example\.com\n\s+Password\s+\w{5}-\w{5}-\w{5}-\w{5}\n/);
    expect(output.trimEnd().split('\n').at(-1)).toMatch(/ready/);
    expect((await fetch(`${apiAddress(output)}/`)).status).toBe(200);
    await interrupt(run, clone);
    expect(await run.exitCode()).toBe(0);
    expect(await untilNothingRuns(clone)).toEqual([]);
  });

  it('starts a second time without building, loading or a password, in under eight seconds', async () => {
    const began = performance.now();
    const run = npm(clone, ['start'], ports);
    const output = await run.until(/ready.*\n/);
    expect(performance.now() - began).toBeLessThan(8000);
    expect(output).not.toMatch(/Building|migrations|Loading|Password/);
    await interrupt(run, clone);
  });

  it('builds again what has changed, and nothing else', async () => {
    writeFileSync(clone.file('apps', 'editor', 'new-file.ts'), '');
    const run = npm(clone, ['start'], ports);
    const output = await run.until(/ready.*\n/);
    expect(output).toMatch(/Building the editor/);
    expect(output).not.toMatch(/Building the server/);
    await interrupt(run, clone);
  });

  it('looks for new migrations when the server was built again', async () => {
    writeFileSync(clone.file('apps', 'api', 'src', 'new-file.ts'), 'export const added = true;');
    const run = npm(clone, ['start'], ports);
    expect(await run.until(/ready.*\n/)).toMatch(/Building the server[\s\S]*Applying migrations/);
    await interrupt(run, clone);
  });

  it('takes the next port when one is taken, and says so', async () => {
    const others = [await listenOn(api), await listenOn(site)];
    const run = npm(clone, ['start'], ports);
    const output = await run.until(/ready.*\n/);
    expect(output).toContain(`port ${api} is taken: the API uses ${api + 1}`);
    expect(output).toContain(`port ${site} is taken: the demo frontend uses ${site + 1}`);
    expect(apiAddress(output)).toBe(`http://127.0.0.1:${api + 1}`);
    await interrupt(run, clone);
    others.forEach((server) => server.close());
  });

  it('refuses to run twice in one clone, naming the process that does', async () => {
    const first = npm(clone, ['start'], ports);
    await first.until(/ready.*\n/);
    const second = npm(clone, ['start'], ports);
    expect(await second.exitCode()).toBe(1);
    expect(second.output()).toContain(`"npm start" is already running in this clone (process ${launcherOf(clone)})`);
    await interrupt(first, clone);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves no process after %s', async (signal) => {
    const run = npm(clone, ['start'], ports);
    await run.until(/ready.*\n/);
    process.kill(launcherOf(clone), signal);
    expect(await run.exitCode()).toBe(0);
    expect(await untilNothingRuns(clone)).toEqual([]);
  });

  it('leaves no process when npm is killed, which takes nothing along', async () => {
    const run = npm(clone, ['start'], ports);
    await run.until(/ready.*\n/);
    run.child.kill('SIGKILL');
    expect(await untilNothingRuns(clone)).toEqual([]);
  });

  it('leaves no process when the launcher is killed, and starts again over what it left', async () => {
    const run = npm(clone, ['start'], ports);
    await run.until(/ready.*\n/);
    process.kill(launcherOf(clone), 'SIGKILL');
    const again = npm(clone, ['start'], ports);
    expect(apiAddress(await again.until(/ready.*\n/))).toBe(`http://127.0.0.1:${api}`);
    await interrupt(again, clone);
    expect(await untilNothingRuns(clone)).toEqual([]);
  });

  it('starts over the pid file of a crashed database, even when somebody else has the pid by now', async () => {
    const pidFile = clone.file('.pipit', 'postgres', 'data', 'postmaster.pid');
    writeFileSync(
      pidFile,
      `${process.pid}\n${clone.file('.pipit', 'postgres', 'data')}\n1\n5432\n\n127.0.0.1\n\nready\n`,
    );
    const run = npm(clone, ['start'], ports);
    expect(await run.until(/ready.*\n/)).toContain('the database was not shut down properly last time');
    await interrupt(run, clone);
  });

  it('brings the database back when it ends by itself', async () => {
    const run = npm(clone, ['start'], ports);
    await run.until(/ready.*\n/);
    const pid = Number.parseInt(readFileSync(clone.file('.pipit', 'postgres', 'data', 'postmaster.pid'), 'utf8'), 10);
    process.kill(pid, 'SIGKILL');
    await run.until(/starting it again/);
    const calls = async (): Promise<string> => {
      const command = npm(clone, ['run', '--silent', 'pipit', '--', 'calls']);
      return (await command.exitCode()) === 0 ? command.output() : calls();
    };
    expect(await calls()).toContain('migrate');
    await interrupt(run, clone);
  });

  it('stops everything when a part crashes, and says which', async () => {
    const run = npm(clone, ['start'], ports);
    const output = await run.until(/ready.*\n/);
    await fetch(`${apiAddress(output)}/crash`).catch(() => undefined);
    expect(await run.exitCode()).toBe(1);
    expect(run.output()).toContain('The API server ended unexpectedly (exit code 3), so everything stops.');
  });

  it('shows what a server said that does not come up', async () => {
    const run = npm(clone, ['start'], { ...ports, STAND_IN_CRASH: 'yes' });
    expect(await run.exitCode()).toBe(1);
    expect(run.output()).toContain('the stand-in fell over');
    expect(run.output()).not.toContain('ready');
  });

  it.each([
    [
      'postgres://nobody@127.0.0.1:4199/none',
      'The database none at 127.0.0.1:4199 cannot be used: nothing listens there.',
    ],
    ['mysql://localhost/x', 'DATABASE_URL must look like postgres://user:password@host:5432/name.'],
  ])('says in one sentence what is wrong with DATABASE_URL=%s', async (url, message) => {
    const run = npm(clone, ['start'], { ...ports, DATABASE_URL: url });
    expect(await run.exitCode()).toBe(1);
    expect(run.output()).toContain(message);
    expect(run.output()).not.toMatch(/\n\s+at /);
  });

  it('keeps its secrets to the owner of the clone', () => {
    for (const name of ['secret', 'postgres/password'])
      expect(statSync(clone.file('.pipit', name)).mode & 0o077).toBe(0);
  });
});
