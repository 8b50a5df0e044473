import { Inject, Injectable } from '@nestjs/common';
import { ObjectMissing, Storage, type ByteRange } from '@pipit/kernel';
import { LRUCache } from 'lru-cache';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import type { MadeRendition } from './made-rendition.js';
import { RenditionFiles } from './rendition-files.js';

/** Larger files are streamed: reading them is what takes time, not asking for them. */
const MAX_KEPT = 256 * 1024;

/**
 * Reads the files of renditions and keeps the small ones that are asked for most in memory. What is shown under an
 * address never changes, so nothing has to be forgotten; whether somebody may see it is asked before, each time.
 */
@Injectable()
export class RenditionBytes {
  private readonly kept: LRUCache<string, Buffer> | null;

  constructor(
    private readonly storage: Storage,
    private readonly files: RenditionFiles,
    @Inject(MEDIA_OPTIONS) { renditionMemory }: MediaOptions,
  ) {
    const sizes = { maxSize: renditionMemory, sizeCalculation: (bytes: Buffer) => Math.max(1, bytes.length) };
    this.kept = renditionMemory > 0 ? new LRUCache(sizes) : null;
  }

  /** Bytes that are in memory. */
  inMemory({ fileKey, fileSize }: MadeRendition): Buffer | undefined {
    return this.kept?.get(`${fileKey} ${fileSize}`);
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

  private async read({ fileKey, fileSize }: MadeRendition, range?: ByteRange): Promise<Readable | Buffer> {
    if (!this.kept || fileSize > MAX_KEPT) return this.storage.read(fileKey, range);
    const name = `${fileKey} ${fileSize}`;
    const bytes = this.kept.get(name) ?? (await buffer(await this.storage.read(fileKey)));
    if (bytes.length === fileSize) this.kept.set(name, bytes);
    return range ? bytes.subarray(range.start, range.end + 1) : bytes;
  }
}
