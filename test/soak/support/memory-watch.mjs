// Loaded before the server: tells what it holds in memory, without what it has let go of, on SIGWINCH.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collect = vm.runInNewContext('gc');

// A signal that ends nobody: Nest takes most of the others for the wish to stop.
process.on('SIGWINCH', () => {
  // What is only held by something that is let go of in the first round goes in the second.
  collect();
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  const told = { resident: rss, held: heapUsed + external };
  writeFileSync(path.join(process.env['PIPIT_DATA'] ?? '.', `memory-${process.pid}.json`), JSON.stringify(told));
});
