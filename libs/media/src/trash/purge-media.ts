import { Inject, Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex, UsedIn } from '@pipit/references';
import { SearchIndexing } from '@pipit/search';
import { StoredFiles } from '../files/stored-files.js';
import type { MediaFile } from '../media-file.js';
import { MediaRows } from '../subjects/media-rows.js';
import type { MediaSubject } from '../subjects/media-subject.js';
import { FileVersions } from '../versions/file-versions.js';
import type { DeleteMediaInput } from './delete-media.js';

/** Deletes what is in the trash and used by nothing for good, with its files of all times. */
@Injectable()
export abstract class PurgeMedia<F extends MediaFile> extends Action<DeleteMediaInput, void> {
  protected abstract readonly subject: MediaSubject<F>;
  @Inject(MediaRows) private readonly rows!: MediaRows;
  @Inject(UsedIn) private readonly usedIn!: UsedIn;
  @Inject(ReferenceIndex) private readonly references!: ReferenceIndex;
  @Inject(FileVersions) private readonly versions!: FileVersions;
  @Inject(StoredFiles) private readonly files!: StoredFiles;
  @Inject(Hooks) private readonly hooks!: Hooks;
  @Inject(SearchIndexing) private readonly search!: SearchIndexing;

  protected async perform(ctx: WriteCtx, { id, force = false }: DeleteMediaInput): Promise<void> {
    const { type, entity, moments } = this.subject;
    const file = await this.rows.take(ctx, this.subject, { id, verb: 'delete', inTrash: true });
    if (!force) await this.usedIn.requireUnused(ctx, `“${file.title}”`, { type, ids: [id] });
    await this.hooks.run(new moments.purge.hook(ctx, file));
    const earlier = await this.versions.list(ctx, type, id);
    const derived = await this.subject.derivedKeys(ctx, file);
    await ctx.manager.delete(entity, id);
    await this.references.forget(ctx, [{ type, id }]);
    await this.files.removeLater(ctx, [file.fileKey, ...earlier.map(({ fileKey }) => fileKey), ...derived]);
    await this.search.refresh(ctx, type, [id]);
    ctx.record({ action: `${type}.purge`, subject: { type, id, label: file.title }, data: { force } });
    ctx.emit(new moments.purge.event(id));
  }
}
