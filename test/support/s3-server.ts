import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What goes wrong from now on. */
export type S3Fault = 'refuse' | 'silent' | 'every-second-fails' | 'short-reads' | 'full' | null;

interface Held {
  readonly bytes: Buffer;
  readonly at: Date;
}

/**
 * Speaks as much of S3 as an object store needs, on the loopback interface: objects, ranges, lists, parts, and addresses
 * signed for one request. Every request has to be signed as AWS signature 4 has it; it checks the signature itself.
 */
export class S3Server {
  readonly credentials = { accessKeyId: 'GARDEN', secretAccessKey: 'secateurs' };
  readonly objects = new Map<string, Held>();
  readonly uploads = new Map<string, { key: string; at: Date; parts: Map<number, Buffer> }>();
  fault: S3Fault = null;
  requests = 0;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<S3Server> {
    const s3 = new S3Server();
    await new Promise<void>((resolve) => s3.server.listen(0, '127.0.0.1', resolve));
    return s3;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    if (this.fault === 'refuse') return void request.socket.destroy();
    if (this.fault === 'silent') return;
    const body = await buffer(request);
    if (this.fault === 'every-second-fails' && this.requests % 2 === 0) return fail(response, 500, 'InternalError');
    const url = new URL(request.url ?? '/', this.endpoint);
    if (!this.isSigned(request, url, body)) return fail(response, 403, 'SignatureDoesNotMatch');
    const [bucket, ...rest] = url.pathname.slice(1).split('/');
    if (bucket !== 'garden') return fail(response, 404, 'NoSuchBucket');
    const key = decodeURIComponent(rest.join('/'));
    if (key === '') return url.searchParams.has('uploads') ? this.listUploads(response) : this.list(url, response);
    if (url.searchParams.has('uploads') || url.searchParams.has('uploadId')) return this.inParts(request, url, key, body, response); // prettier-ignore
    switch (request.method) {
      case 'PUT':
        if (this.fault === 'full') return fail(response, 507, 'XMinioStorageFull');
        this.objects.set(key, { bytes: body, at: new Date() });
        return void response.writeHead(200, { etag: etagOf(body) }).end();
      case 'DELETE':
        this.objects.delete(key);
        return void response.writeHead(204).end();
      default:
        return this.read(request, key, response);
    }
  }

  private read(request: IncomingMessage, key: string, response: ServerResponse): void {
    const held = this.objects.get(key);
    if (!held) return fail(response, 404, 'NoSuchKey');
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    const bytes = range ? held.bytes.subarray(Number(range[1]), Number(range[2]) + 1) : held.bytes;
    const headers = {
      'content-length': bytes.length,
      etag: etagOf(held.bytes),
      'last-modified': held.at.toUTCString(),
    };
    response.writeHead(range ? 206 : 200, headers);
    if (request.method === 'HEAD') response.end();
    else if (this.fault === 'short-reads')
      response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
    else response.end(bytes);
  }

  private list(url: URL, response: ServerResponse): void {
    const prefix = url.searchParams.get('prefix') ?? '';
    const after = url.searchParams.get('continuation-token') ?? '';
    const found = [...this.objects].filter(([key]) => key.startsWith(prefix) && key > after).sort(([a], [b]) => (a < b ? -1 : 1)); // prettier-ignore
    // Few at a time, so that whoever lists has to go on.
    const page = found.slice(0, 3);
    const more = found.length > page.length;
    const contents = page.map(([key, { bytes, at }]) => `<Contents><Key>${xml(key)}</Key><Size>${bytes.length}</Size><LastModified>${at.toISOString()}</LastModified></Contents>`); // prettier-ignore
    const next = more ? `<NextContinuationToken>${xml(page.at(-1)![0])}</NextContinuationToken>` : '';
    sendXml(
      response,
      `<ListBucketResult><IsTruncated>${more}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`,
    );
  }

  private listUploads(response: ServerResponse): void {
    const uploads = [...this.uploads].map(([id, { key, at }]) => `<Upload><Key>${xml(key)}</Key><UploadId>${id}</UploadId><Initiated>${at.toISOString()}</Initiated></Upload>`); // prettier-ignore
    sendXml(response, `<ListMultipartUploadsResult>${uploads.join('')}</ListMultipartUploadsResult>`);
  }

  private inParts(request: IncomingMessage, url: URL, key: string, body: Buffer, response: ServerResponse): void {
    if (url.searchParams.has('uploads')) {
      const id = randomUUID();
      this.uploads.set(id, { key, at: new Date(), parts: new Map() });
      return sendXml(response, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`); // prettier-ignore
    }
    const id = url.searchParams.get('uploadId') ?? '';
    const upload = this.uploads.get(id);
    if (!upload) return fail(response, 404, 'NoSuchUpload');
    if (request.method === 'PUT') {
      if (this.fault === 'full') return fail(response, 507, 'XMinioStorageFull');
      upload.parts.set(Number(url.searchParams.get('partNumber')), body);
      return void response.writeHead(200, { etag: etagOf(body) }).end();
    }
    this.uploads.delete(id);
    if (request.method === 'DELETE') return void response.writeHead(204).end();
    const parts = [...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part);
    this.objects.set(key, { bytes: Buffer.concat(parts), at: new Date() });
    return sendXml(response, '<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>');
  }

  /** AWS signature 4, in the header or in the address. */
  private isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
    const query = new URLSearchParams(url.search);
    const inQuery = query.has('X-Amz-Signature');
    const header = request.headers.authorization ?? '';
    const part = (name: string): string => new RegExp(`${name}=([^, ]+)`).exec(header)?.[1] ?? '';
    const signature = inQuery ? query.get('X-Amz-Signature') : part('Signature');
    const credential = (inQuery ? query.get('X-Amz-Credential') : part('Credential')) ?? '';
    const signed = ((inQuery ? query.get('X-Amz-SignedHeaders') : part('SignedHeaders')) ?? '').split(';');
    const date = String(inQuery ? query.get('X-Amz-Date') : request.headers['x-amz-date']);
    const hash = inQuery ? 'UNSIGNED-PAYLOAD' : String(request.headers['x-amz-content-sha256']);
    if (!inQuery && hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return false;
    if (inQuery && hasExpired(date, Number(query.get('X-Amz-Expires')))) return false;
    query.delete('X-Amz-Signature');
    const pairs = [...query].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
    const headers = signed.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
    const canonical = [request.method, url.pathname, pairs.join('&'), headers.join(''), signed.join(';'), hash].join('\n'); // prettier-ignore
    const [id, ...scope] = credential.split('/');
    const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(Buffer.from(canonical))].join('\n');
    const key = scope.reduce<Buffer>((secret, word) => hmac(secret, word), Buffer.from(`AWS4${this.credentials.secretAccessKey}`)); // prettier-ignore
    return id === this.credentials.accessKeyId && hmac(key, text).toString('hex') === signature;
  }
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const etagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`;
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

function hasExpired(date: string, seconds: number): boolean {
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  return Date.now() > Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min), Number(s)) + seconds * 1000;
}

function sendXml(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${body}`);
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
}
