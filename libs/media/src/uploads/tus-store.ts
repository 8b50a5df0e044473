import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DataStore, Upload } from '@tus/server';
import type { Ctx, Storage } from '@pipit/kernel';
import type { PendingUpload } from './pending-upload.entity.js';
import type { Uploads } from './uploads.js';

/** Bytes that are held in memory before they are stored as a part: what a crash costs at most. */
const PART_BYTES = 4 * 1024 * 1024;

/** Uploads as the tus library wants to see them, for one request and whoever sent it. */
export class TusStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];

  constructor(
    private readonly ctx: Ctx,
    private readonly uploads: Uploads,
    private readonly storage: Storage,
  ) {
    super();
  }

  /** The library proposes an id; ours is the one that counts. */
  override async create(file: Upload): Promise<Upload> {
    const made = await this.uploads.begin(this.ctx, {
      fileName: file.metadata?.['filename'] ?? '',
      size: file.size ?? 0,
    });
    return Object.assign(file, { id: made.id });
  }

  override async getUpload(id: string): Promise<Upload> {
    return asTus(await this.uploads.get(this.ctx, id));
  }

  /** Stores parts as they fill up; when the sender goes away, what has come until then too. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    await this.uploads.get(this.ctx, id);
    const writer = await this.uploads.takeOver(this.ctx, id, offset);
    let at = offset;
    let waiting: Buffer[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      if (size === 0) return;
      const part = { key: `uploads/${id}/${at}-${randomBytes(6).toString('hex')}`, size };
      await this.storage.put(part.key, Buffer.concat(waiting, size));
      await this.uploads.addPart(this.ctx, id, writer, part).catch(async (error: unknown) => {
        await this.storage.delete(part.key).catch(() => undefined);
        throw error;
      });
      at += size;
      waiting = [];
      size = 0;
    };
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        waiting.push(chunk);
        size += chunk.length;
        if (size >= PART_BYTES) await flush();
      }
    } catch (error) {
      await flush().catch(() => undefined);
      throw error;
    }
    await flush();
    return at;
  }

  override remove(id: string): Promise<void> {
    return this.uploads.remove(this.ctx, id);
  }

  override getExpiration(): number {
    return this.uploads.lifetimeMs;
  }
}

function asTus({ id, size, received, fileName, createdAt }: PendingUpload): Upload {
  const metadata = { filename: fileName };
  return new Upload({ id, size, offset: received, metadata, creation_date: createdAt.toISOString() });
}
