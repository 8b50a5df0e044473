import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { MAX_ID } from '@pipit/content-types';

/** What one saw before changing a file. */
export class BaseVersionDto {
  @ApiPropertyOptional({ description: '`version` of the row; refused with `edit_conflict` when it has changed since' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  baseVersion?: number;
}
