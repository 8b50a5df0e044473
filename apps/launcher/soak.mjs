import { bootstrap } from './bootstrap.mjs';
import { runMain } from './problem.mjs';

/** @param {string} line */
const say = (line) => console.log(line);

await runMain(async () => {
  await bootstrap(import.meta.url, say);
  const { runSoak } = await import('./soak-run.mjs');
  return runSoak(process.argv.slice(2), say);
});
