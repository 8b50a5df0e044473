import { Inject, Injectable } from '@nestjs/common';
import { openedTo, publicPredicate } from '@pipit/access';
import { KEPT, anyOf, kept, type Ctx } from '@pipit/kernel';
import type { EntityManager } from 'typeorm';
import { Document } from '../document.entity.js';
import { Image } from '../image.entity.js';
import { rightsLast } from '../facets/facet-filter.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { baseName } from '../media-url.js';
import { NEGOTIATED } from '../renditions/negotiation.js';
import type { PublicRendition } from '../renditions/public-renditions.js';
import type { MediaType } from '../subjects/media-subject.js';
import { FileVersion } from '../versions/file-version.entity.js';
import { Rendition } from '../rendition.entity.js';

/** Finds files anybody may read, or whoever passes some restrictions. Keys from addresses are compared with rows and never used as a path. */
@Injectable()
export class PublicFiles {
  constructor(@Inject(MEDIA_OPTIONS) private readonly options: Pick<MediaOptions, 'expiredImages'>) {}

  /** An original by its key. */
  image(ctx: Ctx, fileKey: string, passed: readonly number[]): Promise<Image | null> {
    return ctx.manager
      .createQueryBuilder(Image, 'image')
      .innerJoin('image.collection', 'c')
      .where('image.fileKey = :fileKey AND image.deletedAt IS NULL', { fileKey })
      .andWhere(openedTo(this.isPublicImage(), passed))
      .getOne();
  }

  /** A rendition by its key; only those whose address was given out exist. */
  rendition(ctx: Ctx, fileKey: string, passed: readonly number[]): Promise<Rendition | null> {
    const query = ctx.manager
      .createQueryBuilder(Rendition, 'rendition')
      .innerJoinAndSelect('rendition.image', 'image')
      .innerJoin('image.collection', 'c')
      .where('rendition.fileKey = :fileKey AND image.deletedAt IS NULL', { fileKey })
      .andWhere(openedTo(this.isPublicImage(), passed));
    // What somebody passes is part of the text.
    return (passed.length === 0 ? query.comment(KEPT) : query).getOne();
  }

  /** Those among these renditions that everybody is served alike, of what their images are now, by key. */
  async renditions(manager: EntityManager, keys: readonly string[]): Promise<Map<string, PublicRendition>> {
    const rows: PublicRendition[] = await manager.query(
      kept(`SELECT r.id, r.file_key AS "fileKey", r.mime_type AS "mimeType", r.file_size AS "fileSize",
                   r.image_id AS "imageId"
              FROM rendition r JOIN image ON image.id = r.image_id JOIN collection c ON c.id = image.collection_id
             WHERE ${anyOf('r.file_key', '$1', 'text[]')} AND r.source_key = image.file_key
               AND (r.file_size IS NOT NULL OR r.filter_spec NOT LIKE '%${NEGOTIATED}%') AND image.deleted_at IS NULL AND ${this.isPublicImage()}`),
      [keys],
    );
    return new Map(rows.map((row) => [row.fileKey, row]));
  }

  /** A document by its id. */
  document(ctx: Ctx, id: number, passed: readonly number[]): Promise<Document | null> {
    return ctx.manager
      .createQueryBuilder(Document, 'document')
      .innerJoin('document.collection', 'c')
      .where('document.id = :id AND document.deletedAt IS NULL', { id })
      .andWhere(openedTo(isPublic(), passed))
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
  imageBefore(ctx: Ctx, fileKey: string, passed: readonly number[]): Promise<Image | null> {
    return ctx.manager
      .createQueryBuilder(Image, 'image')
      .innerJoin('image.collection', 'c')
      .innerJoin(FileVersion, 'version', 'version.imageId = image.id')
      .where('version.fileKey = :fileKey AND image.deletedAt IS NULL', { fileKey })
      .andWhere(openedTo(this.isPublicImage(), passed))
      .getOne();
  }

  private isPublicImage(): string {
    return this.options.expiredImages === 'show' ? isPublic() : `${isPublic()} AND ${rightsLast('image')}`;
  }
}

/** No restricted collection above; built when asked, as the tree is defined while the lib loads. */
function isPublic(): string {
  return publicPredicate({ kind: 'collection', alias: 'c' });
}
