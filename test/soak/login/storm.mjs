import { setTimeout as sleep } from 'node:timers/promises';
import { PAGE_TYPE, homeOf, plant } from '../support/pages.mjs';
import { defineStorm } from '../support/define-storm.mjs';
import { sessionsEnd } from './ends.mjs';
import { toldBy } from '../support/told.mjs';
import { percentile } from '../support/together.mjs';

/** @import { Soak } from '../support/define-storm.mjs' */

const LOGIN = '/api/admin/v1/auth/login';
/** Where the owner and some of those who guess both sit. */
const OFFICE = '203.0.113.5';
const OWNER = { email: 'owner@example.org', password: 'the bluebells are out at last' };
/** What somebody who guesses may be told. */
const REFUSALS = [401, 429, 503];
/** As often as that somebody at a new place tries again when told to. */
const PATIENCE = 30;

/** Strangers guess at accounts from everywhere while editors work and an owner wants to sign in. */
export default defineStorm({
  must: 'while strangers guess at passwords, editors work and owners sign in; sessions that are ended are over in each process',
  // `lag`: milliseconds that 99 of 100 turns of the event loop may take; 0 leaves it to the machine.
  long: { minutes: 1, guesses: 200, editors: 4, lag: 50 },
  short: { minutes: 0.05, guesses: 200, editors: 2, lag: 0 },
  servers: 2,
  watchesLoop: true,
  async run(soak) {
    const administrator = await soak.client();
    await administrator.must('POST', '/users', { name: 'Owner', email: OWNER.email });
    const { items } = await administrator.must('GET', `/users?q=${encodeURIComponent(OWNER.email)}`);
    await administrator.must('POST', `/users/${items[0].id}/password`, { password: OWNER.password });
    const ends = await sessionsEnd(soak);
    const device = await firstSignIn(soak);
    const end = performance.now() + soak.amount('minutes') * 60_000;
    await lagOf(soak);
    const [guesses, edits, again, elsewhere] = await Promise.all([
      guess(soak, end),
      edit(soak, end),
      signInAgain(soak, device, end),
      signInElsewhere(soak),
    ]);
    const { p99, most } = await lagOf(soak);
    const allowed = soak.amount('lag');
    if (allowed > 0 && p99 > allowed) soak.violation(`the event loop was held up for ${p99.toFixed(1)} ms (p99)`);
    return {
      ...ends,
      ...guesses,
      ...edits,
      'owner, where they were before': again,
      'owner, elsewhere, tries': elsewhere,
      'event loop, p99 ms': Math.round(p99 * 10) / 10,
      'event loop, most ms': Math.round(most),
    };
  },
});

/**
 * One try, from an address that the proxy before the server tells.
 * @param {Soak} soak
 * @param {{ email: string, password: string }} who
 * @param {string} address
 * @param {string} [cookie]
 */
async function signIn(soak, who, address, cookie) {
  const response = await fetch(`${soak.servers[0]?.origin}${LOGIN}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': address,
      ...(cookie ? { cookie } : {}),
    },
    body: JSON.stringify(who),
  });
  await response.body?.cancel();
  return response;
}

/** The cookie by which the owner's browser is known again. @param {Soak} soak */
async function firstSignIn(soak) {
  const response = await signIn(soak, OWNER, OFFICE);
  if (response.status !== 200) throw new Error(`The owner’s first sign-in answered ${response.status}.`);
  const cookie = response.headers.getSetCookie().find((each) => /^(__Host-)?pipit_device=/.test(each));
  return String(cookie).split(';')[0] ?? '';
}

/**
 * As many tries per second as asked for, whether the former are answered or not: half at the owner, many from the
 * owner's own network.
 * @param {Soak} soak
 * @param {number} end
 */
async function guess(soak, end) {
  const random = soak.random.fork(1);
  /** @type {Map<number, number>} */
  const answers = new Map();
  /** @type {Promise<unknown>[]} */
  const sent = [];
  const begin = performance.now();
  const perSecond = soak.amount('guesses');
  while (performance.now() < end) {
    const due = Math.floor(((performance.now() - begin) / 1000) * perSecond);
    while (sent.length < due) {
      const address = random.chance(0.3) ? OFFICE : `198.18.${random.below(256)}.${random.below(256)}`;
      const email = random.chance(0.5) ? OWNER.email : `nobody${random.below(1000)}@example.org`;
      const password = `guess ${random.below(1e6)}`;
      sent.push(
        signIn(soak, { email, password }, address).then(
          ({ status, headers }) => {
            answers.set(status, (answers.get(status) ?? 0) + 1);
            if (!REFUSALS.includes(status)) soak.violation(`a guess was answered ${status}`);
            if (status !== 401 && !headers.get('retry-after'))
              soak.violation(`a ${status} did not say when to try again`);
          },
          (error) => soak.violation(`a guess was not answered: ${error}`),
        ),
      );
    }
    await sleep(5);
  }
  await Promise.all(sent);
  const counts = [...answers].sort(([a], [b]) => a - b).map(([status, count]) => [`guesses answered ${status}`, count]);
  return { guesses: sent.length, ...Object.fromEntries(counts) };
}

/** Editors who read and change pages of their own. @param {Soak} soak @param {number} end */
async function edit(soak, end) {
  const first = await soak.client();
  const home = await homeOf(soak);
  /** @type {number[]} */
  const times = [];
  await Promise.all(
    Array.from({ length: soak.amount('editors') }, async (_, at) => {
      const client = await soak.client();
      const below = await plant(first, home, `Bed ${at}`);
      while (performance.now() < end) {
        const start = performance.now();
        const fields = { title: 'Bluebell' };
        const made = await client.post('/pages', { parentId: below, type: PAGE_TYPE, fields });
        if (made.status !== 201) soak.violation(`an editor’s page was answered ${made.status}`);
        const read = await client.get(`/pages/${below}`);
        if (read.status !== 200) soak.violation(`an editor’s reading was answered ${read.status}`);
        times.push(performance.now() - start);
        await sleep(100);
      }
    }),
  );
  return {
    'pages made and read': times.length,
    'both, median ms': Math.round(percentile(times, 0.5)),
    'both, p99 ms': Math.round(percentile(times, 0.99)),
  };
}

/** In the browser they used before, beside those who guess: each time, at once. @param {Soak} soak @param {string} device @param {number} end */
async function signInAgain(soak, device, end) {
  let times = 0;
  do {
    const { status } = await signIn(soak, OWNER, OFFICE, device);
    if (status !== 200) soak.violation(`the owner’s sign-in at their own place was answered ${status}`);
    times += 1;
    await sleep(300);
  } while (performance.now() < end);
  return times;
}

/** At a new place, trying again when told to: it may take a while, and it works. @param {Soak} soak */
async function signInElsewhere(soak) {
  for (let tries = 1; tries <= PATIENCE; tries += 1) {
    const { status, headers } = await signIn(soak, OWNER, '192.0.2.77');
    if (status === 200) return tries;
    if (status !== 503) soak.violation(`the owner’s sign-in elsewhere was answered ${status}`);
    await sleep(1000 * Number(headers.get('retry-after') ?? 1) * soak.random.next());
  }
  soak.violation(`the owner did not get in within ${PATIENCE} tries`);
  return PATIENCE;
}

/**
 * How long the server's event loop was held up since this was last asked.
 * @param {Soak} soak
 * @returns {Promise<{ p99: number, most: number }>}
 */
function lagOf(soak) {
  return toldBy(soak, soak.servers[0], 'event-loop');
}
