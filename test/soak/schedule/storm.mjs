import { setTimeout as sleep } from 'node:timers/promises';
import { defineStorm } from '../support/define-storm.mjs';
import { homeOf, plant } from '../support/pages.mjs';
import { inParallel, percentile } from '../support/together.mjs';

/** @import { Soak } from '../support/define-storm.mjs' */

/** Seconds after which nearly everything has happened: without a killed worker, and with one. */
const LATE = { calm: 30, killed: 90 };

/**
 * Many pages are due in the same second, most to go live, some to go offline. At that moment people publish some of
 * them by hand or take them offline; with `--kills 5`, one of the processes is killed so often.
 */
export default defineStorm({
  must: 'pages that are due in the same second go live or offline once each, whoever else is at them',
  long: { pages: 2000, byHand: 200, kills: 0 },
  short: { pages: 24, byHand: 6, kills: 0 },
  servers: 4,
  async run(soak) {
    const [one, two, three] = [await soak.client(), await soak.client(), await soak.client()];
    const clients = [one, two, three];
    const home = await homeOf(soak);
    /** @type {number[]} */
    const pages = [];
    /** @type {Set<number>} */
    const offline = new Set();
    const begin = performance.now();
    await inParallel(Array.from({ length: soak.amount('pages') }), 6, async (_, index) => {
      const publish = index % 4 === 3;
      const page = await plant(clients[index % 3] ?? one, home, `Due ${index}`, { publish });
      pages.push(page);
      if (publish) offline.add(page);
    });
    const took = (performance.now() - begin) / 1000;
    const at = await inSeconds(soak, Math.max(6, took * 3));
    await inParallel(pages, 6, async (page, index) => {
      const { revisionId } = await one.must('GET', `/pages/${page}`);
      const body = {
        baseRevisionId: revisionId,
        [offline.has(page) ? 'expire' : 'goLive']: { at, zone: 'Europe/Berlin' },
      };
      await (clients[index % 3] ?? one).must('POST', `/pages/${page}/schedule`, body);
    });
    if (await isPast(soak, at)) soak.violation('planning took longer than there was time for');
    while (!(await isPast(soak, at))) await sleep(20);
    await Promise.all([byHand(soak, clients, pages), killing(soak)]);
    await untilDone(soak);
    return judge(soak, pages, at);
  },
});

/** @param {Soak} soak @param {number} seconds @returns {Promise<string>} by the database's clock */
async function inSeconds({ sql }, seconds) {
  const [row] = await sql(`SELECT date_trunc('second', now() + make_interval(secs => $1)) AS at`, [seconds]);
  return /** @type {Date} */ (row?.['at']).toISOString();
}

/** @param {Soak} soak @param {string} at */
async function isPast({ sql }, at) {
  const [row] = await sql('SELECT clock_timestamp() >= $1::timestamptz AS past', [at]);
  return row?.['past'] === true;
}

/**
 * @param {Soak} soak
 * @param {readonly import('../support/client.mjs').StormClient[]} clients
 * @param {readonly number[]} pages
 */
async function byHand(soak, clients, pages) {
  const chosen = Array.from({ length: soak.amount('byHand') }, () => soak.random.pick(pages));
  await inParallel(chosen, 6, async (page, index) => {
    const client = clients[index % clients.length];
    if (index % 2 === 1) return void (await client?.post(`/pages/${page}/unpublish`));
    const { answer } = (await client?.get(`/pages/${page}`)) ?? {};
    await client?.post(`/pages/${page}/publish`, { baseRevisionId: answer?.revisionId ?? null });
  });
}

/** @param {Soak} soak */
async function killing({ servers, amount }) {
  const server = servers.at(-1);
  for (let kill = 0; kill < amount('kills'); kill += 1) {
    await sleep(kill === 0 ? 300 : 1500);
    await server?.kill();
    await server?.start();
  }
}

/** @param {Soak} soak */
async function untilDone({ sql, violation }) {
  for (let tries = 0; tries < 1200; tries += 1) {
    const [row] = await sql('SELECT count(*)::int AS left FROM schedule WHERE failed_at IS NULL');
    if (row?.['left'] === 0) return;
    await sleep(200);
  }
  violation('after four minutes some are still due');
}

/**
 * @param {Soak} soak
 * @param {readonly number[]} pages
 * @param {string} at
 */
async function judge({ sql, violation, amount }, pages, at) {
  const entries = await sql(
    `SELECT subject_id AS page, action, data->>'scheduled' IS NOT NULL AS scheduled, data ? 'goLive' AS "calledOff",
            extract(epoch FROM at - $2::timestamptz)::float AS late
       FROM audit_entry WHERE subject_type = 'page' AND subject_id = ANY($1)
        AND action IN ('page.publish', 'page.unpublish', 'page.unschedule', 'page.scheduleFailed') AND at >= $2::timestamptz - interval '1 minute'
        AND (data->>'scheduled' IS NOT NULL OR data ? 'goLive' OR action = 'page.scheduleFailed')`,
    [pages, at],
  );
  /** @type {Map<unknown, unknown[]>} */
  const byPage = new Map();
  for (const { page, action } of entries) byPage.set(page, [...(byPage.get(page) ?? []), action]);
  for (const page of pages) {
    const found = byPage.get(page) ?? [];
    if (found.length !== 1) violation(`page ${page}: ${found.join(', ') || 'nothing'} happened`);
  }
  const late = entries.flatMap(({ scheduled, late: seconds }) => (scheduled ? [Number(seconds)] : []));
  const [left] = await sql('SELECT count(*)::int AS n FROM revision WHERE approved_go_live_at IS NOT NULL');
  if (Math.min(...late) < 0) violation('something happened before its time');
  if (left?.['n'] !== 0) violation('a revision is still approved for a time');
  const bound = amount('kills') > 0 ? LATE.killed : LATE.calm;
  if (percentile(late, 0.99) > bound) violation(`p99 of lateness is ${percentile(late, 0.99)} s, above ${bound}`);
  return {
    'by schedule': late.length,
    'called off by hand': entries.length - late.length,
    'lateness, median ms': Math.round(percentile(late, 0.5) * 1000),
    'lateness, p99 ms': Math.round(percentile(late, 0.99) * 1000),
    'lateness, most ms': Math.round(Math.max(...late) * 1000),
  };
}
