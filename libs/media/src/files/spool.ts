import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { diskProblem, tooLarge } from '@pipit/kernel';

/** A whole upload in a private temporary file, measured while it came in. */
export interface SpooledFile {
  readonly path: string;
  readonly size: number;
  readonly sha1: string;
  /** The first bytes, enough to tell the type. */
  readonly head: Buffer;
}

/** How a file is received. */
export interface SpoolOptions {
  readonly maxBytes: number;
  /** Where to keep it meanwhile; default: the system's folder for temporary files. */
  readonly folder?: string;
  /** Says that the sender is gone. */
  readonly signal?: AbortSignal;
}

/** How temporary folders of uploads begin. */
export const SPOOL_PREFIX = 'pipit-upload-';

const HEAD_BYTES = 64 * 1024;

/**
 * Receives a stream into a temporary file, hands it to `work`, and removes it whatever happens: an upload that is
 * cut off, too large or refused leaves nothing behind.
 */
export async function withSpooledFile<T>(
  source: Readable,
  { maxBytes, folder: parent = tmpdir(), signal }: SpoolOptions,
  work: (file: SpooledFile) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(parent, SPOOL_PREFIX)).catch((error: unknown) => {
    throw diskProblem(error);
  });
  try {
    const path = join(folder, 'file');
    const hash = createHash('sha1');
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        done(size > maxBytes ? tooLarge(`The file is larger than ${inWords(maxBytes)}.`) : null, chunk);
      },
    });
    const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    await pipeline(source, meter, target, { signal }).catch((error: unknown) => {
      // Whoever hung up is no fault of ours: the reason says so.
      if (signal?.aborted) throw signal.reason;
      throw error === target.errored ? diskProblem(error) : error;
    });
    return await work({ path, size, sha1: hash.digest('hex'), head: await readHead(path) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Measures a file that is already on this machine. */
export async function measureFile(path: string): Promise<SpooledFile> {
  const hash = createHash('sha1');
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.length;
    hash.update(chunk);
  }
  return { path, size, sha1: hash.digest('hex'), head: await readHead(path) };
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** 20971520 → `20 MB`. */
export function inWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}
