import type { Readable } from 'node:stream';

/** A stored object as the store knows it. */
export interface StoredObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly modifiedAt: Date;
}

/** First and last byte, both included, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Port: keeps the bytes of media. Keys are made by Pipit, never taken from user input. */
export abstract class Storage {
  /** Writes the whole object or nothing. */
  abstract put(key: string, content: Readable | Buffer): Promise<StoredObject>;
  /** Opens the object for reading; throws {@link ObjectMissing}. */
  abstract read(key: string, range?: ByteRange): Promise<Readable>;
  /** Null when there is no such object. */
  abstract stat(key: string): Promise<StoredObject | null>;
  /** Deleting what is not there is fine. */
  abstract delete(key: string): Promise<void>;
}

/** The object is not in the store. */
export class ObjectMissing extends Error {
  constructor(key: string) {
    super(`There is no stored object "${key}".`);
    this.name = 'ObjectMissing';
  }
}
