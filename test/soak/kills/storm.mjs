import { setTimeout as sleep } from 'node:timers/promises';
import { treeFaults } from '../invariants/tree.mjs';
import { homeOf, plant } from '../support/pages.mjs';
import { defineStorm } from '../support/define-storm.mjs';
import { plantRandomForest } from '../support/planting.mjs';

/** @import { Soak } from '../support/define-storm.mjs' */

/** A dead process holds no lock for longer, in ms. */
const RELEASED_WITHIN = 60_000;
/** Rounds in which the server was too fast to be killed in the middle, for each that counts. */
const TRIES = 5;

/** The API process dies by `kill -9` while it moves many pages; each kill counts for which no answer came. */
export default defineStorm({
  must: 'a server killed in the middle of moving many pages has moved all of them, with an audit entry, or none',
  long: { rounds: 50, pages: 10_000 },
  short: { rounds: 2, pages: 200 },
  losesAnswers: true,
  async run(soak) {
    const client = await soak.client();
    const home = await homeOf(soak);
    const [top = 0] = await plantRandomForest(soak, client, { parent: home, pages: soak.amount('pages') });
    const places = [await plant(client, home, 'East', { publish: true }), await plant(client, home, 'West')];
    // How long it takes when nobody interferes, in both directions: addresses that were there before are faster.
    let longest = 0;
    for (const parentId of places) {
      const start = performance.now();
      await client.must('POST', `/pages/${top}/move`, { parentId });
      longest = Math.max(longest, performance.now() - start);
    }
    const counts = { killed: 0, 'moved all the same': 0, 'moved before': 0, 'slowest release, ms': 0 };
    for (let round = 0; counts.killed < soak.amount('rounds') && round < soak.amount('rounds') * TRIES; round += 1) {
      const { isMoved, wasAnswered, released } = await killWhileMoving(soak, client, { top, places, round, longest });
      if (wasAnswered) counts['moved before'] += 1;
      else counts.killed += 1;
      if (!wasAnswered && isMoved) counts['moved all the same'] += 1;
      counts['slowest release, ms'] = Math.max(counts['slowest release, ms'], Math.round(released));
    }
    if (counts.killed < soak.amount('rounds')) soak.violation('The server was too fast to be killed often enough.');
    return counts;
  },
});

/**
 * @param {Soak} soak
 * @param {import('../support/client.mjs').StormClient} client
 * @param {{ top: number, places: number[], round: number, longest: number }} move
 */
async function killWhileMoving(soak, client, { top, places, round, longest }) {
  const { sql, random, servers } = soak;
  const [server] = servers;
  if (!server) throw new Error('The storm has no server.');
  const before = await stateOf(sql, top);
  const parentId = places.find((place) => place !== before.parent) ?? 0;
  const answer = client.post(`/pages/${top}/move`, { parentId });
  await sleep(random.next() * longest);
  await server.kill();
  const { status } = await answer;
  const released = await untilReleased(soak);
  const after = await stateOf(sql, top);
  const isMoved = after.parent === parentId;
  const entries = after.entries - before.entries;
  if (entries !== (isMoved ? 1 : 0))
    soak.violation(`kill ${round}: ${isMoved ? '' : 'not '}moved, and ${entries} audit entries`);
  if (status === 200 && !isMoved) soak.violation(`kill ${round}: the move was answered, and is lost`);
  for (const fault of await treeFaults(soak)) soak.violation(`kill ${round}: ${fault}`);
  await server.start();
  return { isMoved, wasAnswered: status !== null, released };
}

/** @param {Soak['sql']} sql @param {number} page */
async function stateOf(sql, page) {
  const [row] = await sql(
    `SELECT parent_id AS parent, (SELECT count(*)::int FROM audit_entry
       WHERE action = 'page.move' AND subject_type = 'page' AND subject_id = page.id) AS entries
       FROM page WHERE id = $1`,
    [page],
  );
  return { parent: Number(row?.['parent']), entries: Number(row?.['entries']) };
}

/** Waits until Postgres has noticed that the process is gone; tells how many milliseconds that took. @param {Soak} soak */
async function untilReleased({ sql, violation }) {
  const start = performance.now();
  for (;;) {
    const [row] = await sql(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pipit'`,
    );
    const time = performance.now() - start;
    if (row?.['n'] === 0) return time;
    if (time > RELEASED_WITHIN) {
      violation(`after ${RELEASED_WITHIN} ms a dead process still has a session`);
      return time;
    }
    await sleep(20);
  }
}
