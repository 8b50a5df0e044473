import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PagingQueryDto } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import type { MediaFilter, MediaOrder } from '../queries/media-filter.js';

/** Query of lists of images and documents. */
export class MediaListQuery extends PagingQueryDto {
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

  @ApiPropertyOptional({ example: 'image/jpeg' })
  @IsOptional()
  @IsString()
  @MaxLength(127)
  mimeType?: string;

  @ApiPropertyOptional({ description: 'Who uploaded it' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  uploadedById?: number;

  @ApiPropertyOptional({ format: 'date-time', description: 'Uploaded then or later' })
  @IsOptional()
  @IsISO8601({ strict: true })
  createdFrom?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Uploaded before that' })
  @IsOptional()
  @IsISO8601({ strict: true })
  createdTo?: string;

  @ApiPropertyOptional({ description: 'SHA-1 of the file: is it here already?' })
  @IsOptional()
  @Matches(/^[0-9a-f]{40}$/)
  hash?: string;

  @ApiPropertyOptional({ description: 'Whether nothing points at it, neither what readers see nor a draft' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unused?: boolean;

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
  const { collection: collectionId, limit = 50, offset = 0, createdFrom, createdTo, ...rest } = query;
  return { ...rest, collectionId, limit, offset, createdFrom: momentOf(createdFrom), createdTo: momentOf(createdTo) };
}

function momentOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
