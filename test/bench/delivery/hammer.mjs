import net from 'node:net';

/**
 * What is asked for, over and over.
 * @typedef {object} Asked
 * @property {string} origin
 * @property {(n: number) => string} path
 * @property {Record<string, string>} headers
 * @property {number} status every answer has to have it
 */

const CONNECTIONS = 16;
const MILLISECONDS = 500;

/**
 * Asks from many connections at once, each as soon as it was answered, and reads no more of an answer than where it
 * ends: whoever measures must not be slower than what is measured. Answers the requests per second.
 * @param {Asked} asked
 * @param {number} [milliseconds]
 * @returns {Promise<number>}
 */
export async function hammer(asked, milliseconds = MILLISECONDS) {
  const begin = performance.now();
  const state = { done: 0, until: begin + milliseconds };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => lane(asked, state)));
  return state.done / ((performance.now() - begin) / 1000);
}

/**
 * @param {Asked} asked
 * @param {{ done: number, until: number }} state
 * @returns {Promise<void>}
 */
function lane({ origin, path, headers, status }, state) {
  const { hostname, port } = new URL(origin);
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const rest = ` HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${more.join('')}\r\n`;
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname);
    /** Bytes of the answer that are still to come; null before its head was read. @type {number | null} */
    let missing = null;
    let head = '';
    const ask = () => void socket.write(`GET ${path(state.done)}${rest}`);
    const next = () => {
      missing = null;
      head = '';
      state.done += 1;
      if (performance.now() < state.until) ask();
      else socket.end();
    };
    socket.setNoDelay(true);
    socket.on('connect', ask);
    socket.on('data', (bytes) => {
      if (missing !== null) {
        missing -= bytes.length;
      } else {
        head += bytes.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const found = Number(head.slice(9, 12));
        if (found !== status) return void socket.destroy(new Error(`${path(0)} answered ${head.slice(0, 300)}`));
        const length = /content-length: (\d+)/i.exec(head.slice(0, end))?.[1];
        missing = Number(length ?? 0) - (head.length - end - 4);
      }
      if (missing <= 0) next();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}
