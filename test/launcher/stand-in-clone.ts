import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A clone with the real launcher and small stand-ins for the applications, quick to build and start. */
export interface StandInClone {
  readonly root: string;
  file(...names: string[]): string;
  remove(): void;
}

/** Makes one; `closed` keeps every other user out, as a home folder of mode 0700 does. */
export function makeStandInClone({ closed = false } = {}): StandInClone {
  const root = mkdtempSync(path.join(os.tmpdir(), 'pipit-clone-'));
  chmodSync(root, closed ? 0o700 : 0o755);
  const file = (...names: string[]): string => path.join(root, ...names);
  cpSync(path.join(repository, 'apps', 'launcher'), file('apps', 'launcher'), { recursive: true });
  for (const name of ['package-lock.json', 'tsconfig.json']) cpSync(path.join(repository, name), file(name));
  symlinkSync(path.join(repository, 'node_modules'), file('node_modules'));
  const { scripts } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as { scripts: object };
  write(
    file('package.json'),
    JSON.stringify({ name: 'stand-in', private: true, type: 'module', workspaces: ['apps/*'], scripts }),
  );
  write(file('nest-cli.json'), JSON.stringify(nestConfiguration));
  write(file('apps', 'api', 'src', 'main.ts'), server);
  write(file('apps', 'api', 'src', 'cli.ts'), commandLine);
  workspace(file('apps', 'editor'), "mkdirSync('dist',{recursive:true});writeFileSync('dist/index.html','editor')");
  workspace(
    file('apps', 'site'),
    `mkdirSync('dist/server',{recursive:true});writeFileSync('dist/server/entry.mjs',${JSON.stringify(site)})`,
  );
  return { root, file, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function write(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function workspace(folder: string, build: string): void {
  const name = `@stand-in/${path.basename(folder)}`;
  write(
    path.join(folder, 'package.json'),
    JSON.stringify({ name, type: 'module', scripts: { build: 'node build.mjs' } }),
  );
  write(path.join(folder, 'build.mjs'), `import { mkdirSync, writeFileSync } from 'node:fs';\n${build};\n`);
}

const nestConfiguration = {
  monorepo: true,
  root: 'apps/api',
  sourceRoot: 'apps/api/src',
  compilerOptions: { builder: { type: 'swc', options: { quiet: true } }, tsConfigPath: 'tsconfig.json' },
  projects: { api: { type: 'application', root: 'apps/api', entryFile: 'main', sourceRoot: 'apps/api/src' } },
};

const server = `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  if (request.url === '/crash') process.exit(3);
  response.end(JSON.stringify({ site: process.env.PIPIT_SITE_URL, data: process.env.PIPIT_DATA }));
});
if (process.env.STAND_IN_CRASH) { console.error('the stand-in fell over'); process.exit(3); }
server.listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

/** Keeps its state in one table, so that tests see what was called, and in which order. */
const commandLine = `
import pg from 'pg';
import { readFileSync } from 'node:fs';
const [command, ...args] = process.argv.slice(2);
if (command === '--help') { console.log('help of the stand-in'); process.exit(0); }
if (command === 'fail') { console.error('this command always fails'); process.exit(7); }
if (command === 'import') {
  const media = args[args.indexOf('--media') + 1];
  const { default: sharp } = await import('sharp');
  for (const { fields } of JSON.parse(readFileSync(args[1], 'utf8'))) {
    const { width, height } = await sharp(media + '/' + fields.file).metadata();
    console.log(fields.file, width, 'x', height);
  }
}
if (process.env.STAND_IN_FAIL === command) { console.error(command + ' went wrong'); process.exit(1); }
const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
if (command === 'migrate') await client.query('CREATE TABLE IF NOT EXISTS called (id serial, command text, input text)');
const input = args.includes('--password-stdin') ? readFileSync(0, 'utf8').trim() : '';
await client.query('INSERT INTO called (command, input) VALUES ($1, $2)', [[command, ...args].join(' '), input]);
if (command === 'calls') console.log((await client.query('SELECT command FROM called ORDER BY id')).rows.map((row) => row.command).join(' | '));
await client.end();
`;

const site = `import { createServer } from 'node:http';
createServer((request, response) => response.end(process.env.PIPIT_API_URL)).listen(Number(process.env.PORT), process.env.HOST);
`;
