import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PagingQueryDto } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import { ROOT_ID } from '../page.entity.js';
import { PAGE_ORDERS, type PageOrder } from '../queries/page-orders.js';
import type { PageState } from '../queries/page-row.js';

const STATES = ['draft', 'live', 'live-changed', 'scheduled', 'expired'] as const;

/** Filters of a list of pages. */
export class PageListQueryDto extends PagingQueryDto {
  @ApiPropertyOptional({ description: 'Id of the parent, or `root` for the top pages.' })
  @IsOptional()
  @Matches(/^(root|[1-9]\d{0,8}|1\d{9}|20\d{8})$/)
  parent?: string;

  @ApiPropertyOptional({ description: 'Words of the title or the address.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ description: 'Names of types, separated by commas.', example: 'blog.BlogPage' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  type?: string;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: PageState;

  @ApiPropertyOptional({ example: 'en' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  locale?: string;

  @ApiPropertyOptional({ type: String, description: 'Ids, separated by commas.', example: '3,7' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => String(value).split(',').filter(Boolean).map(Number))
  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MAX_ID, { each: true })
  ids?: number[];

  @ApiPropertyOptional({
    enum: PAGE_ORDERS,
    description: 'Default: `tree`, for the children of one page what its type says (`childOrder`).',
  })
  @IsOptional()
  @IsIn(PAGE_ORDERS)
  order?: PageOrder;
}

/** The types a list is asked for, as the query names them. */
export function typesOf(type: PageListQueryDto['type']): { types?: string[] } {
  return type === undefined ? {} : { types: type.split(',') };
}

/** The page whose children are asked for. */
export function parentIdOf(parent: PageListQueryDto['parent']): number | undefined {
  if (parent === undefined) return undefined;
  return parent === 'root' ? ROOT_ID : Number(parent);
}
