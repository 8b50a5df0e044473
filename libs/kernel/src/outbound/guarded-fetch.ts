import { lookup } from 'node:dns/promises';
import { get as getHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP } from 'node:net';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { invalid, unavailable } from '../errors/common-problems.js';
import { Problem } from '../errors/problem.js';
import { OUTBOUND_OPTIONS, type OutboundOptions } from './outbound-options.js';
import { isPublicAddress } from './public-address.js';

/** What a server elsewhere answered: its head, and a body that is still to be read. */
export interface Fetched {
  readonly body: IncomingMessage;
  /** Where it was found in the end. */
  readonly url: URL;
  /** Without parameters; empty when it does not say. */
  readonly contentType: string;
  /** Cuts the connection when the time is over; give it to whoever reads the body. */
  readonly signal: AbortSignal;
}

/** How to ask. */
export interface FetchWish {
  /** Sent as `Accept`. */
  readonly accept?: string;
  /** Where the address stands in the request, for the refusal. */
  readonly field?: string;
}

const MAX_REDIRECTS = 3;
const MAX_URL = 2000;
const TIMEOUT_SECONDS = 30;
const PORTS = [80, 443];

/**
 * Fetches addresses that people type. A name is resolved once, every address it has is checked, and the connection goes
 * to one of those: what the name says a moment later does not matter. Each redirect is a new question. Nothing of ours is
 * sent along, nothing is decompressed, and refusals do not tell what is there.
 */
@Injectable()
export class GuardedFetch {
  constructor(@Optional() @Inject(OUTBOUND_OPTIONS) private readonly options: OutboundOptions = {}) {}

  /** The answer to a GET; throws `invalid` when the address may not be asked or does not answer with something. */
  async get(address: string, wish: FetchWish = {}): Promise<Fetched> {
    const field = wish.field ?? '/url';
    const signal = AbortSignal.timeout((this.options.timeoutSeconds ?? TIMEOUT_SECONDS) * 1000);
    let url = parseUrl(address, field);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const answer = await this.ask(url, wish, signal, field);
      const status = answer.statusCode ?? 0;
      const { location } = answer.headers;
      if (status >= 300 && status < 400 && location !== undefined) {
        answer.destroy();
        url = parseUrl(location, field, url);
        continue;
      }
      if (status === 200 && isPlain(answer)) return { body: answer, url, contentType: typeOf(answer), signal };
      answer.destroy();
      throw refused(field, 'no_answer', 'There is nothing to be had at this address.');
    }
    throw refused(field, 'redirects', 'This address leads from one to another without end.');
  }

  private async ask(url: URL, wish: FetchWish, signal: AbortSignal, field: string): Promise<IncomingMessage> {
    const pinned = await this.addressFor(url, field);
    const options: RequestOptions = {
      signal,
      agent: false,
      headers: { accept: wish.accept ?? '*/*', 'accept-encoding': 'identity', 'user-agent': 'Pipit' },
      lookup: (_host, { all }, done) => {
        const family = isIP(pinned);
        if (all) done(null, [{ address: pinned, family }]);
        else done(null, pinned, family);
      },
    };
    try {
      return await new Promise((resolve, reject) => {
        const request = (url.protocol === 'https:' ? getHttps : getHttp)(url, options, resolve);
        request.on('error', reject);
      });
    } catch {
      if (signal.aborted) throw unavailable('The other server took too long to answer.');
      throw refused(field, 'no_answer', 'There is nothing to be had at this address.');
    }
  }

  /** The one address the connection goes to. */
  private async addressFor(url: URL, field: string): Promise<string> {
    const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const isAllowed = this.options.allowed?.includes(`${host}:${port}`) ?? false;
    if (!isAllowed && !(this.options.ports ?? PORTS).includes(port)) throw notAllowed(field);
    const addresses = isIP(host) ? [host] : await this.resolve(host, field);
    const [first] = addresses;
    if (first === undefined) throw refused(field, 'no_answer', 'There is nothing to be had at this address.');
    if (!isAllowed && !addresses.every(isPublicAddress)) throw notAllowed(field);
    return first;
  }

  private async resolve(host: string, field: string): Promise<readonly string[]> {
    try {
      if (this.options.resolve) return await this.options.resolve(host);
      return (await lookup(host, { all: true })).map(({ address }) => address);
    } catch {
      throw refused(field, 'no_answer', 'There is nothing to be had at this address.');
    }
  }
}

function parseUrl(address: string, field: string, base?: URL): URL {
  const isUrl = address.length <= MAX_URL && URL.canParse(address, base?.href);
  const url = isUrl ? new URL(address, base?.href) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw refused(field, 'is_url', 'Give a whole address that begins with http:// or https://.');
  }
  if (url.username !== '' || url.password !== '') throw notAllowed(field);
  return url;
}

/** A server that compresses though it was told not to may send more than anybody wants to unpack. */
function isPlain({ headers }: IncomingMessage): boolean {
  return (headers['content-encoding'] ?? 'identity') === 'identity';
}

function typeOf({ headers }: IncomingMessage): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function notAllowed(field: string): Problem {
  return refused(field, 'address_refused', 'This address cannot be asked: it is not on the open internet.');
}

function refused(field: string, code: string, message: string): Problem {
  return invalid(message, [{ path: field, code, message }]);
}
