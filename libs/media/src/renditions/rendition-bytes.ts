import { Injectable } from '@nestjs/common';
import { ObjectMissing, Storage, type ByteRange } from '@pipit/kernel';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { MadeRendition } from './made-rendition.js';
import { RenditionFiles } from './rendition-files.js';
import { RenditionMemory } from './rendition-memory.js';

/** Reads the files of renditions that were made, the small ones from memory where they are there. */
@Injectable()
export class RenditionBytes {
  constructor(
    private readonly storage: Storage,
    private readonly files: RenditionFiles,
    private readonly memory: RenditionMemory,
  ) {}

  /** Bytes that are in memory. */
  inMemory(made: MadeRendition): Buffer | undefined {
    return this.memory.get(made);
  }

  /** Bytes of a rendition that was made; a file the storage has lost is made again. */
  async open(made: MadeRendition, range?: ByteRange): Promise<Readable | Buffer> {
    try {
      return await this.read(made, range);
    } catch (error) {
      if (!(error instanceof ObjectMissing) || !(await this.files.remake(made))) throw error;
      return this.storage.read(made.fileKey, range);
    }
  }

  private async read(made: MadeRendition, range?: ByteRange): Promise<Readable | Buffer> {
    if (!this.memory.takes(made)) return this.storage.read(made.fileKey, range);
    const bytes = this.memory.get(made) ?? (await buffer(await this.storage.read(made.fileKey)));
    this.memory.keep(made, bytes);
    return range ? bytes.subarray(range.start, range.end + 1) : bytes;
  }
}
