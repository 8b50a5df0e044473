// Loaded before the server: tells how long its event loop was held up, on SIGWINCH, and begins anew.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks; what is measured is counted from there. */
const RESOLUTION = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();

// A signal that ends nobody: Nest takes most of the others for the wish to stop.
process.on('SIGWINCH', () => {
  const ms = (/** @type {number} */ nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
  const told = { p99: ms(delay.percentile(99)), most: ms(delay.max) };
  delay.reset();
  writeFileSync(path.join(process.env['PIPIT_DATA'] ?? '.', `event-loop-${process.pid}.json`), JSON.stringify(told));
});
