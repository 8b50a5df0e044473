import { bootstrap } from './bootstrap.mjs';
import { runMain } from './problem.mjs';

// Progress goes to the error stream: what the command itself prints can be piped on.
/** @param {string} line */
const say = (line) => console.error(line);

await runMain(async () => {
  await bootstrap(import.meta.url, say);
  const { runPipit } = await import('./command-line.mjs');
  return runPipit(process.argv.slice(2), say);
});
