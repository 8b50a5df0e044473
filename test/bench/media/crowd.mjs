import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

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

/**
 * A client with a connection of its own that does as little as a client can, as what it takes of the processors is
 * missing to the server.
 * @param {number} port
 */
function client(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  /** @type {(answer: { status: number, name: string }) => void} */
  let resolve = () => {};
  /** @type {(reason: Error) => void} */
  let reject = () => {};
  let [path, head, missing] = ['', '', -1];
  socket.on('data', (bytes) => {
    if (missing < 0) {
      head += bytes.toString('latin1');
      const end = head.indexOf('\r\n\r\n') + 4;
      if (end < 4) return;
      missing = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(head)?.[1] ?? 0) + end - head.length;
    } else missing -= bytes.length;
    if (missing > 0) return;
    const etag = /\r\netag: ([^\r]*)/i.exec(head)?.[1];
    resolve({ status: Number(head.slice(9, 12)), name: `${path} ${etag}` });
  });
  socket.once('error', (error) => reject(error));
  socket.once('close', () => reject(new Error('The server closed a connection.')));
  return {
    /** @param {string} asked @returns {Promise<{ status: number, name: string }>} */
    get: (asked) =>
      new Promise((onAnswer, onError) => {
        [path, head, missing, resolve, reject] = [asked, '', -1, onAnswer, onError];
        socket.write(`GET ${asked} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
      }),
    close: () => socket.destroy(),
  };
}

/** @param {{ port: number, clients: number, urls: readonly string[] }} wish @returns {Promise<Seen>} */
async function ask({ port, clients, urls }) {
  const lane = async (/** @type {number} */ start) => {
    const { get, close } = client(port);
    const answers = [];
    for (let step = 0; step < urls.length; step += 1) answers.push(await get(urls[(start + step) % urls.length] ?? ''));
    close();
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
