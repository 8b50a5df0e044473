import { hash } from 'node:crypto';

/** @import { Soak } from '../support/define-storm.mjs' */
/** @import { Answer } from '../../support/connection.mjs' */

/** The title of a draft, which nobody but its preview shows. */
export const SECRET = 'Only for whoever holds the token';
/** Milliseconds after the answer to an unpublish within which somebody may still see the page. */
const GRACE = 1000;

/**
 * An answer, and who asked for it.
 * @typedef {object} Seen
 * @property {string} url
 * @property {Caller} caller
 * @property {number} askedAt
 * @property {Answer} answer
 */

/**
 * Who asks: anybody, somebody who names the version they have, somebody with credentials or tokens of nobody, and who
 * holds the token of a preview.
 * @typedef {'anybody' | 'known' | 'bearer' | 'cookie' | 'wrongToken' | 'preview'} Caller
 */

/** Looks at every answer, whoever gets it. */
export class Watch {
  /** How many answers there were, by who asked. @type {Record<Caller, number>} */
  answers = { anybody: 0, known: 0, bearer: 0, cookie: 0, wrongToken: 0, preview: 0 };
  previews = 0;
  /** @type {number | null} */
  #offlineSince = null;
  /** What was sent with each tag. @type {Map<string, string>} */
  #bodies = new Map();
  #soak;
  #shown;

  /** @param {Soak} soak @param {number} id of the page that comes and goes */
  constructor(soak, id) {
    this.#soak = soak;
    this.#shown = new RegExp(`"id":${id}[,}]`);
  }

  get tags() {
    return this.#bodies.size;
  }

  /** How many answers there were. */
  get total() {
    return Object.values(this.answers).reduce((sum, count) => sum + count, 0);
  }

  /** The page was taken offline, and whoever did it was answered. */
  wentOffline() {
    this.#offlineSince = performance.now();
  }

  /** The page is about to be seen again. */
  comesBack() {
    this.#offlineSince = null;
  }

  /** @param {Seen} seen */
  saw(seen) {
    this.answers[seen.caller] += 1;
    this.#checkPresence(seen);
    this.#checkSecret(seen);
    this.#checkTag(seen);
  }

  /** @param {Seen} seen */
  #checkPresence({ url, askedAt, answer: { status, body } }) {
    const since = this.#offlineSince;
    if (since === null || askedAt < since + GRACE || status !== 200 || !this.#shown.test(body)) return;
    this.#soak.violation(`${url} showed the page ${Math.round(askedAt - since)} ms after it went offline`);
  }

  /** @param {Seen} seen */
  #checkSecret({ url, caller, answer: { status, headers, body } }) {
    const control = headers.get('cache-control') ?? '';
    const isShown = status === 200;
    const mayBeKept = control.includes('public');
    if (body.includes(SECRET) && caller !== 'preview') this.#soak.violation(`${url} showed a draft to ${caller}`);
    if (body.includes(SECRET)) this.previews += 1;
    if (caller === 'preview' && isShown && control !== 'no-store') this.#soak.violation(`${url} lets previews be kept`);
    if (caller === 'wrongToken' && isShown) this.#soak.violation(`${url} was shown for a token that is none`);
    const isAnybody = caller === 'anybody' || caller === 'known';
    if (!isAnybody && mayBeKept) this.#soak.violation(`${url} may be kept for everybody as ${caller} got it`);
  }

  /** @param {Seen} seen */
  #checkTag({ url, answer: { status, headers, body } }) {
    const etag = headers.get('etag');
    if (!etag || status !== 200) return;
    const digest = hash('sha256', body, 'base64url');
    const known = this.#bodies.get(etag);
    if (known !== undefined && known !== digest) this.#soak.violation(`${url} sent two answers with the tag ${etag}`);
    this.#bodies.set(etag, digest);
  }
}
