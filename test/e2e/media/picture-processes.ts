import { readdir, readFile } from 'node:fs/promises';

/** Processes of pictures that this one started. */
export async function pictureProcesses(): Promise<number[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    numbers.map(async (pid) => {
      const [stat = '', command = ''] = await Promise.all(['stat', 'cmdline'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => ''))); // prettier-ignore
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(parent) === process.pid && state !== 'Z' && command.includes('picture-worker') ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}

/** Waits for `work`, and ends processes of pictures as they come. */
export async function whileTheyDie<T>(work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = work.finally(() => (isOver = true));
  while (!isOver) {
    for (const pid of await pictureProcesses()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went by itself.
      }
    }
  }
  return over;
}
