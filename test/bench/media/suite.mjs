import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { hammer } from '../hammer.mjs';
import { alternating, median } from '../measure.mjs';
import { bareRenditions, bareStatic } from './bare.mjs';
import { mediaApi } from './clients.mjs';
import { crowd } from './crowd.mjs';
import { photograph } from './photograph.mjs';

/** @import { Bench } from '../../../apps/launcher/bench-run.mjs' */
/** @import { Asked } from '../hammer.mjs' */
/** @import { MediaApi } from './clients.mjs' */

const PERSON = { email: 'bench@example.org', password: randomBytes(18).toString('base64url') };
/** As many at a time as the server renders by default, each on one processor. */
const LANES = Math.max(1, availableParallelism() - 1);
/** Enough to keep it busy. */
const ASKING = LANES + 3;
const PER_ROUND = 24;
const ROUNDS = 4;
const SECONDS = 4;
/** Clients of the storm, and the renditions each of them asks for. */
const CLIENTS = 50;
const WANTED = 200;
/** One storm lasts seconds, in which a machine that others use too may be slow by chance. */
const STORMS = 5;

/**
 * What renditions cost through the server, beside the image engine alone and a server of files alone: making many of a
 * photograph, 50 clients who ask for 200 new ones of the largest image that is taken, and serving one that is there.
 * Takes the names of its parts, `make`, `storm`, `serve`; default: all.
 * @param {Bench} bench
 */
export default async function media({ layout, environment, databaseUrl, cli, port, args, say }) {
  const isAsked = (/** @type {string} */ part) => args.length === 0 || args.includes(part);
  await cli(['migrate']);
  await cli(['demo:load']);
  await cli(['user:create-admin', '--email', PERSON.email, '--password', PERSON.password]);
  const server = spawn(process.execPath, [layout.server], {
    env: { ...process.env, ...environment, PORT: String(port), PIPIT_EDITOR_DIST: '', PIPIT_PROJECT: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const scratch = path.join(environment['PIPIT_DATA'] ?? '', '..');
    const api = await mediaApi(`http://127.0.0.1:${port}`, PERSON);
    if (isAsked('make')) await throughput(api, scratch, say);
    if (isAsked('storm'))
      await storm(api, database, { pid: server.pid ?? 0, port, clients: CLIENTS, wanted: WANTED }, say);
    if (isAsked('serve')) await stored(api, scratch, port, say);
  } finally {
    await database.end();
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
}

/** @param {MediaApi} api @param {string} scratch @param {(line: string) => void} say */
async function throughput(api, scratch, say) {
  const bytes = await photograph(4000, 3000);
  const file = path.join(scratch, 'photograph.jpg');
  writeFileSync(file, bytes);
  mkdirSync(path.join(scratch, 'bare'), { recursive: true });
  const { id } = await api.upload(bytes, 'photograph.jpg');
  /** @param {string} what @param {number} from the narrowest */
  const compare = async (what, from) => {
    let width = from;
    const next = () => Array.from({ length: PER_ROUND }, () => (width += 1));
    const runs = {
      ours: async () => {
        const urls = await api.renditions(id, next().map((side) => `width-${side}`)); // prettier-ignore
        return perSecond(() => inLanes(ASKING, urls, (url) => api.fetch(url)));
      },
      bare: () => perSecond(() => bareRenditions(LANES, file, next(), path.join(scratch, 'bare'))),
    };
    await alternating(1, runs);
    const rates = await alternating(ROUNDS, runs);
    const [ours, bare] = [rates['ours'], rates['bare']].map((each) => median(each ?? []));
    say(`make ${what} renditions of 12 megapixels, ${LANES} at a time: ${ours?.toFixed(1)}/s; the engine alone: ${bare?.toFixed(1)}/s (${ratio(ours, bare)}; at least 0.90 ×)`); // prettier-ignore
  };
  // Each is decoded by itself; the small ones are made of one decoded image.
  await compare('large', 1700);
  await compare('small', 400);
}

/** @param {() => Promise<unknown>} work */
async function perSecond(work) {
  const start = performance.now();
  await work();
  return PER_ROUND / ((performance.now() - start) / 1000);
}

/**
 * @param {MediaApi} api @param {pg.Client} database @param {{ pid: number, port: number, clients: number, wanted: number }} size
 * @param {(line: string) => void} say
 */
async function storm(api, database, { pid, port, clients, wanted }, say) {
  const bytes = await photograph(8660, 5774);
  const before = memoryOf(pid);
  const specs = Array.from({ length: wanted }, (_, index) => `width-${200 + index}`);
  /** @type {number[][]} */
  const [quiet = [], busy = [], ids = []] = [];
  const seen = { answers: 0, failed: 0, differing: 0, seconds: 0 };
  for (let round = 0; round < STORMS; round += 1) {
    // What follows the end of a picture makes another file of it.
    const { id } = await api.upload(Buffer.concat([bytes, Buffer.from([round])]), `large-${round}.jpg`);
    ids.push(id);
    const urls = await api.renditions(id, specs);
    quiet.push(...(await latencies(api, sleep(3000))));
    const start = performance.now();
    const work = crowd(port, clients, urls);
    busy.push(...(await latencies(api, work)));
    const { answers, failed, differing } = await work;
    seen.seconds += (performance.now() - start) / 1000;
    seen.answers += answers;
    seen.failed += failed;
    seen.differing += differing;
  }
  const made = await database.query(
    `SELECT count(*)::int AS rows, count(file_size)::int AS files FROM rendition WHERE image_id = ANY($1) AND filter_spec LIKE 'width-%'`,
    [ids],
  );
  const written = await database.query(`SELECT pg_stat_get_tuples_updated('rendition'::regclass)::int AS n`);
  const { files } = made.rows[0];
  say(`${STORMS} × ${clients} clients, ${wanted} new renditions of 50 megapixels (${(bytes.length / 1e6).toFixed(0)} MB): ${seen.seconds.toFixed(1)} s, ${files} files made, ${seen.answers} answers, ${seen.failed} failed, ${seen.differing} differing; rows updated since the start: ${written.rows[0].n}`); // prettier-ignore
  say(`  other requests meanwhile: p95 ${ms(p95(busy))} of ${busy.length}; quiet: ${ms(p95(quiet))} (${ratio(p95(busy), p95(quiet))}; at most 3.00 ×)`); // prettier-ignore
  say(
    `  memory of the server and its process of pictures: ${before.now} MB before, ${memoryOf(pid).peak} MB at its peak`,
  );
}

/** @param {MediaApi} api @param {string} scratch @param {number} port @param {(line: string) => void} say */
async function stored(api, scratch, port, say) {
  const { id } = await api.upload(await photograph(1200, 900), 'stored.jpg');
  const [url = ''] = await api.renditions(id, ['width-400|format-webp']);
  const { body } = await api.fetch(url);
  const folder = path.join(scratch, 'static');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'stored.webp'), body);
  const bare = await bareStatic(folder);
  try {
    const runs = {
      ours: () => hammer(fileAt(port, url), SECONDS * 1000),
      bare: () => hammer(fileAt(bare.port, '/stored.webp'), SECONDS * 1000),
    };
    await alternating(1, runs);
    const rates = await alternating(3, runs);
    const [ours, theirs] = [rates['ours'], rates['bare']].map((each) => median(each ?? []));
    say(`serve a rendition of ${(body.length / 1000).toFixed(0)} KB that is there: ${ours?.toFixed(0)}/s; Fastify's static files: ${theirs?.toFixed(0)}/s (${ratio(ours, theirs)}; at least 0.70 ×)`); // prettier-ignore
  } finally {
    await bare.stop();
  }
}

/**
 * @param {number} port @param {string} url
 * @returns {Asked}
 */
function fileAt(port, url) {
  return { origin: `http://127.0.0.1:${port}`, path: () => url, status: 200 };
}

/**
 * Response times of a list of the content API while something else goes on.
 * @param {MediaApi} api @param {Promise<unknown>} other
 */
async function latencies(api, other) {
  let isOver = false;
  void other.finally(() => (isOver = true));
  const times = [];
  while (!isOver) {
    const start = performance.now();
    await api.fetch('/api/v2/pages/?limit=20');
    times.push(performance.now() - start);
    await sleep(10);
  }
  return times;
}

/**
 * @template T, R
 * @param {number} count @param {readonly T[]} items @param {(item: T) => Promise<R>} work
 */
async function inLanes(count, items, work) {
  const waiting = [...items];
  /** @type {R[]} */
  const results = [];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: count }, lane));
  return results;
}

/** @param {readonly number[]} times */
function p95(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? NaN;
}

/** Megabytes of a process and those it started, where the system tells. @param {number} pid */
function memoryOf(pid) {
  const all = process.platform === 'linux' ? [pid, ...childrenOf(pid)] : [];
  const status = all.map((each) => readFileSync(`/proc/${each}/status`, 'utf8'));
  const read = (/** @type {string} */ name) => status.reduce((sum, text) => sum + Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? NaN) / 1024), 0); // prettier-ignore
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

/** @param {number} pid */
function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** @param {number | undefined} time */
function ms(time = NaN) {
  return `${time.toFixed(1)} ms`;
}

/** @param {number | undefined} time @param {number | undefined} base */
function ratio(time = NaN, base = NaN) {
  return `${(time / base).toFixed(2)} ×`;
}
