import { Inject, Injectable } from '@nestjs/common';
import { Storage } from '@pipit/kernel';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { withSpooledFile } from './spool.js';

/** Stored files as files of this machine, for the engine, which reads them by itself. */
@Injectable()
export class LocalOriginals {
  constructor(
    private readonly storage: Storage,
    @Inject(MEDIA_OPTIONS) private readonly options: Pick<MediaOptions, 'uploadFolder'>,
  ) {}

  /** Where the storage is elsewhere, the file is here for as long as `work` takes. Throws `ObjectMissing`. */
  async with<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
    const path = await this.storage.localPath(key);
    if (path !== null) return work(path);
    // Stored already, perhaps when more was allowed.
    const limits = { maxBytes: Infinity, folder: this.options.uploadFolder };
    return withSpooledFile(await this.storage.read(key), limits, (file) => work(file.path));
  }
}
