import type { ByteRange } from '@pipit/kernel';
import type { Readable } from 'node:stream';
import type { MadeRendition } from '../renditions/made-rendition.js';

/** A stored file on its way to a reader who may have it. */
export interface ServedFile {
  readonly key: string;
  readonly size: number;
  readonly mimeType: string;
  /** Strong, with its quotes. */
  readonly etag: string;
  readonly cacheControl: string;
  readonly disposition?: string;
  /** Where its bytes come from; default: the storage. */
  readonly open?: (range?: ByteRange) => Promise<Readable | Buffer>;
}

/** A rendition's address changes with what it shows, so it may be kept for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** How a rendition is served. */
export function servedRendition({ id, fileKey, fileSize, mimeType }: MadeRendition): ServedFile {
  return { key: fileKey, size: fileSize, mimeType, etag: `"r${id}-${fileSize}"`, cacheControl: FOR_EVER };
}
