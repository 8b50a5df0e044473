import { kept } from '@pipit/kernel';
import type { EntityManager } from 'typeorm';
import type { Image } from '../image.entity.js';
import type { Rendition } from '../rendition.entity.js';
import type { GivenRendition } from './made-rendition.js';
import type { RenditionSource } from './plan.js';

/** What renditions are made of: what they look like, and which image it is. */
export type ImageSource = RenditionSource & Pick<Image, 'id'>;

/** A rendition with all its file is made of. */
export interface RenditionToMake extends GivenRendition, Pick<Rendition, 'filterSpec' | 'focalKey' | 'sourceKey'> {
  readonly image: ImageSource;
}

/** By one short statement: entities take longer to put together than all else on the way to a file. */
export async function findSource(manager: EntityManager, id: number): Promise<RenditionToMake | null> {
  const rows: RenditionToMake[] = await manager.query(
    kept(`SELECT r.id, r.file_key AS "fileKey", r.mime_type AS "mimeType", r.file_size AS "fileSize",
                 r.filter_spec AS "filterSpec", r.focal_key AS "focalKey", r.source_key AS "sourceKey",
                 json_build_object('id', i.id, 'fileKey', i.file_key, 'mimeType', i.mime_type, 'width', i.width,
                   'height', i.height, 'frameCount', i.frame_count, 'focalPointX', i.focal_point_x,
                   'focalPointY', i.focal_point_y, 'focalPointWidth', i.focal_point_width,
                   'focalPointHeight', i.focal_point_height, 'crops', i.crops) AS image
            FROM rendition r JOIN image i ON i.id = r.image_id WHERE r.id = $1`),
    [id],
  );
  return rows[0] ?? null;
}
