import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import type { MadeRendition } from './made-rendition.js';

/** Addresses that are remembered, a few hundred bytes each. */
const MOST = 20_000;

/** A rendition with the image whose changes may hide it. */
export interface KeptRendition extends MadeRendition {
  readonly imageId: number;
}

/**
 * Renditions that everybody may see, remembered for as long as somebody vouches for hearing of every change of images
 * and of who may see them, in whichever process. Without that nothing is remembered.
 */
@Injectable()
export class KeptRenditions {
  private readonly kept = new LRUCache<string, KeptRendition>({ max: MOST });
  private readonly isPossible: boolean;
  private changes = 0;
  private isSure: () => boolean = () => false;

  constructor(@Inject(MEDIA_OPTIONS) { expiredImages }: Pick<MediaOptions, 'expiredImages'>) {
    // Nobody tells when a moment has come.
    this.isPossible = expiredImages === 'show';
  }

  /** Nothing is remembered, so nobody has to hear of changes. */
  get isEmpty(): boolean {
    return this.kept.size === 0;
  }

  /** From now on changes are told to {@link heed}; `isSure` is false while some may pass unheard. */
  vouch(isSure: () => boolean): void {
    this.isSure = isSure;
  }

  /** Images changed, or who may see them. */
  heed(images: ReadonlySet<number> | 'all'): void {
    this.changes += 1;
    if (images === 'all') return this.kept.clear();
    for (const [key, { imageId }] of this.kept.entries()) if (images.has(imageId)) this.kept.delete(key);
  }

  /** One that is remembered and surely as it was. */
  find(key: string): KeptRendition | undefined {
    return this.isSure() ? this.kept.get(key) : undefined;
  }

  /** To be taken before rows are read that are to be kept. */
  mark(): number {
    return this.changes;
  }

  /** Remembers what was read since `mark`, unless something changed meanwhile. */
  keep(renditions: Iterable<KeptRendition>, mark: number): void {
    if (!this.isPossible || mark !== this.changes || !this.isSure()) return;
    for (const rendition of renditions) this.kept.set(rendition.fileKey, rendition);
  }
}
