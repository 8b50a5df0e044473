import { Injectable } from '@nestjs/common';
import { publicPredicate } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { Document } from '../document.entity.js';
import { Image } from '../image.entity.js';
import { baseName } from '../media-url.js';
import type { MediaType } from '../subjects/media-subject.js';
import { FileVersion } from '../versions/file-version.entity.js';
import { Rendition } from '../rendition.entity.js';

/** Finds files anybody may read. Keys from addresses are compared with rows and never used as a path. */
@Injectable()
export class PublicFiles {
  /** An original by its key. */
  image(ctx: Ctx, fileKey: string): Promise<Image | null> {
    return ctx.manager
      .createQueryBuilder(Image, 'image')
      .innerJoin('image.collection', 'c')
      .where('image.fileKey = :fileKey AND image.deletedAt IS NULL', { fileKey })
      .andWhere(isPublic())
      .getOne();
  }

  /** A rendition by its key; only those whose address was given out exist. */
  rendition(ctx: Ctx, fileKey: string): Promise<Rendition | null> {
    return ctx.manager
      .createQueryBuilder(Rendition, 'rendition')
      .innerJoinAndSelect('rendition.image', 'image')
      .innerJoin('image.collection', 'c')
      .where('rendition.fileKey = :fileKey AND image.deletedAt IS NULL', { fileKey })
      .andWhere(isPublic())
      .getOne();
  }

  /** A document by its id. */
  document(ctx: Ctx, id: number): Promise<Document | null> {
    return ctx.manager
      .createQueryBuilder(Document, 'document')
      .innerJoin('document.collection', 'c')
      .where('document.id = :id AND document.deletedAt IS NULL', { id })
      .andWhere(isPublic())
      .getOne();
  }

  /** Whether the last part of an address named a file that the thing had before. */
  async hadName(ctx: Ctx, type: MediaType, id: number, name: string): Promise<boolean> {
    const versions = await ctx.manager.find(FileVersion, {
      where: type === 'image' ? { imageId: id } : { documentId: id },
      select: { id: true, fileKey: true },
    });
    return versions.some(({ fileKey }) => baseName(fileKey) === name);
  }

  /** The image that had this original before it got the one it has now. */
  imageBefore(ctx: Ctx, fileKey: string): Promise<Image | null> {
    return ctx.manager
      .createQueryBuilder(Image, 'image')
      .innerJoin('image.collection', 'c')
      .innerJoin(FileVersion, 'version', 'version.imageId = image.id')
      .where('version.fileKey = :fileKey AND image.deletedAt IS NULL', { fileKey })
      .andWhere(isPublic())
      .getOne();
  }
}

/** No restricted collection above; built when asked, as the tree is defined while the lib loads. */
function isPublic(): string {
  return publicPredicate({ kind: 'collection', alias: 'c' });
}
