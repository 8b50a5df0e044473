import { Injectable } from '@nestjs/common';
import { Storage, type WriteCtx } from '@pipit/kernel';
import { createHash } from 'node:crypto';
import { alternativeKey } from './file-names.js';
import { FileOwners } from './file-owners.js';
import type { SpooledFile } from './spool.js';
import { StoredFiles } from './stored-files.js';

/** Places files of another system under the keys they had there, byte for byte. */
@Injectable()
export class ImportedFiles {
  constructor(
    private readonly storage: Storage,
    private readonly files: StoredFiles,
    private readonly owners: FileOwners,
  ) {}

  /**
   * Answers the key the file got: the wanted one, unless another row has other bytes there. The same bytes may belong
   * to several rows, as an image that is offered for download too.
   */
  async place(ctx: WriteCtx, wanted: string, file: SpooledFile): Promise<string> {
    const stored = await this.storage.stat(wanted);
    if (stored && stored.size === file.size && (await this.hashOf(wanted)) === file.sha1) return wanted;
    const isTaken = stored !== null && (await this.owners.owned(ctx.manager, [wanted])).has(wanted);
    const key = isTaken ? alternativeKey(wanted) : wanted;
    await this.files.addAs(ctx, key, file.path);
    return key;
  }

  private async hashOf(key: string): Promise<string> {
    const hash = createHash('sha1');
    for await (const chunk of (await this.storage.read(key)) as AsyncIterable<Buffer>) hash.update(chunk);
    return hash.digest('hex');
  }
}
