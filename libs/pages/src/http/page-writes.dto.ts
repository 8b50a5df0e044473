import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
  ValidateIf,
} from 'class-validator';
import { AsGiven } from '@pipit/access';
import { MAX_ID, type JsonObject } from '@pipit/content-types';
import { ResolutionDto } from '@pipit/revisions';

const FIELDS = { type: 'object', additionalProperties: true } as const;

/** A page to be created. */
export class CreatePageDto {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  parentId!: number;

  @ApiProperty({ example: 'blog.BlogPage' })
  @IsString()
  @MaxLength(255)
  type!: string;

  @ApiPropertyOptional({ example: 'en' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  locale?: string;

  @ApiProperty({ ...FIELDS, description: 'Fields by name. The slug comes from the title when absent.' })
  @IsObject()
  @AsGiven()
  fields!: JsonObject;

  @ApiPropertyOptional({ description: 'Goes live in the same transaction.' })
  @IsOptional()
  @IsBoolean()
  publish?: boolean;
}

/** New values for a page. */
export class EditPageDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'The revision the caller started from.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  baseRevisionId!: number | null;

  @ApiProperty({ ...FIELDS, description: 'The changed fields only.' })
  @IsObject()
  @AsGiven()
  fields!: JsonObject;

  @ApiPropertyOptional({ description: 'Goes live in the same transaction.' })
  @IsOptional()
  @IsBoolean()
  publish?: boolean;

  @ApiPropertyOptional({ type: ResolutionDto, description: 'What you decided after a conflict.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ResolutionDto)
  resolve?: ResolutionDto;
}

/** Which draft goes live. */
export class PublishPageDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'The revision the caller looked at.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  baseRevisionId!: number | null;
}

/** Where a page is to stand. */
export class MovePageDto {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  parentId!: number;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'The sibling behind it; null puts it last.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  before?: number | null;
}

/** Where a deleted page is to stand, when its former parent is gone. */
export class RestorePageDto {
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  parentId?: number;
}

/** Which earlier state comes back. */
export class RevertPageDto {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  revisionId!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  baseRevisionId!: number | null;

  @ApiPropertyOptional({
    type: [String],
    description: 'Only these fields, or parts of fields by pointers with ids for positions. Left out: all.',
    example: ['title', '/body/0190f1c2-0000-7000-8000-000000000001'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  fields?: string[];
}

/** Whether a page goes to the trash though others point at it. */
export class DeletePageQueryDto {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Even when other content points at it or below it.' })
  @ValidateIf((query: DeletePageQueryDto) => query.force !== undefined)
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  force?: boolean;
}

/** How much went to the trash. */
export class DeletedPagesDto {
  @ApiProperty({ type: 'integer', description: 'The page and all below it.' }) pages!: number;
}
