import { bootstrap } from './bootstrap.mjs';
import { runMain } from './problem.mjs';

/** @param {string} line */
const say = (line) => console.log(line);

await runMain(async () => {
  await bootstrap(import.meta.url, say);
  const { runStack } = await import('./stack.mjs');
  return runStack({ develop: false, say });
});
