import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import pg from 'pg';
import { plantForest } from '../../support/forest.mjs';
import { alternating, median, timed } from '../measure.mjs';
import { bareCreates, bareMove } from './bare.mjs';
import { signedIn } from './api.mjs';

/** @import { Bench } from '../../../apps/launcher/bench-run.mjs' */
/** @import { Api } from './api.mjs' */
/** @import { Sql } from '../../support/forest.mjs' */

const SIZES = [1000, 10_000, 100_000];
const PERSON = { email: 'bench@example.org', password: randomBytes(18).toString('base64url') };
/** A level everybody would call small. */
const SMALL = 100;
/** Of the pages stand below one parent, and so many are a subtree to be moved. */
const PART = 10;
const PAGE = 50;
const CLIENTS = 32;
const CREATE_SECONDS = 5;

/**
 * What a large tree costs through the management API, beside a bare client that does the same to the tables: opening a
 * level, putting a page first among its siblings, moving a subtree, creating pages below one parent.
 * Takes the numbers of pages: 1000 10000 100000 unless told. The tree grows from one to the next.
 * @param {Bench} bench
 */
export default async function tree({ layout, environment, databaseUrl, cli, port, args, say }) {
  const sizes = args.length > 0 ? args.map(Number) : SIZES;
  await cli(['migrate']);
  await cli(['demo:load']);
  await cli(['user:create-admin', '--email', PERSON.email, '--password', PERSON.password]);
  const server = spawn(process.execPath, [layout.server], {
    env: { ...process.env, ...environment, PORT: String(port), PIPIT_EDITOR_DIST: '', PIPIT_PROJECT: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CLIENTS });
  /** @type {Sql} */
  const sql = async (query, params = []) => (await pool.query(query, [...params])).rows;
  try {
    const api = await signedIn(`http://127.0.0.1:${port}/api/admin/v1`, PERSON);
    for (const size of sizes) {
      const forest = await grow(api, sql, size);
      const [pages] = await sql('SELECT count(*)::int AS n FROM page');
      say(`${pages?.['n']} pages`);
      await openLevels(api, forest, say);
      await putFirst(api, sql, forest, say);
      await moveSubtrees(api, pool, forest, say);
      // The moves left dead rows; sweeping them is not what is measured next.
      await sql('VACUUM ANALYZE page');
      await createMany(api, pool, forest, say);
    }
  } finally {
    await pool.end();
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
}

/** @typedef {Awaited<ReturnType<typeof grow>>} Forest */

/**
 * A small level, a wide one, two equal subtrees, and as many pages besides as the size asks for.
 * @param {Api} api
 * @param {Sql} sql
 * @param {number} size
 */
async function grow(api, sql, size) {
  const [site] = await sql('SELECT root_page_id AS id FROM site WHERE is_default');
  const home = await api.create(site?.['id'], `Bench of ${size}`, true);
  const model = await api.create(home, 'Model', true);
  const part = Math.round(size / PART);
  const level = (/** @type {number} */ count) =>
    Array.from({ length: count }, (_, index) => ({ parent: -1, title: `Page ${index}` }));
  const subtree = (/** @type {number} */ count) =>
    Array.from({ length: count - 1 }, (_, index) => ({ parent: Math.floor(index / 10) - 1, title: `Page ${index}` }));
  /** @param {string} title @param {{ parent: number, title: string }[]} seedlings */
  const plant = async (title, seedlings) => {
    const below = await api.create(home, title, true);
    await plantForest(sql, { model, below, seedlings });
    return below;
  };
  const small = await plant('Small', level(SMALL));
  const wide = await plant('Wide', level(part));
  const [ours, theirs] = [await plant('Ours', subtree(part)), await plant('Theirs', subtree(part))];
  await plant('Rest', subtree(Math.max(2, size - 3 * part - SMALL)));
  const east = await api.create(home, 'East', true);
  const west = await api.create(home, 'West', true);
  await sql('VACUUM ANALYZE');
  return { home, small, wide, part, ours, theirs, east, west };
}

/** @param {Api} api @param {Forest} forest @param {(line: string) => void} say */
async function openLevels(api, { small, wide, part }, say) {
  const open = (/** @type {number} */ parent, /** @type {number} */ offset) => () =>
    timed(() => api.get(`/pages?parent=${parent}&limit=${PAGE}&offset=${offset}`));
  const runs = { small: open(small, 0), first: open(wide, 0), last: open(wide, part - PAGE) };
  await alternating(10, runs);
  const times = await alternating(40, runs);
  const [base, first, last] = [times['small'], times['first'], times['last']].map((each) => median(each ?? []));
  say(
    `  open a level of ${SMALL}: ${ms(base)}; of ${part}, first page: ${ms(first)} (${ratio(first, base)}), last page: ${ms(last)} (${ratio(last, base)}); at most 1.50 ×`,
  );
}

/** @param {Api} api @param {Sql} sql @param {Forest} forest @param {(line: string) => void} say */
async function putFirst(api, sql, { wide, part }, say) {
  const rows = () => sql('SELECT id, ctid::text AS place FROM page');
  const children = await sql('SELECT id FROM page WHERE parent_id = $1 ORDER BY sort_key', [wide]);
  const [first, last] = [children[0]?.['id'], children.at(-1)?.['id']];
  const before = new Map((await rows()).map(({ id, place }) => [id, place]));
  const time = await timed(() => api.post(`/pages/${last}/move`, { parentId: wide, before: first }));
  const written = (await rows()).filter(({ id, place }) => before.get(id) !== place).length;
  say(`  put first among ${part} siblings: ${ms(time)}, rows of pages written: ${written}`);
}

/** @param {Api} api @param {pg.Pool} pool @param {Forest} forest @param {(line: string) => void} say */
async function moveSubtrees(api, pool, { ours, theirs, part, east, west }, say) {
  const places = [east, west];
  let round = 0;
  const runs = {
    api: () => timed(() => api.post(`/pages/${ours}/move`, { parentId: places[round % 2] })),
    bare: () => timed(() => bareMove(pool, theirs, places[round % 2] ?? east)),
    next: async () => (round += 1),
  };
  // The first two make the addresses of both places, which later moves only turn on and off.
  const fresh = await alternating(2, runs);
  const again = await alternating(6, runs);
  for (const [name, times] of Object.entries({ 'new addresses': fresh, 'former addresses': again })) {
    const [api, bare] = [times['api'], times['bare']].map((each) => median(each ?? []));
    say(
      `  move ${part} pages to ${name}: ${ms(api)}, bare transaction: ${ms(bare)} (${ratio(api, bare)}; at most 2.00 ×)`,
    );
  }
}

/** @param {Api} api @param {pg.Pool} pool @param {Forest} forest @param {(line: string) => void} say */
async function createMany(api, pool, { home }, say) {
  const parents = [await api.create(home, 'Nursery', true), await api.create(home, 'Bare nursery', true)];
  const [ours = 0, theirs = 0] = parents;
  /** @param {(n: number) => Promise<unknown>} create */
  const rate = async (create) => {
    const end = performance.now() + CREATE_SECONDS * 1000;
    let created = 0;
    const lane = async () => {
      while (performance.now() < end) await create((created += 1));
    };
    await Promise.all(Array.from({ length: CLIENTS }, lane));
    return created / CREATE_SECONDS;
  };
  const bare = await bareCreates(pool, theirs);
  const rates = await alternating(2, {
    api: () => rate((n) => api.create(ours, `Sapling ${n}`)),
    bare: () => rate(bare),
  });
  const [api_, bare_] = [rates['api'], rates['bare']].map((each) => Math.max(...(each ?? [])));
  say(
    `  create below one parent, ${CLIENTS} clients: ${api_?.toFixed(0)}/s (at least 100), bare transactions: ${bare_?.toFixed(0)}/s`,
  );
}

/** @param {number | undefined} time */
function ms(time = NaN) {
  return `${time.toFixed(1)} ms`;
}

/** @param {number | undefined} time @param {number | undefined} base */
function ratio(time = NaN, base = NaN) {
  return `${(time / base).toFixed(2)} ×`;
}
