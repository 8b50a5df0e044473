import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
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
import { PagingQueryDto } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import { PageRowDto } from '../http/page-row.dto.js';
import { REORDER_BY, type ReorderBy } from '../ordering/reorder-children.action.js';
import { TARGET_USES, type TargetRefusal, type TargetUse } from '../targets/page-targets.js';

/** A copy of a page, or of it and all below it. */
export class CopyPageDto {
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

  @ApiPropertyOptional({ description: 'With all pages below.', default: false })
  @IsOptional()
  @IsBoolean()
  recursive?: boolean;

  @ApiPropertyOptional({ description: 'Default: as the original’s draft is called. Not for mirrors.' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  title?: string;

  @ApiPropertyOptional({ description: 'Default: the original’s, with the first suffix that is free.' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  slug?: string;

  @ApiPropertyOptional({
    description: 'Copies of live pages go live at once; otherwise all are drafts.',
    default: false,
  })
  @IsOptional()
  @IsBoolean()
  keepLive?: boolean;

  @ApiPropertyOptional({
    description: 'Mirrors that follow their pages, instead of pages of their own.',
    default: false,
  })
  @IsOptional()
  @IsBoolean()
  alias?: boolean;
}

/** A new order of a page’s children: by `order`, or by hand as `ids` say. */
export class ReorderChildrenDto {
  @ApiPropertyOptional({ enum: REORDER_BY })
  @IsOptional()
  @IsIn(REORDER_BY)
  order?: ReorderBy;

  @ApiPropertyOptional({ type: [Number], description: 'First to last; children not named follow as they stand.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MAX_ID, { each: true })
  ids?: number[];
}

/** Which parents are asked for. */
export class TargetsQueryDto extends PagingQueryDto {
  @ApiProperty({ enum: TARGET_USES })
  @IsIn(TARGET_USES)
  for!: TargetUse;

  @ApiPropertyOptional({ type: 'integer', description: 'Children of that page; default: the tree’s root.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  parent?: number;

  @ApiPropertyOptional({ description: 'Words of the title or the address, anywhere in the tree.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'With all pages below; a move always is.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  recursive?: 'true' | 'false';
}

/** Why a page cannot be the parent. */
export class TargetRefusalDto implements TargetRefusal {
  @ApiProperty({
    enum: ['here', 'below_itself', 'not_allowed_here', 'too_many', 'other_locale', 'too_deep', 'forbidden', 'taken'],
  })
  code!: TargetRefusal['code'];
  @ApiProperty() message!: string;
}

/** A page that may be the parent, or may not. */
export class PageTargetDto extends PickType(PageRowDto, [
  'id',
  'title',
  'typeLabel',
  'icon',
  'urlPath',
  'locale',
  'state',
  'parentId',
  'childCount',
]) {
  @ApiProperty({ type: [String], description: 'Titles of the pages above, from the top down.' }) trail!: string[];
  @ApiProperty({ type: TargetRefusalDto, nullable: true, description: 'Null: it is legal.' })
  refusal!: TargetRefusalDto | null;
}

/** Candidates, and the page whose children they are. */
export class PageTargetListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [PageTargetDto] }) items!: PageTargetDto[];
  @ApiProperty({ type: PageTargetDto, nullable: true, description: 'Null with `q`.' }) parent!: PageTargetDto | null;
}
