import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { MediaListQuery } from '../http/media-list.query.js';
import { ORIENTATIONS, RIGHTS_STATES, type Orientation, type RightsState } from './facet-filter.js';

/** Query of lists of images. */
export class ImageListQuery extends MediaListQuery {
  @ApiPropertyOptional({ enum: ORIENTATIONS })
  @IsOptional()
  @IsIn(ORIENTATIONS)
  orientation?: Orientation;

  @ApiPropertyOptional({ enum: RIGHTS_STATES, description: '`expiring`: within the days the project warns before' })
  @IsOptional()
  @IsIn(RIGHTS_STATES)
  rights?: RightsState;

  @ApiPropertyOptional({ description: 'Neither decorative nor described' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  missingAlt?: boolean;
}
