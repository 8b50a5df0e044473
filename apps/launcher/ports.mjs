import { createServer } from 'node:net';
import { Problem } from './problem.mjs';

/**
 * @param {number} port 0 for any free one
 * @param {string} [host]
 * @returns {Promise<number | null>} the port if it can be listened on, otherwise null
 */
export function tryPort(port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}

/**
 * @returns {Promise<number>} a port nobody listens on
 */
export async function anyFreePort() {
  const port = await tryPort(0);
  if (port === null) throw new Error('No free TCP port was found on 127.0.0.1.');
  return port;
}

/**
 * The wanted port, or the next free one, saying so.
 * @param {{ wanted: number, host: string, what: string, not?: number[], say: (line: string) => void }} options
 * @returns {Promise<number>}
 */
export async function portFor({ wanted, host, what, not = [], say }) {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    if (not.includes(port) || !(await isFree(port, host))) continue;
    if (port !== wanted) say(`  port ${wanted} is taken: the ${what} uses ${port}`);
    return port;
  }
  throw new Problem(`No free port was found for the ${what} from ${wanted} on.`);
}

/**
 * @param {number} port
 * @param {string} host
 */
async function isFree(port, host) {
  if ((await tryPort(port, host)) === null) return false;
  if (host !== '127.0.0.1') return true;
  // Browsers try ::1 first for "localhost": somebody else there would answer in our place.
  return (await tryPort(port, '::1').catch(() => port)) !== null;
}

/**
 * @param {string} name of the environment variable
 * @param {number} fallback
 * @returns {number}
 */
export function portFromEnvironment(name, fallback) {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`${name} must be a port number from 1 to 65535, not "${text}".`);
}
