import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { MEDIA_KINDS, type MediaKind } from '../document.entity.js';
import { MediaListQuery } from '../http/media-list.query.js';

/** Query of lists of documents. */
export class DocumentListQuery extends MediaListQuery {
  @ApiPropertyOptional({ enum: MEDIA_KINDS })
  @IsOptional()
  @IsIn(MEDIA_KINDS)
  mediaKind?: MediaKind;
}
