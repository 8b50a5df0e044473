import { setTimeout as sleep } from 'node:timers/promises';

const TYPE = 'demo.StandardPage';

/** @typedef {Awaited<ReturnType<typeof signedIn>>} Api */

/**
 * The management API, for somebody who measures: whatever is refused ends the run.
 * @param {string} base
 * @param {{ email: string, password: string }} person
 */
export async function signedIn(base, person) {
  while (!(await fetch(`${base}/health`).catch(() => null))?.ok) await sleep(50);
  let token = '';
  /** @param {string} url @param {RequestInit} [init] @returns {Promise<any>} */
  const call = async (url, init = {}) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const answer = await fetch(`${base}${url}`, { ...init, headers });
    if (answer.status === 401 && token) return signIn().then(() => call(url, init));
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`);
    return JSON.parse(text);
  };
  const signIn = async () => {
    token = '';
    token = (await post('/auth/login', person)).accessToken;
  };
  /** @param {string} url @param {unknown} body */
  const post = (url, body) => call(url, { method: 'POST', body: JSON.stringify(body) });
  await signIn();
  return {
    /** @param {string} url */
    get: (url) => call(url, { method: 'GET', headers: {} }),
    post,
    /** A form. @param {string} url @param {FormData} form */
    send: async (url, form) => {
      const answer = await fetch(`${base}${url}`, {
        method: 'POST',
        body: form,
        headers: { authorization: `Bearer ${token}` },
      });
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
      return answer.json();
    },
    /** @param {number} parentId @param {string} title @param {boolean} [publish] @returns {Promise<number>} */
    create: async (parentId, title, publish = false) =>
      (await post('/pages', { parentId, type: TYPE, fields: { title }, publish })).id,
  };
}
