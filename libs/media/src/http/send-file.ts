import { notFound, ObjectMissing, type ByteRange, type Storage } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { parseByteRange } from './byte-range.js';
import type { ServedFile } from './served-file.js';

/** PDF viewers of browsers do not work in a sandbox; what they show cannot script the site either. */
const PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'";
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Answers a file with conditional requests and ranges, and with headers that keep it from acting as a page. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  storage: Storage,
  file: ServedFile,
): Promise<FastifyReply> {
  if (matches(request.headers['if-none-match'], file.etag)) return reply.headers(fileHeaders(file)).code(304).send();
  const ifRange = request.headers['if-range'];
  const range =
    ifRange === undefined || ifRange === file.etag ? parseByteRange(request.headers.range, file.size) : null;
  if (range === 'unsatisfiable') {
    return reply.code(416).headers(fileHeaders(file)).header('content-range', `bytes */${file.size}`).send();
  }
  // Fastify would call the length of a missing body 0; an empty stream leaves the header alone.
  const isHead = request.method === 'HEAD';
  const body = isHead ? Readable.from([]) : await open(storage, file, range ?? undefined);
  // Only now: what is missing is answered without a word about keeping it for ever.
  void reply.headers(fileHeaders(file));
  if (range) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`);
  void reply.header('content-length', range ? range.end - range.start + 1 : file.size);
  return reply.send(body);
}

/** The headers a file is served with. */
export function fileHeaders(file: ServedFile): Record<string, string> {
  return {
    etag: file.etag,
    'cache-control': file.cacheControl,
    'content-type': file.mimeType,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': file.mimeType === 'application/pdf' ? PDF_POLICY : POLICY,
    // Sites show our media from other origins; that is what it is for.
    'cross-origin-resource-policy': 'cross-origin',
    ...(file.disposition ? { 'content-disposition': file.disposition } : {}),
  };
}

async function open(storage: Storage, file: ServedFile, range?: ByteRange): Promise<Readable | Buffer> {
  try {
    return await (file.open ? file.open(range) : storage.read(file.key, range));
  } catch (error) {
    if (error instanceof ObjectMissing) throw notFound('This file is missing.');
    throw error;
  }
}

/** Whether `If-None-Match` names what would be sent. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
