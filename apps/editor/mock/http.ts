import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FieldError } from '../src/api/types.ts';

export interface Call {
  req: IncomingMessage;
  res: ServerResponse;
  url: URL;
  params: string[];
  body: Record<string, unknown>;
  raw: Buffer;
  userId: number;
}

/** Ends a handler with a problem document. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly extra: Record<string, unknown>;
  constructor(
    status: number,
    code: string,
    detail: string,
    extra: { errors?: FieldError[]; [key: string]: unknown } = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.extra = extra;
  }
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, {
    'content-type': status >= 400 ? 'application/problem+json' : 'application/json',
    ...headers,
  });
  res.end(body === undefined ? undefined : JSON.stringify(body));
}

export async function readRaw(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The parts of a multipart body: text fields and one file. */
export function readMultipart(call: Call): {
  fields: Record<string, string>;
  file: { name: string; type: string; bytes: Buffer } | null;
} {
  const boundary = /boundary=(.+)$/.exec(call.req.headers['content-type'] ?? '')?.[1] ?? '';
  const fields: Record<string, string> = {};
  let file: { name: string; type: string; bytes: Buffer } | null = null;
  for (const part of call.raw.toString('latin1').split(`--${boundary}`)) {
    const cut = part.indexOf('\r\n\r\n');
    if (cut < 0) continue;
    const head = Buffer.from(part.slice(0, cut), 'latin1').toString('utf8');
    const bytes = Buffer.from(part.slice(cut + 4, -2), 'latin1');
    const name = /name="([^"]*)"/.exec(head)?.[1];
    const fileName = /filename="([^"]*)"/.exec(head)?.[1];
    if (fileName !== undefined)
      file = { name: fileName, type: /content-type: (.+)/i.exec(head)?.[1]?.trim() ?? '', bytes };
    else if (name) fields[name] = bytes.toString('utf8');
  }
  return { fields, file };
}

/** `limit` and `offset` of a list, applied. */
export function paged<T>(call: Call, items: T[]): { total: number; items: T[] } {
  const limit = Number(call.url.searchParams.get('limit') ?? 50);
  const offset = Number(call.url.searchParams.get('offset') ?? 0);
  return { total: items.length, items: items.slice(offset, offset + limit) };
}
