import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** What passed through. */
export interface Measure {
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A stream that lets everything through and knows afterwards how much and what it was. */
export class Measuring extends Transform {
  private size = 0;
  private readonly hash = createHash('sha256');

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.size += chunk.length;
    this.hash.update(chunk);
    done(null, chunk);
  }

  /** Once, when all has passed. */
  result(): Measure {
    return { size: this.size, sha256: this.hash.digest('hex') };
  }
}

/** The measure of what can be read at once. */
export function measureBytes(bytes: Buffer): Measure {
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
