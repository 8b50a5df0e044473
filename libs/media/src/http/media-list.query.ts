import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { MAX_ID } from '@pipit/content-types';
import type { MediaFilter, MediaOrder } from '../queries/media-filter.js';

/** Query of lists of images and documents. */
export class MediaListQuery {
  @ApiPropertyOptional({ description: 'Words in title, file name, texts and tags' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ description: 'A collection, with those below it' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  collection?: number;

  @ApiPropertyOptional({ type: String, description: 'Only these, e.g. 1,2,3' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').filter(Boolean).map(Number) : value,
  )
  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MAX_ID, { each: true })
  ids?: number[];

  @ApiPropertyOptional({ description: 'Only things with this tag' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  tag?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ minimum: 0, default: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_ID)
  offset?: number;

  @ApiPropertyOptional({ enum: ['created', '-created', 'title', '-title'], default: '-created' })
  @IsOptional()
  @IsIn(['created', '-created', 'title', '-title'])
  order?: MediaOrder;

  @ApiPropertyOptional({ description: 'What lies in the trash instead, for those who may delete it' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  trash?: boolean;
}

/** The filter a query asks for. */
export function filterOf(query: MediaListQuery): MediaFilter {
  const { collection: collectionId, limit = 50, offset = 0, ...rest } = query;
  return { ...rest, collectionId, limit, offset };
}
