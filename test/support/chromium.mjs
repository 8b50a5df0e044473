import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { takeLock } from '../../apps/launcher/lock.mjs';

/**
 * A browser program and the environment it needs.
 * @typedef {{ program: string, env: Record<string, string> }} Chromium
 */

const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * A Chrome or Chromium of the machine where there is one (or named by PIPIT_CHROME), otherwise the one from npm,
 * unpacked once into node_modules.
 * @returns {Promise<Chromium>}
 */
export async function findChromium() {
  const program = process.env.PIPIT_CHROME || installedChrome();
  return program ? { program, env: {} } : unpackedChromium();
}

/** @returns {string | undefined} */
function installedChrome() {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return [...onPath, ...elsewhere].find((file) => existsSync(file));
}

/** @returns {Promise<Chromium>} */
async function unpackedChromium() {
  const manifest = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build.*$/, 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = path.join(nodeModules, '.cache', `pipit-chromium-${version}`);
  if (!existsSync(folder)) await unpackOnce(folder);
  const program = path.join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: fontConfiguration(folder) };
  // The package brings the shared libraries Chromium needs; they are used only where the machine lacks them.
  const libraries = { ...env, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') };
  return { program, env: starts(program, env) ? env : libraries };
}

/**
 * The package's own configuration looks for fonts where it does not unpack them, and a Chromium without any font ends
 * itself at the first letter it has to draw.
 * @param {string} folder
 */
function fontConfiguration(folder) {
  const file = path.join(folder, 'fonts.conf');
  const dirs = [path.join(folder, 'fonts', 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = [...dirs.map((dir) => `<dir>${dir}</dir>`), `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`];
  if (!existsSync(file)) writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>${lines.join('')}</fontconfig>\n`);
  return file;
}

/**
 * @param {string} program
 * @param {Record<string, string>} env
 */
function starts(program, env) {
  return spawnSync(program, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0;
}

/**
 * The package itself unpacks into the one temporary folder of the machine, where workers and users would meet: we
 * unpack aside, in a process with a temporary folder of its own, one worker at a time.
 * @param {string} folder
 */
async function unpackOnce(folder) {
  const lockFile = `${folder}.lock`;
  let taken = await takeLock(lockFile, 'unpacking Chromium');
  for (; !taken.lock; taken = await takeLock(lockFile, 'unpacking Chromium')) await sleep(200);
  try {
    if (existsSync(folder)) return;
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    const script = `import { inflate } from '@sparticuz/chromium'; import path from 'node:path';
      const bin = path.join(path.dirname(import.meta.resolve('@sparticuz/chromium').replace('file://', '')), '..', 'bin');
      for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(path.join(bin, name));`;
    const result = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: path.dirname(nodeModules),
      env: { ...process.env, TMPDIR: unfinished, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    if (result.status !== 0) throw new Error(`Chromium could not be unpacked: ${result.stderr}`);
    renameSync(unfinished, folder);
  } finally {
    taken.lock.release();
  }
}
