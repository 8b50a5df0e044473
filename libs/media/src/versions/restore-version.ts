import { Inject, Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import type { MediaFile } from '../media-file.js';
import { MediaRows } from '../subjects/media-rows.js';
import type { MediaSubject } from '../subjects/media-subject.js';
import { FileVersions } from './file-versions.js';

/** Which file a row is to have again. */
export interface RestoreVersionInput {
  readonly id: number;
  readonly versionId: number;
  readonly baseVersion?: number | undefined;
}

/** Gives an image or a document a file back that it had before. The one it has now is kept as an earlier version. */
@Injectable()
export abstract class RestoreVersion<F extends MediaFile> extends Action<RestoreVersionInput, F> {
  protected abstract readonly subject: MediaSubject<F>;
  @Inject(MediaRows) private readonly rows!: MediaRows;
  @Inject(FileVersions) private readonly versions!: FileVersions;
  @Inject(Hooks) private readonly hooks!: Hooks;
  @Inject(SearchIndexing) private readonly search!: SearchIndexing;

  protected async perform(ctx: WriteCtx, { id, versionId, baseVersion }: RestoreVersionInput): Promise<F> {
    const { type, moments } = this.subject;
    const row = await this.rows.take(ctx, this.subject, { id, verb: 'edit', baseVersion });
    const version = await this.versions.get(ctx, type, id, versionId);
    await this.versions.replace(ctx, this.subject, row, await this.versions.takeBack<F>(ctx, version));
    await this.hooks.run(new moments.replace.hook(ctx, row));
    await ctx.manager.save(row);
    await this.subject.fileReplaced(ctx, row);
    await this.search.refresh(ctx, type, [id]);
    const data = { versionId, fileName: row.fileName, fileSize: row.fileSize };
    ctx.record({ action: `${type}.restore_version`, subject: { type, id, label: row.title }, data });
    ctx.emit(new moments.replace.event(id));
    return row;
  }
}
