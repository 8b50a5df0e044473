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

/** What somebody wants to send straight to the store. */
export interface UploadWish {
  /** Bytes; the store takes no more and no less. */
  readonly size: number;
  /** How long the address is good for. */
  readonly seconds: number;
}

/** How to send an object straight to the store: one request, with exactly these headers. */
export interface SignedUpload {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Port: keeps the bytes of media. Keys are made by Pipit, never taken from user input. */
export abstract class Storage {
  /** Writes the whole object or nothing. Throws `storage_full`, or `unavailable` when the store is away. */
  abstract put(key: string, content: Readable | Buffer): Promise<StoredObject>;
  /** Opens the object for reading; throws {@link ObjectMissing}. */
  abstract read(key: string, range?: ByteRange): Promise<Readable>;
  /** Null when there is no such object. */
  abstract stat(key: string): Promise<StoredObject | null>;
  /** Deleting what is not there is fine. */
  abstract delete(key: string): Promise<void>;
  /** Every object whose key begins so, in no particular order. */
  abstract list(prefix: string): AsyncIterable<StoredObject>;

  /**
   * Where the object lies on this machine, for programs that read files by themselves; null for stores that are
   * elsewhere. Throws {@link ObjectMissing}.
   */
  async localPath(_key: string): Promise<string | null> {
    return null;
  }

  /** An address to which an object may be sent once, past this server; null for stores that know no such thing. */
  async signUpload(_key: string, _wish: UploadWish): Promise<SignedUpload | null> {
    return null;
  }

  /** Removes what writes left behind that were cut off before this moment. Answers how many. */
  async tidy(_before: Date): Promise<number> {
    return 0;
  }
}

/** The object is not in the store. */
export class ObjectMissing extends Error {
  constructor(key: string) {
    super(`There is no stored object "${key}".`);
    this.name = 'ObjectMissing';
  }
}
