import { Inject, Injectable } from '@nestjs/common';
import { Action, type WriteCtx } from '@pipit/kernel';
import { StoredFiles } from '../files/stored-files.js';
import type { MediaFile } from '../media-file.js';
import { MediaRows } from '../subjects/media-rows.js';
import type { MediaSubject } from '../subjects/media-subject.js';
import { FileVersion } from './file-version.entity.js';
import { FileVersions } from './file-versions.js';

/** Forgets an earlier file of an image or a document for good, for instance one that should never have been there. */
@Injectable()
export abstract class DeleteVersion<F extends MediaFile> extends Action<{ id: number; versionId: number }, void> {
  protected abstract readonly subject: MediaSubject<F>;
  @Inject(MediaRows) private readonly rows!: MediaRows;
  @Inject(FileVersions) private readonly versions!: FileVersions;
  @Inject(StoredFiles) private readonly files!: StoredFiles;

  protected async perform(ctx: WriteCtx, { id, versionId }: { id: number; versionId: number }): Promise<void> {
    const { type } = this.subject;
    const row = await this.rows.take(ctx, this.subject, { id, verb: 'delete' });
    const version = await this.versions.get(ctx, type, id, versionId);
    await ctx.manager.delete(FileVersion, versionId);
    await this.files.removeLater(ctx, [version.fileKey]);
    const data = { versionId, fileName: version.fileName, fileSize: version.fileSize };
    ctx.record({ action: `${type}.delete_version`, subject: { type, id, label: row.title }, data });
  }
}
