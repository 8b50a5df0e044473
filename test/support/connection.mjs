import net from 'node:net';

const END_OF_HEAD = '\r\n\r\n';

/** An answer as it came. What is not looked at is not read. */
export class Answer {
  #chunks;
  #bodyAt;

  /**
   * @param {string} head status line and headers
   * @param {readonly Buffer[]} chunks all of it
   * @param {number} bodyAt bytes before the body
   */
  constructor(head, chunks, bodyAt) {
    this.head = head;
    this.#chunks = chunks;
    this.#bodyAt = bodyAt;
  }

  get status() {
    return Number(this.head.slice(9, 12));
  }

  /** By names in lower case. @returns {ReadonlyMap<string, string>} */
  get headers() {
    const [, ...lines] = this.head.split('\r\n');
    return new Map(lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    })); // prettier-ignore
  }

  get body() {
    return Buffer.concat(this.#chunks).toString('utf8', this.#bodyAt);
  }
}

/**
 * One connection to a server that is kept open, for one request after the other. Cheap enough that a million requests
 * are more work for the servers than for whoever asks; it knows no more of HTTP than what those servers send.
 */
export class Connection {
  /** @type {net.Socket | null} */
  #socket = null;
  /** Of the answer that is under way. @type {Buffer[]} */
  #chunks = [];
  #length = 0;
  #head = '';
  /** Bytes at which its body begins, and at which it is whole; 0 while its head is not. */
  #bodyAt = 0;
  #end = 0;
  /** @type {{ resolve: (answer: Answer) => void, reject: (error: Error) => void } | null} */
  #waiting = null;
  #url;

  /** @param {string} origin */
  constructor(origin) {
    this.#url = new URL(origin);
  }

  /**
   * @param {string} path
   * @param {Readonly<Record<string, string>>} [headers]
   * @returns {Promise<Answer>}
   */
  get(path, headers = {}) {
    let request = `GET ${path} HTTP/1.1\r\nhost: ${this.#url.host}\r\n`;
    for (const name in headers) request += `${name}: ${headers[name]}\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#open().write(`${request}\r\n`);
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
    this.#chunks.push(bytes);
    this.#length += bytes.length;
    if (this.#end === 0) this.#readHead();
    if (this.#end === 0 || this.#length < this.#end) return;
    const answer = new Answer(this.#head, this.#chunks, this.#bodyAt);
    this.#chunks = [];
    this.#length = 0;
    this.#end = 0;
    // The next request opens another one.
    if (/\r\nconnection: close/i.test(answer.head)) this.#socket = null;
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve(answer);
  }

  #readHead() {
    const [first] = this.#chunks;
    const whole = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    const end = whole.indexOf(END_OF_HEAD);
    if (end < 0) return;
    this.#head = whole.toString('latin1', 0, end);
    const hasBody = !this.#head.startsWith('304', 9);
    const length = hasBody ? /\r\ncontent-length: (\d+)/i.exec(this.#head)?.[1] : '0';
    if (length === undefined) return this.#fail(new Error(`An answer of no known length: ${this.#head}`));
    this.#bodyAt = end + END_OF_HEAD.length;
    this.#end = this.#bodyAt + Number(length);
  }

  /** @param {Error} error */
  #fail(error) {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.reject(error);
  }
}
