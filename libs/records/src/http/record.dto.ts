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
} from 'class-validator';
import { AsGiven } from '@pipit/access';
import type { JsonObject } from '@pipit/content-types';

const MAX_ID = 2_147_483_647;
const FIELDS = { type: 'object', additionalProperties: true } as const;

/** What the caller may do with a row. */
export class RecordPermissionsDto {
  @ApiProperty() edit!: boolean;
  @ApiProperty() delete!: boolean;
  @ApiProperty({ description: 'False for types without drafts.' }) publish!: boolean;
}

/** A row in a list. */
export class RecordRowDto {
  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string' }] }) id!: number | string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) uuid!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) updatedAt!: string | null;
  @ApiProperty({
    type: String,
    enum: ['live', 'draft', 'live+draft', null],
    nullable: true,
    description: 'Null for types without drafts: what is saved is public.',
  })
  state!: 'live' | 'draft' | 'live+draft' | null;
  @ApiProperty({ type: RecordPermissionsDto }) can!: RecordPermissionsDto;
}

/** Rows of one type. */
export class RecordListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [RecordRowDto] }) items!: RecordRowDto[];
}

/** A row with its values. */
export class RecordDetailDto extends RecordRowDto {
  @ApiProperty({ ...FIELDS, description: 'The latest values: those of the draft, where the type has drafts.' })
  fields!: JsonObject;
  @ApiProperty({ type: 'integer', description: 'The next write has to name it.' }) version!: number;
  @ApiProperty({ ...FIELDS, nullable: true, description: 'What readers see, where the type has drafts.' })
  live!: JsonObject | null;
}

/** Which rows of a type. */
export class RecordListQueryDto {
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

/** A row to be created. */
export class CreateRecordDto {
  @ApiProperty(FIELDS) @IsObject() @AsGiven() fields!: JsonObject;
  @ApiPropertyOptional({ description: 'Goes live in the same transaction.' })
  @IsOptional()
  @IsBoolean()
  publish?: boolean;
}

/** New values for a row. */
export class EditRecordDto {
  @ApiProperty({ type: 'integer', description: 'The version the caller started from.' }) @IsInt() baseVersion!: number;
  @ApiProperty({ ...FIELDS, description: 'The changed fields only.' }) @IsObject() @AsGiven() fields!: JsonObject;
  @ApiPropertyOptional({ description: 'Goes live in the same transaction.' })
  @IsOptional()
  @IsBoolean()
  publish?: boolean;
}
