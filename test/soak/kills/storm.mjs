import { setTimeout as sleep } from 'node:timers/promises';
import { treeFaults } from '../invariants/tree.mjs';
import { homeOf, plant } from '../support/pages.mjs';
import { defineStorm } from '../support/define-storm.mjs';
import { plantRandomForest } from '../support/planting.mjs';
import { copying, deleting, moving } from './works.mjs';

/** @import { Soak } from '../support/define-storm.mjs' */
/** @import { Ground, Work } from './works.mjs' */

/** A dead process holds no lock for longer, in ms. */
const RELEASED_WITHIN = 60_000;
/** Rounds in which the server was too fast to be killed in the middle, for each that counts. */
const TRIES = 5;

/** The API process dies by `kill -9` while it moves, copies or deletes many pages; each kill counts for which no answer came. */
export default defineStorm({
  must: 'a server killed in the middle of moving, copying or deleting many pages has done it to all of them, or to none',
  long: { rounds: 50, pages: 10_000 },
  short: { rounds: 3, pages: 200 },
  losesAnswers: true,
  async run(soak) {
    const client = await soak.client();
    const home = await homeOf(soak);
    const [top = 0] = await plantRandomForest(soak, client, { parent: home, pages: soak.amount('pages') });
    const places = [await plant(client, home, 'East', { publish: true }), await plant(client, home, 'West')];
    const ground = { soak, client, top, places };
    const works = await timed(ground, [moving, copying, deleting]);
    /** @type {Record<string, number>} */
    const counts = { killed: 0, 'done all the same': 0, 'done before': 0, 'slowest release, ms': 0 };
    for (let round = 0; (counts['killed'] ?? 0) < soak.amount('rounds'); round += 1) {
      if (round === soak.amount('rounds') * TRIES) {
        soak.violation('The server was too fast to be killed often enough.');
        break;
      }
      const { work, longest } = /** @type {typeof works[number]} */ (works[round % works.length]);
      const { isDone, wasAnswered, released } = await killDuring(ground, work, { round, longest });
      const kind = wasAnswered ? 'done before' : 'killed';
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (!wasAnswered) counts[`killed ${work.name}`] = (counts[`killed ${work.name}`] ?? 0) + 1;
      if (!wasAnswered && isDone) counts['done all the same'] = (counts['done all the same'] ?? 0) + 1;
      counts['slowest release, ms'] = Math.max(counts['slowest release, ms'] ?? 0, Math.round(released));
    }
    return counts;
  },
});

/**
 * How long each takes when nobody interferes, at its slowest of two: addresses that were there before are faster.
 * @param {Ground} ground
 * @param {readonly Work[]} works
 */
async function timed(ground, works) {
  const found = [];
  for (const work of works) {
    let longest = 0;
    for (let time = 0; time < 2; time += 1) {
      const { ask, undo } = await work.prepare(ground);
      const start = performance.now();
      const { status, answer } = await ask();
      if (status === null || status >= 300)
        throw new Error(`${work.name} answered ${status}: ${JSON.stringify(answer)}`);
      longest = Math.max(longest, performance.now() - start);
      await undo();
    }
    found.push({ work, longest });
  }
  return found;
}

/**
 * @param {Ground} ground
 * @param {Work} work
 * @param {{ round: number, longest: number }} when
 */
async function killDuring(ground, work, { round, longest }) {
  const { soak } = ground;
  const [server] = soak.servers;
  if (!server) throw new Error('The storm has no server.');
  const { ask, isDone: look, entries, undo } = await work.prepare(ground);
  const before = await entries();
  const answer = ask();
  await sleep(soak.random.next() * longest);
  await server.kill();
  const { status } = await answer;
  const released = await untilReleased(soak);
  const isDone = await look();
  const told = (await entries()) - before;
  if (told > 0 !== isDone)
    soak.violation(`kill ${round}: ${work.name} ${isDone ? '' : 'not '}done, ${told} audit entries`);
  if (status !== null && status < 300 && !isDone)
    soak.violation(`kill ${round}: ${work.name} was answered, and is lost`);
  for (const fault of await treeFaults(soak)) soak.violation(`kill ${round}, ${work.name}: ${fault}`);
  await server.start();
  if (isDone) await undo();
  return { isDone, wasAnswered: status !== null, released };
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
