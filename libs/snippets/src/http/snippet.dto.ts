import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { AsGiven } from '@pipit/access';
import type { JsonObject } from '@pipit/content-types';

const MAX_ID = 2_147_483_647;
const FIELDS = { type: 'object', additionalProperties: true } as const;

/** What the caller may do with a snippet. */
export class SnippetPermissionsDto {
  @ApiProperty() edit!: boolean;
  @ApiProperty() delete!: boolean;
}

/** A snippet in a list. */
export class SnippetRowDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ format: 'uuid' }) uuid!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
  @ApiProperty({ type: SnippetPermissionsDto }) can!: SnippetPermissionsDto;
}

/** Snippets of one type. */
export class SnippetListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [SnippetRowDto] }) items!: SnippetRowDto[];
}

/** A snippet with its values. */
export class SnippetDetailDto extends SnippetRowDto {
  @ApiProperty(FIELDS) fields!: JsonObject;
  @ApiProperty({ type: 'integer', description: 'The next write has to name it.' }) version!: number;
}

/** Filters of a list of snippets. */
export class SnippetListQueryDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ type: String, description: 'Ids, separated by commas.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => String(value).split(',').filter(Boolean).map(Number))
  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MAX_ID, { each: true })
  ids?: number[];

  @ApiPropertyOptional({ type: 'integer', default: 50, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ type: 'integer', default: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_ID)
  offset?: number;
}

/** A snippet to be created. */
export class CreateSnippetDto {
  @ApiProperty(FIELDS) @IsObject() @AsGiven() fields!: JsonObject;
}

/** New values for a snippet. */
export class EditSnippetDto {
  @ApiProperty({ type: 'integer', description: 'The version the caller started from.' }) @IsInt() baseVersion!: number;
  @ApiProperty({ ...FIELDS, description: 'The changed fields only.' }) @IsObject() @AsGiven() fields!: JsonObject;
}
