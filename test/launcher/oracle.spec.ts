import { jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { npm, somePorts, untilNothingRuns } from './running.js';
import { makeStandInClone, type StandInClone } from './stand-in-clone.js';

jest.setTimeout(120_000);

describe('npm run oracle', () => {
  const { api } = somePorts();
  let clone: StandInClone;
  let recorded: string;

  beforeAll(() => {
    clone = makeStandInClone();
    recorded = mkdtempSync(path.join(os.tmpdir(), 'pipit-recorded-'));
    mkdirSync(path.join(recorded, 'demosite'));
    const image = {
      model: 'wagtailimages.image',
      pk: 1,
      fields: { file: 'original_images/a.png', width: 30, height: 20 },
    };
    writeFileSync(path.join(recorded, 'demosite', 'fixture.json'), JSON.stringify([image]));
  });
  afterAll(async () => {
    expect(await untilNothingRuns(clone)).toEqual([]);
    clone.remove();
    rmSync(recorded, { recursive: true });
  });

  const oracle = (args: string[], env: Record<string, string> = {}) =>
    npm(clone, ['run', '--silent', 'oracle', '--', ...args], { PORT: String(api), PIPIT_ORACLE: recorded, ...env });

  it('migrates an empty database, imports the set with its media, and serves it until interrupted', async () => {
    const run = oracle(['demosite']);
    expect(await run.until(/ready.*\n/)).toContain(`demosite is ready on http://127.0.0.1:${api}`);
    const served = (await (
      await fetch(`http://127.0.0.1:${api}/`, { headers: { host: 'anything.example' } })
    ).json()) as object;
    expect(served).toMatchObject({ data: expect.stringMatching(/pipit-oracle-.*media$/) });
    const log = readFileSync(clone.file('.pipit', 'logs', 'import.log'), 'utf8');
    expect(log).toContain('a.png 30 x 20');
    run.child.kill('SIGTERM');
    await run.exitCode();
    expect(await untilNothingRuns(clone)).toEqual([]);
  });

  it.each([
    [[], 'Say which recorded data set to serve'],
    [['nonsense'], 'There is no data set "nonsense". There are: demosite'],
  ])('explains itself when called with %j', async (args, message) => {
    const run = oracle(args);
    expect(await run.exitCode()).toBe(1);
    expect(run.output()).toContain(message);
  });

  it('says where it looked for recorded data that are not there', async () => {
    const run = oracle(['demosite'], { PIPIT_ORACLE: '/nowhere' });
    expect(await run.exitCode()).toBe(1);
    expect(run.output()).toContain('The recorded data are not in /nowhere.');
  });
});
