import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PublicFiles } from '../queries/public-files.js';
import { KeptRenditions } from './kept-renditions.js';
import { isMade, type GivenRendition } from './made-rendition.js';

/** Addresses of one question; more wait for the next. */
const BATCH = 500;

/** A rendition that everybody may see, with the image whose changes may hide it. */
export interface PublicRendition extends GivenRendition {
  readonly imageId: number;
}

interface Waiting {
  readonly key: string;
  readonly resolve: (found: PublicRendition | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Looks up renditions that anybody may see, and sees alike: nearly all that readers ask for. While one
 * question is on its way to the database, further ones gather and are asked together; none is answered by a question
 * that was put before it came, so that nothing is ever older than the request.
 */
@Injectable()
export class PublicRenditions {
  private waiting: Waiting[] = [];
  private isAsking = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly files: PublicFiles,
    private readonly kept: KeptRenditions,
  ) {}

  /** Null for everything else: what is another picture by now, depends on who asks, or is private. */
  async find(key: string): Promise<PublicRendition | null> {
    const kept = this.kept.find(key);
    if (kept) return kept;
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      if (!this.isAsking) void this.ask();
    });
  }

  private async ask(): Promise<void> {
    this.isAsking = true;
    while (this.waiting.length > 0) {
      const asked = this.waiting.splice(0, BATCH);
      try {
        const mark = this.kept.mark();
        const keys = [...new Set(asked.map(({ key }) => key))];
        const found = await this.files.renditions(this.dataSource.manager, keys);
        this.kept.keep([...found.values()].filter(isMade), mark);
        for (const { key, resolve } of asked) resolve(found.get(key) ?? null);
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    this.isAsking = false;
  }
}
