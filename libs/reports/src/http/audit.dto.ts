import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { TABLE_FORMATS, type TableFormat } from '@pipit/spreadsheets';

const commaSeparated = Transform(({ value }: { value: unknown }) => String(value).split(',').filter(Boolean));

/** Which entries of the audit log. */
export class AuditFilterDto {
  @ApiPropertyOptional({
    type: String,
    description: 'Names of actions, separated by commas. Default: all but `user.refreshSession`.',
    example: 'page.publish',
  })
  @IsOptional()
  @commaSeparated
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  actions?: string[];

  @ApiPropertyOptional({ type: String, description: '`page`, `image` …, or names of content types.', example: 'page' })
  @IsOptional()
  @commaSeparated
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  subjectTypes?: string[];

  @ApiPropertyOptional({ description: 'Id of the subject.', example: '12' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  subject?: string;

  @ApiPropertyOptional({ description: 'Id of the person; `system` for Pipit’s own work.', example: '3' })
  @IsOptional()
  @Matches(/^(system|[1-9]\d{0,8})$/)
  user?: string;

  @ApiPropertyOptional({ description: 'Words of the subject’s name or the person’s.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Not before.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  until?: string;

  @ApiPropertyOptional({ description: 'One request, or one operation on many things.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  request?: string;
}

/** A part of the audit log. */
export class AuditQueryDto extends AuditFilterDto {
  @ApiPropertyOptional({ type: Boolean, default: false, description: 'One line per request: its latest entry.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  grouped = false;

  @ApiPropertyOptional({ type: 'integer', default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @ApiPropertyOptional({ format: 'uuid', description: '`next` of the last answer.' })
  @IsOptional()
  @IsUUID()
  after?: string;
}

/** The audit log as a file. */
export class AuditExportQueryDto extends AuditFilterDto {
  @ApiPropertyOptional({ enum: TABLE_FORMATS, default: 'csv' })
  @IsOptional()
  @IsIn(TABLE_FORMATS)
  format: TableFormat = 'csv';
}

/** Who acted. */
export class AuditActorDto {
  @ApiProperty({ enum: ['user', 'system', 'anonymous'] }) kind!: 'user' | 'system' | 'anonymous';
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null for deleted accounts too.' }) id!: number | null;
  @ApiProperty({ description: 'As they were called then.' }) name!: string;
}

/** What something was done to. */
export class AuditSubjectDto {
  @ApiProperty({ example: 'page' }) type!: string;
  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string' }], description: '0 for what concerns many.' })
  id!: number | string;
  @ApiProperty({ description: 'What it was called then.' }) title!: string;
}

/** From where something was done. */
export class AuditClientDto {
  @ApiProperty({ description: 'How the program called itself.' }) agent!: string;
  @ApiProperty({ description: 'Network address.' }) address!: string;
}

/** Something that was done. */
export class AuditEntryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: AuditActorDto }) actor!: AuditActorDto;
  @ApiProperty({ example: 'page.publish' }) action!: string;
  @ApiProperty({ type: AuditSubjectDto }) subject!: AuditSubjectDto;
  @ApiProperty({ type: 'integer', nullable: true }) revisionId!: number | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) data!: Record<string, unknown>;
  @ApiProperty({ description: 'Joins what one request did.' }) request!: string;
  @ApiProperty({ type: AuditClientDto, nullable: true, description: 'For those who see the whole log.' })
  client!: AuditClientDto | null;
  @ApiProperty({ type: 'integer', description: 'Further entries of the request that match; 0 unless grouped.' })
  more!: number;
}

/** A part of the audit log, latest first. */
export class AuditPartDto {
  @ApiProperty({ type: [AuditEntryDto] }) items!: readonly AuditEntryDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Where the next part begins; null at the end.' })
  next!: string | null;
}

/** Names of actions. */
export class AuditActionListDto {
  @ApiProperty({ type: [String], example: ['page.edit', 'page.publish'] }) items!: string[];
}
