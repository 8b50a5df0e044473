import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** Which part of the uses to answer. */
export class UsageQuery {
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
  @Max(1_000_000)
  offset?: number;
}

/** Something that uses an image or a document. */
export class UsageRow {
  @ApiProperty({ description: '`page` or the name of a type' }) sourceType!: string;
  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string' }] }) sourceId!: number | string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Readers see it; false when only a draft holds it' }) live!: boolean;
}

/** A page of uses. */
export class UsageList {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [UsageRow] }) items!: UsageRow[];
}
