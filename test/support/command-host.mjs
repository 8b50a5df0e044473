import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

// Runs the command line again and again in one process, one command after the other. Loading the server takes a second,
// and tests run more than a hundred commands. Each gets an environment, an output and an exit code of its own.

/** @typedef {{ cli: string; args: string[]; env: Record<string, string> }} Command */
/** @typedef {{ code: number; out: string; err: string }} Ended */

class Exited extends Error {}

const { EntitiesMetadataStorage } = await import(
  new URL('../../node_modules/@nestjs/typeorm/dist/entities-metadata.storage.js', import.meta.url).href
);
await import(new URL('../../dist/apps/api/src/app.module.js', import.meta.url).href);
/** @type {Map<string, object[]>} Tables by connection; those of the last command's project must not be the next one's. */
const tables = EntitiesMetadataStorage.storage;
const ofPipit = [...tables].map(([name, entities]) => /** @type {const} */ ([name, [...entities]]));

const write = process.stdout.write.bind(process.stdout);
const own = { ...process.env };
let count = 0;

/**
 * @param {Command} command
 * @returns {Promise<Ended>}
 */
async function run({ cli, args, env }) {
  const printed = { out: '', err: '' };
  /** @type {number | null} */
  let exited = null;
  /** @param {'out' | 'err'} to */
  const collect = (to) => /** @param {string | Uint8Array} chunk */ (chunk) => {
    if (exited === null) printed[to] += String(chunk);
    return true;
  };
  Object.assign(process.stdout, { write: collect('out') });
  Object.assign(process.stderr, { write: collect('err') });
  // Nothing after it runs, and nothing it would have printed counts.
  process.exit = (code) => {
    exited ??= Number(code ?? process.exitCode ?? 0);
    throw new Exited();
  };
  process.exitCode = 0;
  tables.clear();
  for (const [name, entities] of ofPipit) tables.set(name, [...entities]);
  process.env = { ...own, ...env };
  process.argv = [process.argv0, cli, ...args];
  try {
    count += 1;
    await import(`${pathToFileURL(cli).href}?${count}`);
  } catch (error) {
    if (!(error instanceof Exited)) throw error;
  }
  const code = exited ?? Number(process.exitCode);
  process.exitCode = 0;
  return { code, ...printed };
}

for await (const line of createInterface({ input: process.stdin })) {
  write(`${JSON.stringify(await run(JSON.parse(line)))}\n`);
}
