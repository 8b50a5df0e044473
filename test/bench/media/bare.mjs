import { spawn } from 'node:child_process';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/**
 * The same pipeline by the engine alone, with the same threads: read, turn, shrink, encode, and a file that is whole and on disk.
 * @param {number} lanes
 * @param {string} file
 * @param {readonly number[]} widths
 * @param {string} folder
 */
export async function bareRenditions(lanes, file, widths, folder) {
  sharp.cache(false);
  sharp.concurrency(1);
  const waiting = [...widths];
  const lane = async () => {
    for (let width = waiting.shift(); width !== undefined; width = waiting.shift()) {
      const { autoOrient } = await sharp(file).metadata();
      const height = Math.max(1, Math.trunc((autoOrient.height * width) / autoOrient.width));
      const target = path.join(folder, `${width}.jpg`);
      await sharp(file, { failOn: 'none' })
        .autoOrient()
        .resize(width, height, { fit: 'fill' })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 76, progressive: true })
        .toFile(`${target}.part`);
      const handle = await open(`${target}.part`, 'r');
      await handle.sync();
      await handle.close();
      await rename(`${target}.part`, target);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * A server of files in a process of its own.
 * @param {string} folder
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function bareStatic(folder) {
  const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'static-server.mjs');
  const server = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const lines = createInterface({ input: server.stdout });
  /** @type {string} */
  const line = await new Promise((resolve) => lines.once('line', resolve));
  return {
    port: Number(line),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
