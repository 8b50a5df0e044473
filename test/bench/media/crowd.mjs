import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Connection } from '../../support/connection.mjs';

/** @typedef {{ answers: number, failed: number, differing: number }} Seen */

/**
 * Many clients, each of whom asks for all these addresses one after the other and begins somewhere else; in a process
 * of their own, so that whoever measures meanwhile measures the server.
 * @param {number} port
 * @param {number} clients
 * @param {readonly string[]} urls
 * @returns {Promise<Seen>} what they were answered
 */
export async function crowd(port, clients, urls) {
  const child = fork(fileURLToPath(import.meta.url), ['crowd']);
  child.send({ port, clients, urls });
  const [seen] = await once(child, 'message');
  return seen;
}

/** @param {{ port: number, clients: number, urls: readonly string[] }} wish @returns {Promise<Seen>} */
async function ask({ port, clients, urls }) {
  const lane = async (/** @type {number} */ start) => {
    const connection = new Connection(`http://127.0.0.1:${port}`);
    const answers = [];
    for (let step = 0; step < urls.length; step += 1) {
      const url = urls[(start + step) % urls.length] ?? '';
      const { status, headers } = await connection.get(url);
      answers.push({ status, name: `${url} ${headers.get('etag')}` });
    }
    connection.close();
    return answers;
  };
  const part = Math.ceil(urls.length / clients);
  const all = (await Promise.all(Array.from({ length: clients }, (_, index) => lane(index * part)))).flat();
  return {
    answers: all.length,
    failed: all.filter(({ status }) => status !== 200).length,
    differing: new Set(all.map(({ name }) => name)).size - urls.length,
  };
}

if (process.argv[2] === 'crowd') {
  // The clients of a server are other machines: they do not take its processors.
  setPriority(19);
  process.once('message', (wish) => {
    void ask(/** @type {Parameters<typeof ask>[0]} */ (wish)).then((seen) =>
      process.send?.(seen, undefined, undefined, () => process.disconnect()),
    );
  });
}
