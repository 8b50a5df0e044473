import net from 'node:net';

/**
 * An answer as it came.
 * @typedef {object} Answered
 * @property {number} status
 * @property {ReadonlyMap<string, string>} headers by names in lower case
 * @property {string} body
 */

const END_OF_HEAD = '\r\n\r\n';

/**
 * One connection to a server that is kept open, for one request after the other. Cheap enough that a million requests
 * are more work for the servers than for whoever asks; it knows no more of HTTP than what those servers send.
 */
export class Connection {
  /** @type {net.Socket | null} */
  #socket = null;
  /** @type {Buffer[]} */
  #bytes = [];
  #length = 0;
  /** Bytes at which the answer is whole; 0 while its head is not. */
  #end = 0;
  /** @type {Omit<Answered, 'body'>} */
  #head = { status: 0, headers: new Map() };
  #bodyAt = 0;
  /** @type {{ resolve: (answer: Answered) => void, reject: (error: Error) => void } | null} */
  #waiting = null;
  #url;

  /** @param {string} origin */
  constructor(origin) {
    this.#url = new URL(origin);
  }

  /**
   * @param {string} path
   * @param {Readonly<Record<string, string>>} headers
   * @returns {Promise<Answered>}
   */
  get(path, headers) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const request = `GET ${path} HTTP/1.1\r\nhost: ${this.#url.host}\r\n${lines.join('')}\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#open().write(request);
    });
  }

  close() {
    this.#socket?.destroy();
  }

  #open() {
    if (this.#socket) return this.#socket;
    const socket = net.connect(Number(this.#url.port), this.#url.hostname);
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.#read(bytes));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#fail(new Error('The connection ended before the answer did.'));
    });
    this.#socket = socket;
    return socket;
  }

  /** @param {Buffer} bytes */
  #read(bytes) {
    this.#bytes.push(bytes);
    this.#length += bytes.length;
    if (this.#end === 0) this.#readHead();
    if (this.#end === 0 || this.#length < this.#end) return;
    const body = this.#whole().toString('utf8', this.#bodyAt, this.#end);
    const { status, headers } = this.#head;
    this.#bytes = [];
    this.#length = 0;
    this.#end = 0;
    // The next request opens another one.
    if (headers.get('connection') === 'close') this.#socket = null;
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status, headers, body });
  }

  #readHead() {
    const whole = this.#whole();
    const end = whole.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const [first = '', ...lines] = whole.toString('latin1', 0, end).split('\r\n');
    const status = Number(first.slice(9, 12));
    const headers = new Map(lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    })); // prettier-ignore
    const length = headers.get('content-length');
    if (length === undefined && status !== 304) return this.#fail(new Error(`An answer of no known length: ${first}`));
    this.#head = { status, headers };
    this.#bodyAt = end + END_OF_HEAD.length;
    this.#end = this.#bodyAt + (status === 304 ? 0 : Number(length));
  }

  #whole() {
    const [first] = this.#bytes;
    const whole = this.#bytes.length === 1 && first ? first : Buffer.concat(this.#bytes);
    this.#bytes = [whole];
    return whole;
  }

  /** @param {Error} error */
  #fail(error) {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.reject(error);
  }
}
