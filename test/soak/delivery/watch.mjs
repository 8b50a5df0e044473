import { createHash } from 'node:crypto';

/** @import { Soak } from '../support/define-storm.mjs' */

/** The title of a draft, which nobody but its preview shows. */
export const SECRET = 'Only for whoever holds the token';
/** Milliseconds after the answer to an unpublish within which somebody may still see the page. */
const GRACE = 1000;

/**
 * An answer, and who asked for it.
 * @typedef {object} Seen
 * @property {string} url
 * @property {string} caller
 * @property {number} askedAt
 * @property {Response} response
 * @property {string} body
 */

/** Looks at every answer, whoever gets it. */
export class Watch {
  answers = 0;
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
    this.answers += 1;
    this.#checkPresence(seen);
    this.#checkSecret(seen);
    this.#checkTag(seen);
  }

  /** @param {Seen} seen */
  #checkPresence({ url, askedAt, response, body }) {
    const since = this.#offlineSince;
    if (since === null || askedAt < since + GRACE || response.status !== 200 || !this.#shown.test(body)) return;
    this.#soak.violation(`${url} showed the page ${Math.round(askedAt - since)} ms after it went offline`);
  }

  /** @param {Seen} seen */
  #checkSecret({ url, caller, response, body }) {
    const control = response.headers.get('cache-control') ?? '';
    const mayBeKept = control.includes('public');
    if (body.includes(SECRET) && caller !== 'preview') this.#soak.violation(`${url} showed a draft to ${caller}`);
    if (body.includes(SECRET)) this.previews += 1;
    if (caller === 'preview' && response.ok && control !== 'no-store')
      this.#soak.violation(`${url} lets previews be kept`);
    if (caller === 'wrongToken' && response.ok) this.#soak.violation(`${url} was shown for a token that is none`);
    const isAnybody = caller === 'anybody' || caller === 'known';
    if (!isAnybody && mayBeKept) this.#soak.violation(`${url} may be kept for everybody as ${caller} got it`);
  }

  /** @param {Seen} seen */
  #checkTag({ url, response, body }) {
    const etag = response.headers.get('etag');
    if (!etag || response.status !== 200) return;
    const digest = createHash('sha256').update(body).digest('base64url');
    const known = this.#bodies.get(etag);
    if (known !== undefined && known !== digest) this.#soak.violation(`${url} sent two answers with the tag ${etag}`);
    this.#bodies.set(etag, digest);
  }
}
