import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { median, timed } from '../measure.mjs';
import { mannWhitney } from './mann-whitney.mjs';

/** @import { Bench } from '../../../apps/launcher/bench-run.mjs' */

/** What two medians may lie apart, and how unlikely a difference has to be before it counts as one (O4). */
const APART_MS = 5;
const LIKELY = 0.01;
const ADMIN = { email: 'bench@example.org', password: randomBytes(18).toString('base64url') };

/**
 * Can a stranger tell by the clock whether somebody has an account? Signing in, a forgotten password and links, asked
 * about accounts that exist, do not, are suspended or have no password, in turns; each pair is compared by Mann-Whitney.
 * Takes how often each is asked (200).
 * @param {Bench} bench
 */
export default async function auth({ layout, environment, databaseUrl, cli, port, args, say }) {
  const rounds = Number(args[0] ?? 200);
  await cli(['migrate']);
  await cli(['user:create-admin', '--email', ADMIN.email, '--password-stdin'], {}, `${ADMIN.password}\n`);
  const server = spawn(process.execPath, [layout.server], {
    env: { ...process.env, ...environment, PORT: String(port), PIPIT_EDITOR_DIST: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const api = await signedIn(`http://127.0.0.1:${port}/api/admin/v1`);
    const people = await peopleOf(api);
    const results = [
      await compare('signing in', rounds, logins(api, people)),
      await compare('a forgotten password', rounds, forgotten(api, people)),
      await compare('a link', rounds, await links(api, people, database)),
    ].flat();
    for (const line of results) say(line.text);
    const told = results.filter(({ isSame }) => !isSame).length;
    say(told === 0 ? 'The clock tells nothing.' : `The clock tells in ${told} cases.`);
    if (told > 0) process.exitCode = 1;
  } finally {
    await database.end();
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
}

/** @typedef {Awaited<ReturnType<typeof signedIn>>} Api */
/** @typedef {Awaited<ReturnType<typeof peopleOf>>} People */

/** @param {string} base */
async function signedIn(base) {
  let client = 0;
  let token = '';
  /** Each time from another place, so that no limit is met. @param {string} method @param {string} url @param {unknown} [body] @returns {Promise<{ status: number, body: any }>} */
  const send = async (method, url, body) => {
    client += 1;
    const response = await fetch(base + url, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `198.18.${client >> 8}.${client & 255}`,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body ?? {}),
    });
    const answer = /** @type {any} */ (await response.json().catch(() => ({})));
    return { status: response.status, body: answer };
  };
  for (;;) {
    const answer = await fetch(`${base}/health`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) break;
    await sleep(100);
  }
  const { body } = await send('POST', '/auth/login', ADMIN);
  token = body.accessToken;
  const admin = token;
  return {
    /** As a stranger. @param {string} url @param {unknown} body */
    ask: async (url, body) => {
      token = '';
      return send('POST', url, body);
    },
    /** As an administrator. @param {string} method @param {string} url @param {unknown} [body] */
    must: async (method, url, body) => {
      token = admin;
      const answer = await send(method, url, body);
      if (answer.status >= 300) throw new Error(`${method} ${url}: ${JSON.stringify(answer)}`);
      return answer.body;
    },
  };
}

/** One account of each kind. @param {Api} api */
async function peopleOf(api) {
  const make = (/** @type {string} */ name) => api.must('POST', '/users', { name, email: `${name}@example.org` });
  const [known, suspended, bare] = [await make('known'), await make('suspended'), await make('bare')];
  for (const { id } of [known, suspended]) {
    await api.must('POST', `/users/${id}/password`, { password: 'the bluebells are out at last' });
  }
  await api.must('POST', `/users/${suspended.id}/suspend`);
  return { known, suspended, bare, unknown: { email: 'unknown@example.org' } };
}

/** @param {Api} api @param {People} people */
function logins(api, people) {
  return asks(people, ({ email }) => api.ask('/auth/login', { email, password: 'a guess' }), 401);
}

/** @param {Api} api @param {People} people */
function forgotten(api, people) {
  return asks(people, ({ email }) => api.ask('/auth/forgot-password', { email }), 204);
}

/** Links that never were, were used, and are over. @param {Api} api @param {People} people @param {pg.Client} database */
async function links(api, { bare }, database) {
  const link = async () => {
    const { url } = await api.must('POST', `/users/${bare.id}/invite`, { by: 'link' });
    return String(url).split('#')[1];
  };
  const over = await link();
  await database.query(`UPDATE one_time_token SET expires_at = now() - interval '1 hour' WHERE user_id = $1`, [
    bare.id,
  ]);
  const tokens = { 'never was': { token: randomBytes(32).toString('base64url') }, over: { token: over } };
  const password = 'the bluebells are out at last';
  return asks(tokens, ({ token }) => api.ask('/auth/choose-password', { purpose: 'invitation', token, password }), 400);
}

/**
 * @template T
 * @param {Readonly<Record<string, T>>} of
 * @param {(who: T) => Promise<{ status: number }>} ask
 * @param {number} status that each is answered with
 */
function asks(of, ask, status) {
  return Object.fromEntries(
    Object.entries(of).map(([name, who]) => [
      name,
      async () => {
        const answer = await ask(who);
        if (answer.status !== status) throw new Error(`${name} was answered ${answer.status}, not ${status}.`);
      },
    ]),
  );
}

/**
 * All of them in an order that changes with each round, so that what one leaves behind slows down each of the others.
 * @param {string} what
 * @param {number} rounds
 * @param {Readonly<Record<string, () => Promise<void>>>} runs
 */
async function compare(what, rounds, runs) {
  const names = Object.keys(runs);
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -10; round < rounds; round += 1) {
    for (const name of shuffled(names)) {
      const ms = await timed(async () => runs[name]?.());
      // The first are warming up.
      if (round >= 0) times[name]?.push(ms);
      // Whatever a request set going is done before the next is measured.
      await sleep(10);
    }
  }
  const [first = '', ...others] = names;
  return others.map((other) => {
    const [a, b] = [times[first] ?? [], times[other] ?? []];
    const [apart, likely] = [Math.abs(median(a) - median(b)), mannWhitney(a, b)];
    const isSame = apart <= APART_MS && likely > LIKELY;
    const numbers = `${median(a).toFixed(2)} and ${median(b).toFixed(2)} ms, ${apart.toFixed(2)} apart, p = ${likely.toFixed(3)}`;
    return { isSame, text: `${what}, ${first} and ${other}: ${numbers}: ${isSame ? 'the same' : 'TOLD APART'}` };
  });
}

/** @template T @param {readonly T[]} list @returns {T[]} */
function shuffled(list) {
  return list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
