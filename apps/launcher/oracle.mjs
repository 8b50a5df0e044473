import { bootstrap } from './bootstrap.mjs';
import { runMain } from './problem.mjs';

/** @param {string} line */
const say = (line) => console.log(line);

await runMain(async () => {
  await bootstrap(import.meta.url, say);
  const { runOracle } = await import('./oracle-run.mjs');
  return runOracle(process.argv.slice(2), say);
});
