import type { Rendition } from '../rendition.entity.js';

/** A rendition whose file was made: all that is needed to serve it. */
export interface MadeRendition extends Pick<Rendition, 'id' | 'fileKey' | 'mimeType'> {
  readonly fileSize: number;
}

/** The same rendition as one that was made; null when it was not. */
export function madeOf(rendition: Rendition | null): MadeRendition | null {
  if (!rendition || rendition.fileSize === null) return null;
  const { id, fileKey, mimeType, fileSize } = rendition;
  return { id, fileKey, mimeType, fileSize };
}
