import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { AsGiven } from '@pipit/access';
import { MAX_ID, type JsonObject } from '@pipit/content-types';
import { MergedWorkDto, PlansDto, ResolutionDto, type ToldLock } from '@pipit/revisions';

const FIELDS = { type: 'object', additionalProperties: true } as const;

/** What the caller may do with a row. */
export class RecordPermissionsDto {
  @ApiProperty() edit!: boolean;
  @ApiProperty() delete!: boolean;
  @ApiProperty({ description: 'False for types without drafts.' }) publish!: boolean;
}

/** What the caller may do with one row as it is now: what a lock of somebody else's forbids is false. */
export class RecordDetailPermissionsDto extends RecordPermissionsDto {
  @ApiProperty({ description: 'Plan when it goes live and offline.' }) schedule!: boolean;
  @ApiProperty() lock!: boolean;
  @ApiProperty() unlock!: boolean;
}

/** What lists and forms show of a row beside its values. */
export class RecordHeadDto {
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
}

/** A row in a list. */
export class RecordRowDto extends RecordHeadDto {
  @ApiProperty({ type: RecordPermissionsDto }) can!: RecordPermissionsDto;
  @ApiProperty({ ...FIELDS, description: 'What the columns of the list show: words for choices and links.' })
  cells!: JsonObject;
}

/** Rows of one type. */
export class RecordListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [RecordRowDto] }) items!: RecordRowDto[];
}

/** Who locked a row. */
export class LockerDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** Who keeps others from changing a row. */
export class RecordLockDto {
  @ApiProperty({ type: LockerDto, nullable: true, description: 'Null when the account is gone.' })
  by!: LockerDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) at!: string | null;
  @ApiProperty({ description: 'It keeps the caller out too.' }) holds!: boolean;
}

/** A row with its values. */
export class RecordDetailDto extends RecordHeadDto {
  @ApiProperty({ type: RecordDetailPermissionsDto }) can!: RecordDetailPermissionsDto;
  @ApiProperty({ ...FIELDS, description: 'The latest values: those of the draft, where the type has drafts.' })
  fields!: JsonObject;
  @ApiProperty({ type: 'integer', description: 'The next write has to name it.' }) version!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The latest revision, where the type has drafts.' })
  revisionId!: number | null;
  @ApiProperty({ type: RecordLockDto, nullable: true, description: 'Who keeps others from changing it.' })
  lock!: ToldLock | null;
  @ApiProperty({ type: PlansDto, nullable: true, description: 'What is planned, or could not be done at its time.' })
  schedule!: PlansDto | null;
  @ApiProperty({ ...FIELDS, nullable: true, description: 'What readers see, where the type has drafts.' })
  live!: JsonObject | null;
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

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    description: 'Types with drafts: the revision the caller started from, with which changes of others are joined.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  baseRevisionId?: number | null;

  @ApiPropertyOptional({
    ...FIELDS,
    description: 'Types without drafts: what the changed fields were before, with which changes of others are joined.',
  })
  @IsOptional()
  @IsObject()
  @AsGiven()
  baseFields?: JsonObject;

  @ApiPropertyOptional({ type: ResolutionDto, description: 'What you decided after a conflict.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ResolutionDto)
  resolve?: ResolutionDto;
}

/** A row after an edit. */
export class EditedRecordDto extends RecordDetailDto {
  @ApiProperty({ type: MergedWorkDto, nullable: true, description: 'Null when nobody else had changed anything.' })
  merged!: MergedWorkDto | null;
}
