import type { Rendition } from '../rendition.entity.js';

/** A rendition whose address was given out, whether its file was made or not: `fileSize` tells. */
export type GivenRendition = Pick<Rendition, 'id' | 'fileKey' | 'mimeType' | 'fileSize'>;

/** A rendition whose file was made: all that is needed to serve it. */
export interface MadeRendition extends GivenRendition {
  readonly fileSize: number;
}

/** Whether its file was made. */
export function isMade<T extends GivenRendition>(rendition: T): rendition is T & MadeRendition {
  return rendition.fileSize !== null;
}
