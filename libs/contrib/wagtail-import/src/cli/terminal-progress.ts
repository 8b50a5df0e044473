import type { Progress } from '../progress.js';

/** Where a command writes. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 24;

/** A bar where somebody watches, a line for each step elsewhere. */
export function terminalProgress(output: Output): Progress & { end(): void } {
  let [step, total, done] = ['', 0, 0];
  const draw = (): void => {
    const filled = total === 0 ? WIDTH : Math.round((WIDTH * done) / total);
    output.write(`\r  ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total} ${step}\x1b[K`);
  };
  const end = (): void => {
    if (step !== '' && output.isTTY) output.write('\n');
    step = '';
  };
  return {
    begin(name, count) {
      end();
      [step, total, done] = [name, count, 0];
      if (output.isTTY) draw();
      else output.write(`${name}: ${count}\n`);
    },
    advance(count) {
      done += count;
      if (output.isTTY) draw();
    },
    end,
  };
}
