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
