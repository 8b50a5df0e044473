import { createServer } from 'node:net';

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
