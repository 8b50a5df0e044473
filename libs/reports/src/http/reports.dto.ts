import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** A part of a report. */
export class UnknownBlocksQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 50;

  @ApiPropertyOptional({ description: '`next` of the last answer.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  from?: string;
}

/** A part of a page or snippet that nobody declares any more. */
export class UnknownBlockDto {
  @ApiProperty({ description: '`page`, or the snippet’s type.' }) subjectType!: string;
  @ApiProperty({ type: 'integer' }) subjectId!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ example: 'blog.BlogPage' }) contentType!: string;
  @ApiProperty() field!: string;
  @ApiProperty({ description: 'JSON pointer below the fields.', example: '/body/3' }) pointer!: string;
  @ApiProperty({ enum: ['block', 'member', 'column'] }) what!: 'block' | 'member' | 'column';
  @ApiProperty({ description: 'The block’s or column’s type, or the member’s name.' }) name!: string;
  @ApiProperty({ enum: ['live', 'draft'] }) version!: 'live' | 'draft';
}

/** Some of what was found. */
export class UnknownBlockPageDto {
  @ApiProperty({ type: [UnknownBlockDto] }) items!: readonly UnknownBlockDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Where the next part begins; null at the end.' })
  next!: string | null;
}
