import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { layout } from './layout.mjs';
import { Problem } from './problem.mjs';
import { parentOf } from './processes.mjs';

/**
 * Gets a script to where it can work: packages installed, and running on the Node which the lockfile pins. Nothing
 * outside Node itself is imported before that, and the syntax here stays within Node 20.
 * @param {string} scriptUrl `import.meta.url` of the script, to be started again on the pinned Node
 * @param {(line: string) => void} say
 */
export async function bootstrap(scriptUrl, say) {
  refuseOldNode();
  await ensureInstalled(layout, say);
  process.env.PATH = [layout.bin, process.env.PATH].filter(Boolean).join(path.delimiter);
  const pinned = pinnedNode();
  watchAncestors();
  if (!pinned || pinned.version === process.version) return;
  process.exit(await runOn(pinned.program, fileURLToPath(scriptUrl)));
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Problem(`Pipit needs Node 20.19 or newer to install itself; this is ${process.version}.`);
}

/** @returns {{ program: string, version: string } | null} */
function pinnedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const folder = path.join(layout.root, 'node_modules', `node-${system}-${process.arch}`, 'bin');
  const program = path.join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  const answer = existsSync(program) ? spawnSync(program, ['--version'], { encoding: 'utf8' }) : null;
  if (answer?.status === 0) return { program, version: answer.stdout.trim() };
  if (Number(process.versions.node.split('.')[0]) >= 24) return null;
  throw new Problem(
    `npm has no Node 24 for this machine (${process.platform} ${process.arch}), and this is ${process.version}. Install Node 24 or newer.`,
  );
}

/**
 * @param {string} program
 * @param {string} script
 * @returns {Promise<number>} exit code
 */
function runOn(program, script) {
  // The channel tells the child when we are gone, even by `kill -9`.
  const child = spawn(program, [script, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // Ctrl-C reaches the child by itself, being in the same process group; the others are ours to pass on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * When npm, its shell, or the Node that started us is killed, nobody is left to stop us: we ask ourselves to stop.
 */
function watchAncestors() {
  const stopOurselves = () => process.kill(process.pid, 'SIGTERM');
  if (process.channel) {
    process.once('disconnect', stopOurselves);
    process.channel.unref();
    return;
  }
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  // npm starts a shell, which starts us.
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    stopOurselves();
  }, 500);
  timer.unref();
}
