import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { hammer } from '../hammer.mjs';
import { alternating, median } from '../measure.mjs';
import { bareServer } from './bare.mjs';
import { newsOf } from './news.mjs';

/** @import { Bench } from '../../../apps/launcher/bench-run.mjs' */
/** @import { Asked } from '../hammer.mjs' */

const SIZES = [1000, 10_000, 100_000];
/** Many short ones: a machine that others use too is slow for a second and fast in the next. */
const ROUNDS = 25;
const WARM_UP = 1500;
const SECRET = randomBytes(32).toString('base64url');
/** A server that makes each answer anew. */
const UNKEPT = { PIPIT_CONTENT_CACHE: '0' };

/** @typedef {{ name: string, path: (n: number) => string, bare: string | null, atLeast: number, known?: boolean }} Case */

/** Answers that are kept: beside a bare route that sends the same bytes. */
const WARM = (/** @type {number} */ id) => [
  { name: 'warm, detail', path: () => `/api/v2/pages/${id}/`, bare: 'bytes', atLeast: 0.8 },
  { name: 'warm, list of 20', path: () => '/api/v2/pages/?type=news.Article', bare: 'bytes', atLeast: 0.8 },
  { name: 'warm, 304', path: () => `/api/v2/pages/${id}/`, bare: 'bytes', atLeast: 0.8, known: true },
];
const LIST = 'type=news.Article&fields=*&order=-first_published_at&limit=20';
/** Answers that are made each time: beside the best SQL written by hand for them. */
const MADE = (/** @type {readonly number[]} */ ids, /** @type {string} */ cursor) => [
  {
    name: 'made, detail',
    path: (/** @type {number} */ n) => `/api/v2/pages/${ids[n % ids.length]}/`,
    bare: 'sql',
    atLeast: 0.6,
  },
  { name: 'made, list', path: () => `/api/v2/pages/?${LIST}`, bare: 'sql', atLeast: 0.5 },
  { name: 'made, list with a filter', path: () => `/api/v2/pages/?${LIST}&kicker=sport`, bare: 'sql', atLeast: 0.5 },
  { name: 'made, list from 5,000', path: () => `/api/v2/pages/?${LIST}&offset=5000`, bare: 'sql', atLeast: 0.5 },
  { name: 'made, list by cursor', path: () => `/api/v2/pages/?${LIST}&cursor=${cursor}`, bare: 'sql', atLeast: 0.5 },
];

/**
 * What reading costs through the content API: requests per second, beside a bare Fastify that sends the same bytes, and
 * one with the best SQL written by hand. All take turns on one machine, so that their ratios count.
 * Takes the numbers of articles: 1000 10000 100000 unless told. Where there are several, a part by cursor at the first is
 * measured beside one at the last, in a database that stays as small as that.
 * @param {Bench} bench
 */
export default async function delivery({ layout, environment, databaseUrl, cli, port, args, say }) {
  const sizes = args.length > 0 ? args.map(Number) : SIZES;
  const [smallest = 0, largest = 0] = [sizes[0], sizes.at(-1)];
  const project = { PIPIT_PROJECT: path.join(layout.root, 'dist', 'test', 'sites', 'newsroom', 'index.js') };
  const person = { email: 'bench@news.example', password: randomBytes(18).toString('base64url') };
  /** @type {import('node:child_process').ChildProcess[]} */
  const servers = [];
  const serve = (/** @type {string} */ url, /** @type {Record<string, string>} */ more) => {
    const at = port + servers.length;
    const own = { DATABASE_URL: url, PIPIT_SECRET: SECRET, PORT: String(at), PIPIT_EDITOR_DIST: '' };
    const env = { ...process.env, ...environment, ...project, ...own, ...more };
    servers.push(spawn(process.execPath, [layout.server], { env, stdio: ['ignore', 'ignore', 'inherit'] }));
    return `http://127.0.0.1:${at}`;
  };
  /** @type {pg.Client[]} */
  const connections = [];
  const newsroom = async (/** @type {string} */ url) => {
    const env = { ...project, DATABASE_URL: url };
    await cli(['migrate'], env);
    await cli(['user:create-admin', '--email', person.email, '--password', person.password], env);
    const database = new pg.Client({ connectionString: url });
    connections.push(database);
    await database.connect();
    return database;
  };
  /** @type {Awaited<ReturnType<typeof bareServer>> | undefined} */
  let bare;
  try {
    const database = await newsroom(databaseUrl);
    const [warm, made] = [serve(databaseUrl, {}), serve(databaseUrl, UNKEPT)];
    const grow = newsOf({ database, base: warm, person });
    for (const size of sizes) {
      const ids = await grow(size);
      bare ??= await bareServer(databaseUrl);
      say(`${size} articles of 6 KB`);
      const cursor = await cursorOf(made, size);
      for (const each of WARM(/** @type {number} */ (ids[0]))) await compare(each, warm, bare, say);
      for (const each of MADE(ids, cursor)) await compare(each, made, bare, say);
    }
    if (smallest === largest) return;
    await database.query('CREATE DATABASE small');
    const small = Object.assign(new URL(databaseUrl), { pathname: '/small' }).href;
    const beside = { database: await newsroom(small), base: serve(small, UNKEPT), person };
    await newsOf(beside)(smallest);
    await compareSizes({ origin: beside.base, size: smallest }, { origin: made, size: largest }, say);
  } finally {
    await bare?.close();
    for (const connection of connections) await connection.end();
    for (const server of servers) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
  }
}

/**
 * What a part by cursor costs among many articles, beside one among few.
 * @param {{ origin: string, size: number }} few
 * @param {{ origin: string, size: number }} many
 * @param {(line: string) => void} say
 */
async function compareSizes(few, many, say) {
  /** @param {{ origin: string, size: number }} where @returns {Promise<Asked>} */
  const askedOf = async ({ origin, size }) => {
    const url = `/api/v2/pages/?${LIST}&cursor=${await cursorOf(origin, size)}`;
    return { origin, path: () => url, status: 200 };
  };
  const [one, other] = [await askedOf(few), await askedOf(many)];
  for (const each of [one, other]) await hammer(each, WARM_UP);
  const rates = await alternating(ROUNDS, { few: () => hammer(one), many: () => hammer(other) });
  const [first, last] = [median(rates['few'] ?? []), median(rates['many'] ?? [])];
  say(
    `a cursor's part: ${first.toFixed(0)}/s of ${few.size}, ${last.toFixed(0)}/s of ${many.size}, which costs ${(first / last).toFixed(2)} × (at most 1.30 ×)`,
  );
}

/** The headers of an answer without those a server writes by itself. @param {Response} answer */
function headersOf(answer) {
  const own = ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'];
  return Object.fromEntries([...answer.headers].filter(([name]) => !own.includes(name)));
}

/** A cursor into the middle of the list. @param {string} origin @param {number} size */
async function cursorOf(origin, size) {
  let next = '';
  for (let page = 0; page < Math.min(size / 40, 25); page += 1) {
    const answer = await fetch(`${origin}/api/v2/pages/?${LIST}&cursor=${next}`, { headers: { host: 'news.example' } });
    const { meta } = /** @type {{ meta: { next: string } }} */ (await answer.json());
    next = new URL(meta.next).searchParams.get('cursor') ?? '';
  }
  return encodeURIComponent(next);
}

/**
 * @param {Case} each
 * @param {string} origin
 * @param {Awaited<ReturnType<typeof bareServer>>} bare
 * @param {(line: string) => void} say
 */
async function compare({ name, path: pathOf, bare: kind, atLeast, known = false }, origin, bare, say) {
  const ours = await fetch(origin + pathOf(0));
  const body = Buffer.from(await ours.arrayBuffer());
  if (ours.status !== 200) throw new Error(`${pathOf(0)} answered ${ours.status}: ${body}`);
  const etag = String(ours.headers.get('etag'));
  if (kind === 'bytes') await bare.send(body, headersOf(ours));
  else await bare.same(pathOf(0), JSON.parse(String(body)));
  /** @type {Record<string, string>} */
  const headers = known ? { 'if-none-match': etag } : {};
  const status = known ? 304 : 200;
  /** @type {Asked} */
  const pipit = { origin, path: pathOf, headers, status };
  /** @type {Asked} */
  const hand = { origin: bare.origin, path: kind === 'bytes' ? () => '/bytes' : pathOf, headers, status };
  for (const each of [pipit, hand]) await hammer(each, WARM_UP);
  const rates = await alternating(ROUNDS, { pipit: () => hammer(pipit), hand: () => hammer(hand) });
  const [rate, base] = [median(rates['pipit'] ?? []), median(rates['hand'] ?? [])];
  const beside = kind === 'bytes' ? 'the same bytes from bare Fastify' : 'SQL by hand';
  say(
    `  ${name}: ${rate.toFixed(0)}/s, ${beside}: ${base.toFixed(0)}/s, ${(rate / base).toFixed(2)} × (at least ${atLeast.toFixed(2)})`,
  );
}
