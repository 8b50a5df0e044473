import { Injectable } from '@nestjs/common';
import { editConflict, notFound, type WriteCtx } from '@pipit/kernel';
import type { FindOneOptions } from 'typeorm';
import { CollectionAccess } from '../collection-access.js';
import type { MediaFile } from '../media-file.js';
import type { MediaSubject } from './media-subject.js';

/** Which row an action works on, and what its actor has to be allowed. */
export interface RowWish {
  readonly id: number;
  readonly verb: 'edit' | 'delete';
  /** Default: only what is not in the trash. */
  readonly inTrash?: boolean;
  /** The version the editor saw; refused with `edit_conflict` when somebody changed the row since. */
  readonly baseVersion?: number | undefined;
}

/** Takes rows of images and documents for an action: locked, allowed, and where they are expected. */
@Injectable()
export class MediaRows {
  constructor(private readonly access: CollectionAccess) {}

  /** The row, locked until the transaction ends. Relations are not loaded. */
  async take<F extends MediaFile>(ctx: WriteCtx, subject: MediaSubject<F>, wish: RowWish): Promise<F> {
    const options = { where: { id: wish.id }, lock: { mode: 'pessimistic_write' } } as FindOneOptions<F>;
    const file = await ctx.manager.findOne(subject.entity, options);
    if (!file) throw notFound(`There is no ${subject.type} ${wish.id}.`);
    await this.access.requireFor(ctx, subject.type, wish.verb, file.collectionId);
    const isInTrash = file.deletedAt !== null;
    if (isInTrash && !wish.inTrash) throw notFound(`“${file.title}” is in the trash.`);
    if (!isInTrash && wish.inTrash) throw notFound(`“${file.title}” is not in the trash.`);
    checkVersion(file, wish.baseVersion);
    return file;
  }
}

function checkVersion({ title, version }: MediaFile, baseVersion: number | undefined): void {
  if (baseVersion === undefined || baseVersion === version) return;
  throw editConflict(`Somebody changed “${title}” meanwhile.`, [], { version });
}
