import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { checkInvariants } from '../invariants/index.mjs';
import { Session, StormClient } from './client.mjs';
import { OperationLog } from './operation-log.mjs';
import { Random } from './random.mjs';
import { StormServer } from './server.mjs';
import { percentile } from './together.mjs';

/** @import { Amounts, Soak, Storm } from './define-storm.mjs' */
/** @import { ServerProcess } from './server.mjs' */

/**
 * Where a storm takes place: a database of its own that holds the demo site, and how to serve it.
 * @typedef {object} Place
 * @property {string} databaseUrl
 * @property {string} media folder of the servers' files, which nobody else uses
 * @property {string} temporary folder of their temporary files, which nobody else uses
 * @property {(port: number, preloads: readonly string[]) => ServerProcess} serve `preloads` are modules that it loads first
 * @property {() => Promise<number>} freePort
 * @property {{ email: string, password: string }} administrator
 * @property {() => Promise<string[]>} [treeFaults] what `fixtree` finds
 */

/**
 * What is to happen.
 * @typedef {object} StormOrder
 * @property {number} seed
 * @property {Amounts} amounts
 * @property {Place} place
 * @property {(line: string) => void} say
 */

/**
 * How it went.
 * @typedef {object} Outcome
 * @property {Readonly<Record<string, number>>} counts
 * @property {readonly string[]} violations
 */

/**
 * Lets a storm loose on a place, and looks afterwards whether everything is right: what the storm itself saw, no answer
 * that is a fault of ours, and the invariants that always hold.
 * @param {Storm} storm
 * @param {StormOrder} order
 * @returns {Promise<Outcome>}
 */
export async function runStorm(storm, { seed, amounts, place, say }) {
  const database = new pg.Pool({ connectionString: place.databaseUrl, max: 4 });
  database.on('error', () => {});
  const preloads = preloadsOf(storm);
  /** @type {StormServer[]} */
  const servers = [];
  try {
    await orderAuditEntries(database);
    for (let index = 0; index < (storm.servers ?? 1); index += 1) {
      servers.push(new StormServer(await place.freePort(), (port) => place.serve(port, preloads)));
    }
    await Promise.all(servers.map((server) => server.start()));
    const log = new OperationLog();
    /** @type {string[]} */
    const violations = [];
    const soak = soakOf({ seed, amounts, place, say, database, servers, log, violations });
    const seen = await storm.run(soak);
    violations.push(...faultsOfServers(servers, log, storm));
    violations.push(...(await checkInvariants({ sql: soak.sql, log })));
    for (const fault of (await place.treeFaults?.()) ?? []) violations.push(`fixtree: ${fault}`);
    return { counts: { ...seen, ...countsOf(log) }, violations };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await database.end();
  }
}

/** Modules that its servers load first. @param {Storm} storm */
function preloadsOf({ watchesLoop = false, watchesMemory = false }) {
  const files = [...(watchesLoop ? ['./loop-watch.mjs'] : []), ...(watchesMemory ? ['./memory-watch.mjs'] : [])];
  return files.map((file) => fileURLToPath(new URL(file, import.meta.url)));
}

/**
 * Audit entries get a number when they are written. Whoever waits for another's locks writes after that one's commit,
 * so these numbers are an order in which the same would have happened one by one. Beside it stands the slug of the
 * revision they name, which goes when its page does.
 * @param {pg.Pool} database
 */
async function orderAuditEntries(database) {
  await database.query(`
    ALTER TABLE audit_entry ADD COLUMN storm_order bigserial, ADD COLUMN storm_slug text;
    CREATE FUNCTION storm_note_slug() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      SELECT snapshot->'base'->>'slug' INTO NEW.storm_slug FROM revision WHERE id = NEW.revision_id;
      RETURN NEW;
    END $$;
    CREATE TRIGGER storm_note_slug BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION storm_note_slug()`);
}

/**
 * @param {StormOrder & { database: pg.Pool, servers: StormServer[], log: OperationLog, violations: string[] }} parts
 * @returns {Soak}
 */
function soakOf({ seed, amounts, place, say, database, servers, log, violations }) {
  let clients = 0;
  const session = new Session(place.administrator);
  return {
    seed,
    random: new Random(seed),
    amounts,
    amount: (name) => {
      const amount = amounts[name];
      if (amount === undefined) throw new Error(`The storm declares no amount "${name}".`);
      return amount;
    },
    servers,
    databaseUrl: place.databaseUrl,
    media: place.media,
    temporary: place.temporary,
    log,
    sql: async (query, params = []) => (await database.query(query, [...params])).rows,
    client: async () => {
      const server = servers[clients % servers.length];
      clients += 1;
      if (!server) throw new Error('The storm has no server.');
      return new StormClient(server, log, session).signIn();
    },
    violation: (what) => void violations.push(what),
    say,
  };
}

/**
 * @param {readonly StormServer[]} servers
 * @param {OperationLog} log
 * @param {Storm} storm
 */
function faultsOfServers(servers, log, { mayAnswer = [], losesAnswers = false }) {
  const isFault = (/** @type {number | null} */ status) =>
    status === null ? !losesAnswers : status >= 500 && !mayAnswer.includes(status);
  const faults = log.all
    .filter(({ status }) => isFault(status))
    .map(({ method, url, status, answer }) => `${method} ${url} answered ${status}: ${JSON.stringify(answer)}`);
  const dead = servers
    .filter((server) => !server.isRunning)
    .map((server) => `A server has ended. ${server.lastWords()}`);
  return [...faults, ...dead];
}

/** @param {OperationLog} log */
function countsOf(log) {
  const times = log.writes.filter(({ status }) => status !== null).map(({ ms }) => ms);
  const statuses = Object.entries(log.statuses()).map(([status, count]) => [`status ${status}`, count]);
  return {
    ...Object.fromEntries(statuses),
    'writes, median ms': Math.round(percentile(times, 0.5)),
    'writes, p99 ms': Math.round(percentile(times, 0.99)),
  };
}
