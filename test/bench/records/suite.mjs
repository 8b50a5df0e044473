import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { alternating, median, timed } from '../measure.mjs';

/** @import { Bench } from '../../../apps/launcher/bench-run.mjs' */

const ROUNDS = 3;
const TYPES = { 'reading.Author': 'reading_author', 'reading.Member': 'reading_member' };
const PERSON = { email: 'bench@reading-room.example', password: randomBytes(18).toString('base64url') };

/**
 * What rows cost that come by thousands: an import of new ones and of unchanged ones, and a bulk edit, of snippets and
 * of a plain entity, beside a bare client which writes the same rows in one transaction.
 * Takes the number of rows to import (10,000) and of rows to edit (1,000).
 * @param {Bench} bench
 */
export default async function records({ layout, environment, databaseUrl, cli, port, args, say }) {
  const [imported, edited] = [Number(args[0] ?? 10_000), Number(args[1] ?? 1000)];
  const project = { PIPIT_PROJECT: path.join(layout.root, 'dist', 'test', 'sites', 'reading-room', 'index.js') };
  await cli(['migrate'], project);
  await cli(['user:create-admin', '--email', PERSON.email, '--password', PERSON.password], project);
  const server = spawn(process.execPath, [layout.server], {
    env: { ...process.env, ...environment, ...project, PORT: String(port), PIPIT_EDITOR_DIST: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const api = await signedIn(`http://127.0.0.1:${port}/api/admin/v1`);
    for (const [type, table] of Object.entries(TYPES))
      await measure({ api, database, type, table, imported, edited, say });
  } finally {
    await database.end();
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
}

/**
 * @param {object} work
 * @param {Api} work.api
 * @param {pg.Client} work.database
 * @param {string} work.type
 * @param {string} work.table
 * @param {number} work.imported
 * @param {number} work.edited
 * @param {(line: string) => void} work.say
 */
async function measure({ api, database, type, table, imported, edited, say }) {
  const isAuthor = type === 'reading.Author';
  const field = isAuthor ? 'awards' : 'loans';
  const file = fileOf(isAuthor, imported);
  const empty = () => database.query(`DELETE FROM ${table}`);
  const send = async () => {
    const result = await api.import(type, file);
    if (result.created !== imported) throw new Error(`The import went wrong: ${JSON.stringify(result).slice(0, 500)}`);
  };
  const news = await alternating(ROUNDS, {
    import: async () => (await empty(), timed(send)),
    bare: async () => (await empty(), timed(() => bareInsert(database, isAuthor, imported))),
  });
  await empty();
  await send();
  const same = await api.export(type);
  const unchanged = await timed(async () => {
    const result = await api.import(type, same);
    if (result.unchanged !== imported) throw new Error(`Not unchanged: ${JSON.stringify(result).slice(0, 500)}`);
  });
  const { rows } = await database.query(`SELECT id FROM ${table} ORDER BY id LIMIT $1`, [edited]);
  const ids = rows.map(({ id }) => id);
  let value = 0;
  const edits = await alternating(ROUNDS, {
    bulk: () => timed(() => api.bulkEdit(type, ids, { [field]: (value += 1) })),
    bare: () => timed(() => bareUpdate(database, table, field, ids, (value += 1))),
  });
  say(`${type}`);
  say(`  import, ${imported} new rows:   ${rate(imported, news['import'])}   bare: ${rate(imported, news['bare'])}`);
  say(`  import, all unchanged:      ${rate(imported, [unchanged])}`);
  say(`  bulk edit, ${edited} rows:      ${rate(edited, edits['bulk'])}   bare: ${rate(edited, edits['bare'])}`);
}

/** @param {number} rows @param {readonly number[]} [times] */
function rate(rows, times = []) {
  const time = median(times);
  return `${(rows / (time / 1000)).toFixed(0)} rows/s (${(time / 1000).toFixed(1)} s)`;
}

/** @param {boolean} isAuthor @param {number} count */
function fileOf(isAuthor, count) {
  const heading = isAuthor ? 'name,country,born,awards,living,about' : 'name,loans,since';
  const line = (/** @type {number} */ n) =>
    isAuthor
      ? `Author ${n},no,19${10 + (n % 80)}-03-04,${n % 9},true,Wrote ${n} books`
      : `Member ${n},${n % 9},2020-01-02`;
  return [heading, ...Array.from({ length: count }, (_, n) => line(n))].join('\r\n');
}

/** @param {pg.Client} database @param {boolean} isAuthor @param {number} count */
async function bareInsert(database, isAuthor, count) {
  await database.query('BEGIN');
  for (let n = 0; n < count; n += 1) {
    if (isAuthor) {
      await database.query(
        `INSERT INTO reading_author (uuid, version, name, country, born, awards, living, about)
         VALUES ($1, 1, $2, 'no', $3, $4, true, $5)`,
        [randomUUID(), `Author ${n}`, `19${10 + (n % 80)}-03-04`, n % 9, `Wrote ${n} books`],
      );
    } else {
      await database.query(`INSERT INTO reading_member (name, loans, since) VALUES ($1, $2, '2020-01-02')`, [
        `Member ${n}`,
        n % 9,
      ]);
    }
  }
  await database.query('COMMIT');
}

/** @param {pg.Client} database @param {string} table @param {string} field @param {unknown[]} ids @param {number} value */
async function bareUpdate(database, table, field, ids, value) {
  await database.query('BEGIN');
  for (const id of ids) await database.query(`UPDATE ${table} SET ${field} = $2 WHERE id = $1`, [id, value]);
  await database.query('COMMIT');
}

/** @typedef {Awaited<ReturnType<typeof signedIn>>} Api */

/** @param {string} base */
async function signedIn(base) {
  while (!(await fetch(`${base}/health`).catch(() => null))?.ok) await sleep(50);
  /** @type {Record<string, string>} */
  const headers = {};
  /** @param {string} url @param {RequestInit} [init] */
  const call = async (url, init = {}) => {
    const answer = await fetch(`${base}${url}`, { ...init, headers: { ...headers, ...init.headers } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`);
    return text;
  };
  /** @param {string} url @param {unknown} body */
  const post = async (url, body) =>
    JSON.parse(
      await call(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    );
  headers['authorization'] = `Bearer ${(await post('/auth/login', PERSON)).accessToken}`;
  return {
    /** @param {string} type @param {string} file */
    async import(type, file) {
      const body = new FormData();
      body.set('file', new Blob([file]), 'rows.csv');
      return JSON.parse(await call(`/records/${type}/import`, { method: 'POST', body }));
    },
    /** @param {string} type */
    export: (type) => call(`/records/${type}/export`),
    /** @param {string} type @param {unknown[]} ids @param {object} fields */
    async bulkEdit(type, ids, fields) {
      const wish = { kind: `${type}.edit`, ids: ids.map(String), arguments: { fields } };
      let operation = await post('/bulk-operations', wish);
      while (operation.finishedAt === null) {
        await sleep(20);
        operation = JSON.parse(await call(`/bulk-operations/${operation.id}`));
      }
      if (operation.done !== ids.length) throw new Error(`Rows were not edited: ${JSON.stringify(operation)}`);
    },
  };
}
