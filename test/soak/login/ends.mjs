import { generate } from 'otplib';
import { setTimeout as sleep } from 'node:timers/promises';

/** @import { Soak } from '../support/define-storm.mjs' */
/** @import { StormClient } from '../support/client.mjs' */
/** @typedef {{ token: string, cookie: string, csrf: string }} Browser */

const API = '/api/admin/v1';
const PASSWORD = 'the bluebells are out at last';
const OTHER = 'the bluebells are over by now';
/** Within which a session has to be over on every process, milliseconds. */
const AT_ONCE = 1000;

/**
 * What ends sessions, told to one process: it has to hold on the other one. `own`: the very session that asks, else all
 * others of the account.
 * @type {Readonly<Record<string, { own?: boolean, end: (ask: Ask, at: { id: number, admin: StormClient }) => Promise<unknown> }>>}
 */
const ENDS = {
  'signing out': { own: true, end: (ask) => ask('POST', '/auth/logout') },
  'a new password': {
    end: (ask) => ask('POST', '/auth/password', { currentPassword: PASSWORD, newPassword: OTHER }),
  },
  'a second factor': {
    end: async (ask) => {
      const { secret } = await ask('POST', '/me/second-factor');
      await ask('POST', '/me/second-factor/confirm', { code: await generate({ secret }) });
    },
  },
  'a password set by another': {
    own: true,
    end: (_ask, { id, admin }) => admin.must('POST', `/users/${id}/password`, { password: OTHER }),
  },
  suspension: { own: true, end: (_ask, { id, admin }) => admin.must('POST', `/users/${id}/suspend`) },
};

/** @typedef {(method: string, url: string, body?: unknown) => Promise<any>} Ask */

/** Each way of ending sessions, told to one process and looked at in the other. @param {Soak} soak */
export async function sessionsEnd(soak) {
  const [here, there] = soak.servers.map(({ origin }) => origin + API);
  if (!here || !there) throw new Error('Two processes are needed.');
  const admin = await soak.client();
  for (const [what, { own = false, end }] of Object.entries(ENDS)) {
    const email = `${what.replaceAll(' ', '-')}@example.org`;
    const { id } = await admin.must('POST', '/users', { name: what, email });
    await admin.must('POST', `/users/${id}/password`, { password: PASSWORD });
    const [asking, other] = [await signIn(here, email), await signIn(there, email)];
    for (const browser of [asking, other]) {
      for (const place of [here, there]) {
        const { status } = await ask(place, browser, 'GET', '/me');
        if (status !== 200) soak.violation(`before ${what} a session is answered ${status}`);
      }
    }
    const work = async (/** @type {string} */ method, /** @type {string} */ url, /** @type {unknown} */ body) => {
      const answer = await ask(here, asking, method, url, body);
      if (answer.status >= 300) throw new Error(`${what}: ${method} ${url} answered ${answer.status}`);
      return answer.body;
    };
    await end(work, { id, admin });
    const over = own ? asking : other;
    if (!(await isOver(there, over))) soak.violation(`${what} left a session open in the other process`);
    const { status } = await ask(there, over, 'POST', '/auth/refresh', {});
    if (status !== 401) soak.violation(`after ${what} the other process renews a session: ${status}`);
  }
  return { 'ways to end sessions': Object.keys(ENDS).length };
}

/** @param {string} place @param {Browser} browser */
async function isOver(place, browser) {
  const end = performance.now() + AT_ONCE;
  do {
    if ((await ask(place, browser, 'GET', '/me')).status === 401) return true;
    await sleep(50);
  } while (performance.now() < end);
  return false;
}

/** @param {string} place @param {string} email @returns {Promise<Browser>} */
async function signIn(place, email) {
  const { status, body, cookies } = await ask(place, null, 'POST', '/auth/login', { email, password: PASSWORD });
  if (status !== 200) throw new Error(`Signing in as ${email} answered ${status}.`);
  const value = (/** @type {string} */ name) =>
    cookies
      .find((each) => each.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .split(';')[0] ?? '';
  const csrf = value('pipit_csrf');
  return { token: body.accessToken, csrf, cookie: `pipit_refresh=${value('pipit_refresh')}; pipit_csrf=${csrf}` };
}

/** @param {string} place @param {Browser | null} browser @param {string} method @param {string} url @param {unknown} [body] */
async function ask(place, browser, method, url, body) {
  const response = await fetch(place + url, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(browser
        ? { authorization: `Bearer ${browser.token}`, cookie: browser.cookie, 'x-csrf-token': browser.csrf }
        : {}),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  const answer = /** @type {any} */ (await response.json().catch(() => ({})));
  return { status: response.status, body: answer, cookies: response.headers.getSetCookie() };
}
