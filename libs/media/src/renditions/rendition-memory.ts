import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import type { MadeRendition } from './made-rendition.js';

/** Larger files are streamed: reading them is what takes time, not asking for them. */
const LARGEST = 256 * 1024;

type FileOf = Pick<MadeRendition, 'fileKey' | 'fileSize'>;

/**
 * Keeps the small files of renditions that are asked for most in memory. What is shown under an address never changes, so
 * nothing has to be forgotten; whether somebody may see it is asked before, each time.
 */
@Injectable()
export class RenditionMemory {
  private readonly kept: LRUCache<string, Buffer> | null;

  constructor(@Inject(MEDIA_OPTIONS) { renditionMemory }: Pick<MediaOptions, 'renditionMemory'>) {
    const sizes = { maxSize: renditionMemory, sizeCalculation: (bytes: Buffer) => Math.max(1, bytes.length) };
    this.kept = renditionMemory > 0 ? new LRUCache(sizes) : null;
  }

  /** Whether a file is small enough to be kept. */
  takes({ fileSize }: FileOf): boolean {
    return this.kept !== null && fileSize <= LARGEST;
  }

  get(file: FileOf): Buffer | undefined {
    return this.kept?.get(nameOf(file));
  }

  /** Bytes of another length are of another file. */
  keep(file: FileOf, bytes: Buffer): void {
    if (this.takes(file) && bytes.length === file.fileSize) this.kept?.set(nameOf(file), alone(bytes));
  }
}

/** A part of something larger would keep all of it in memory. */
function alone(bytes: Buffer): Buffer {
  return bytes.buffer.byteLength === bytes.length ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
}

function nameOf({ fileKey, fileSize }: FileOf): string {
  return `${fileKey} ${fileSize}`;
}
