import { fork } from 'node:child_process';
import { once } from 'node:events';
import { deepStrictEqual } from 'node:assert';

/**
 * Starts the server that ours is measured beside, in a process of its own.
 * @param {string} databaseUrl has to hold the site already
 */
export async function bareServer(databaseUrl) {
  const file = new URL('./bare-server.mjs', import.meta.url);
  const child = fork(file, { env: { ...process.env, DATABASE_URL: databaseUrl } });
  const [origin] = /** @type {[string]} */ (await once(child, 'message'));
  /** @param {string} url @param {unknown} body */
  const put = (url, body) =>
    fetch(origin + url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    origin,
    /** What `/bytes` answers. @param {Buffer} body @param {string} etag */
    send: (body, etag) => put('/bytes', { body: String(body), etag }),
    /** Fails unless the SQL by hand makes the very same answer. @param {string} url @param {any} body */
    async same(url, body) {
      const first = body.items?.[0];
      const from = first && { at: first.meta.first_published_at, id: first.id };
      await put('/cursor', { links: body.meta, from: from ?? null });
      deepStrictEqual(await (await fetch(origin + url)).json(), body);
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
