import { connect } from 'node:net';
import { Agent, request } from 'node:http';
import { signedIn } from '../tree/api.mjs';

/** @typedef {Awaited<ReturnType<typeof mediaApi>>} MediaApi */

const agent = new Agent({ keepAlive: true, maxSockets: 200 });
/** Addresses that are asked for at a time. */
const BATCH = 30;

/**
 * Images through the management API, and files as readers get them.
 * @param {string} origin
 * @param {{ email: string, password: string }} person
 */
export async function mediaApi(origin, person) {
  const api = await signedIn(`${origin}/api/admin/v1`, person);
  /** @param {string} url @returns {Promise<{ url: string, status: number, etag: string, body: Buffer }>} */
  const get = (url) =>
    new Promise((resolve, reject) => {
      const sent = request(origin + url, { agent }, (answer) => {
        /** @type {Buffer[]} */
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () => {
          resolve({
            url,
            status: answer.statusCode ?? 0,
            etag: answer.headers.etag ?? '',
            body: Buffer.concat(chunks),
          });
        });
      });
      sent.once('error', reject).end();
    });
  return {
    fetch: get,
    /** @param {Buffer} bytes @param {string} name @returns {Promise<{ id: number }>} */
    async upload(bytes, name) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      return /** @type {Promise<{ id: number }>} */ (api.send('/images', form));
    },
    /** @param {number} id @param {readonly string[]} specs @returns {Promise<string[]>} */
    async renditions(id, specs) {
      const urls = [];
      for (let start = 0; start < specs.length; start += BATCH) {
        const part = encodeURIComponent(specs.slice(start, start + BATCH).join(','));
        const { items } = await api.get(`/images/${id}/renditions?specs=${part}`);
        urls.push(...items.map((/** @type {{ url: string }} */ { url }) => url));
      }
      return urls;
    },
  };
}

/**
 * Asks for one address again and again on connections that stay open, with as little work as a client can do, and
 * answers how many answers came in a second.
 * @param {number} port
 * @param {string} url
 * @param {number} connections
 * @param {number} seconds
 */
export async function hammer(port, url, connections, seconds) {
  const message = `GET ${url} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
  const end = performance.now() + seconds * 1000;
  let answers = 0;
  const lane = () =>
    new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(message));
      /** Bytes of this answer; 0 until its head has come. */
      let size = 0;
      let got = 0;
      let head = '';
      socket.on('data', (chunk) => {
        got += chunk.length;
        if (size === 0) {
          head += chunk.toString('latin1');
          const body = head.indexOf('\r\n\r\n') + 4;
          if (body < 4) return;
          const length = /\r\ncontent-length: (\d+)\r\n/i.exec(head)?.[1];
          if (!head.startsWith('HTTP/1.1 200') || !length) {
            socket.destroy();
            return reject(new Error(`${url} answered ${head.slice(0, 100)}`));
          }
          size = body + Number(length);
        }
        if (got < size) return;
        [size, got, head] = [0, 0, ''];
        answers += 1;
        if (performance.now() < end) return socket.write(message);
        socket.destroy();
        resolve(null);
      });
      socket.once('error', reject);
    });
  await Promise.all(Array.from({ length: connections }, lane));
  return answers / seconds;
}
