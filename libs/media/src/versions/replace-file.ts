import { Inject, Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import type { SpooledFile } from '../files/spool.js';
import type { MediaFile } from '../media-file.js';
import { MediaRows } from '../subjects/media-rows.js';
import type { MediaSubject } from '../subjects/media-subject.js';
import { FileVersions, type FileColumns } from './file-versions.js';

/** Another file for a row that is there. */
export interface ReplaceFileInput {
  readonly id: number;
  readonly file: SpooledFile;
  /** As the sender calls it; never used as a path. */
  readonly fileName: string;
  readonly baseVersion?: number | undefined;
}

/** Gives an image or a document another file. Its id, its texts and all that points at it stay; the file is kept. */
@Injectable()
export abstract class ReplaceFile<F extends MediaFile, I extends ReplaceFileInput = ReplaceFileInput> extends Action<
  I,
  F
> {
  protected abstract readonly subject: MediaSubject<F>;
  @Inject(MediaRows) private readonly rows!: MediaRows;
  @Inject(FileVersions) private readonly versions!: FileVersions;
  @Inject(Hooks) private readonly hooks!: Hooks;
  @Inject(SearchIndexing) private readonly search!: SearchIndexing;

  /** Checks the file as an upload is checked, and stores it. */
  protected abstract store(ctx: WriteCtx, input: I, row: F): Promise<FileColumns<F>>;

  protected async perform(ctx: WriteCtx, input: I): Promise<F> {
    const { type, moments } = this.subject;
    const { id, baseVersion } = input;
    const row = await this.rows.take(ctx, this.subject, { id, verb: 'edit', baseVersion });
    await this.versions.replace(ctx, this.subject, row, await this.store(ctx, input, row));
    await this.hooks.run(new moments.replace.hook(ctx, row));
    await ctx.manager.save(row);
    await this.subject.fileReplaced(ctx, row);
    await this.search.refresh(ctx, type, [id]);
    const data = { fileName: row.fileName, fileSize: row.fileSize };
    ctx.record({ action: `${type}.replace`, subject: { type, id, label: row.title }, data });
    ctx.emit(new moments.replace.event(id));
    return row;
  }
}
