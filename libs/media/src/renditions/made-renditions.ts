import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PublicFiles } from '../queries/public-files.js';
import { KeptRenditions } from './kept-renditions.js';
import type { MadeRendition } from './made-rendition.js';

/** Addresses of one question; more wait for the next. */
const BATCH = 500;

interface Waiting {
  readonly key: string;
  readonly resolve: (made: MadeRendition | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Looks up renditions whose files are there and which anybody may see: nearly all that readers ask for. While one
 * question is on its way to the database, further ones gather and are asked together; none is answered by a question
 * that was put before it came, so that nothing is ever older than the request.
 */
@Injectable()
export class MadeRenditions {
  private waiting: Waiting[] = [];
  private isAsking = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly files: PublicFiles,
    private readonly kept: KeptRenditions,
  ) {}

  /** Null for everything else: what was not made yet, is another picture by now, depends on who asks, or is private. */
  async find(key: string): Promise<MadeRendition | null> {
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
        const found = await this.files.madeRenditions(this.dataSource.manager, keys);
        this.kept.keep(found.values(), mark);
        for (const { key, resolve } of asked) resolve(found.get(key) ?? null);
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    this.isAsking = false;
  }
}
