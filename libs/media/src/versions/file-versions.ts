import { Injectable } from '@nestjs/common';
import type { Json, JsonObject } from '@pipit/content-types';
import { actorUserId, notFound, type Ctx, type WriteCtx } from '@pipit/kernel';
import type { DeepPartial } from 'typeorm';
import type { MediaFile } from '../media-file.js';
import type { MediaSubject, MediaType } from '../subjects/media-subject.js';
import { FileVersion } from './file-version.entity.js';

/** The columns every stored file has. */
const COMMON = ['fileKey', 'fileName', 'mimeType', 'fileSize', 'fileHash'] as const;

/** What another file brings to a row: the columns all have, and those of its subject. */
export type FileColumns<F extends MediaFile> = Pick<MediaFile, (typeof COMMON)[number]> & Partial<F>;

/** Keeps the files that images and documents had before. */
@Injectable()
export class FileVersions {
  /** From the last that was replaced back to the first. */
  list(ctx: Ctx, type: MediaType, id: number): Promise<FileVersion[]> {
    return ctx.manager.find(FileVersion, { where: ownedBy(type, id), order: { id: 'DESC' }, relations: { replacedBy: true } }); // prettier-ignore
  }

  /** One of them; `not_found` when the row has none with that id. */
  async get(ctx: Ctx, type: MediaType, id: number, versionId: number): Promise<FileVersion> {
    const version = await ctx.manager.findOneBy(FileVersion, { ...ownedBy(type, id), id: versionId });
    if (!version) throw notFound(`There is no version ${versionId} of this ${type}.`);
    return version;
  }

  /** Keeps the row's file as its latest earlier version and gives it another. The caller saves the row. */
  async replace<F extends MediaFile>(
    ctx: WriteCtx,
    subject: MediaSubject<F>,
    file: F,
    next: FileColumns<F>,
  ): Promise<void> {
    if (file.fileState !== 'missing')
      await ctx.manager.save(ctx.manager.create(FileVersion, this.asVersion(ctx, subject, file)));
    Object.assign(file, next, { fileState: 'ok', version: file.version + 1 });
  }

  /** The columns a kept file brings back. It is no earlier version from then on: the row has it again. */
  async takeBack<F extends MediaFile>(ctx: WriteCtx, version: FileVersion): Promise<FileColumns<F>> {
    await ctx.manager.delete(FileVersion, version.id);
    const common = Object.fromEntries(COMMON.map((name) => [name, version[name]]));
    return { ...common, ...version.facts } as FileColumns<F>;
  }

  private asVersion<F extends MediaFile>(ctx: WriteCtx, subject: MediaSubject<F>, file: F): DeepPartial<FileVersion> {
    const { fileKey, fileName, mimeType, fileSize, fileHash } = file;
    const facts: JsonObject = Object.fromEntries(subject.fileColumns.map((name) => [name, file[name] as Json]));
    const replacedById = actorUserId(ctx.actor);
    return { ...ownedBy(subject.type, file.id), fileKey, fileName, mimeType, fileSize, fileHash, facts, replacedById };
  }
}

function ownedBy(type: MediaType, id: number): { imageId: number } | { documentId: number } {
  return type === 'image' ? { imageId: id } : { documentId: id };
}
