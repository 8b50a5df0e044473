/** @import { Operation, OperationLog } from './operation-log.mjs' */
/** @import { StormServer } from './server.mjs' */

const API = '/api/admin/v1';

/** Beyond this a request is taken for lost: whoever waits so long has found a hang. */
const PATIENCE = 120_000;

/** One signing in for all clients of a storm: the server counts how often somebody tries. */
export class Session {
  /** @type {Promise<string> | null} */
  #token = null;
  #person;

  /** @param {{ email: string, password: string }} person */
  constructor(person) {
    this.#person = person;
  }

  /**
   * The token, of a new session when the caller found the one it has to be over.
   * @param {(person: { email: string, password: string }) => Promise<Operation>} signIn
   * @param {string | null} ended
   * @returns {Promise<string>}
   */
  async token(signIn, ended = null) {
    if (this.#token && (await this.#token) !== ended) return this.#token;
    this.#token = signIn(this.#person).then(({ status, answer }) => {
      if (status !== 200) throw new Error(`Signing in answered ${status}: ${JSON.stringify(answer)}`);
      return answer.accessToken;
    });
    return this.#token;
  }
}

/** Somebody who talks to the management API over HTTP, and writes down every answer. */
export class StormClient {
  #token = '';
  #server;
  #log;
  #session;

  /**
   * @param {StormServer} server
   * @param {OperationLog} log
   * @param {Session} session
   */
  constructor(server, log, session) {
    this.#server = server;
    this.#log = log;
    this.#session = session;
  }

  /** The header of one's own requests. */
  get authorization() {
    return `Bearer ${this.#token}`;
  }

  async signIn() {
    const signIn = (/** @type {object} */ person) => this.#send('POST', '/auth/login', person);
    this.#token = await this.#session.token(signIn, this.#token);
    return this;
  }

  /** @param {string} url */
  get = (url) => this.send('GET', url);
  /** @param {string} url @param {unknown} [body] @param {Record<string, string>} [headers] */
  post = (url, body = {}, headers = {}) => this.send('POST', url, body, headers);
  /** @param {string} url @param {unknown} body @param {Record<string, string>} [headers] */
  patch = (url, body, headers = {}) => this.send('PATCH', url, body, headers);
  /** @param {string} url @param {unknown} body @param {Record<string, string>} [headers] */
  put = (url, body, headers = {}) => this.send('PUT', url, body, headers);
  /** @param {string} url */
  delete = (url) => this.send('DELETE', url);

  /**
   * As the methods named after it, for an answer without which there is no going on.
   * @param {string} method
   * @param {string} url
   * @param {unknown} [body]
   * @returns {Promise<any>}
   */
  async must(method, url, body) {
    const { status, answer } = await this.send(method, url, body);
    if (status === null || status >= 300)
      throw new Error(`${method} ${url} answered ${status}: ${JSON.stringify(answer)}`);
    return answer;
  }

  /**
   * Never throws for an answer, nor for one that does not come: that has the status null.
   * @param {string} method
   * @param {string} url below the management API
   * @param {unknown} [body]
   * @param {Record<string, string>} [headers]
   * @returns {Promise<Operation>}
   */
  async send(method, url, body, headers = {}) {
    const first = await this.#send(method, url, body, headers);
    if (first.status !== 401) return first;
    // A long storm outlives its token.
    await this.signIn();
    return this.#send(method, url, body, headers);
  }

  /**
   * @param {string} method
   * @param {string} url
   * @param {unknown} [body]
   * @param {Record<string, string>} [headers]
   * @returns {Promise<Operation>}
   */
  async #send(method, url, body, headers = {}) {
    const start = performance.now();
    /** @type {Operation} */
    const operation = { method, url, body, status: null, answer: null, requestId: null, ms: 0 };
    try {
      const response = await fetch(`${this.#server.origin}${API}${url}`, {
        method,
        headers: {
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
          ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      operation.answer = parsed(await response.text());
      operation.status = response.status;
      operation.requestId = response.headers.get('x-request-id');
    } catch (error) {
      operation.answer = String(error instanceof Error ? (error.cause ?? error) : error);
    }
    operation.ms = performance.now() - start;
    this.#log.add(operation);
    return operation;
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
