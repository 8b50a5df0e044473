import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { MAX_ID, type JsonObject } from '@pipit/content-types';
import { RevisionAuthorDto } from '@pipit/revisions';

/** A version in a row's history. */
export class RecordRevisionDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: RevisionAuthorDto, nullable: true }) user!: RevisionAuthorDto | null;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true, description: 'What an editor called it.' }) name!: string | null;
  @ApiProperty({ type: [String], description: 'Fields that differ from the version before.' }) changedFields!: string[];
  @ApiProperty() isLatest!: boolean;
  @ApiProperty() isLive!: boolean;
}

/** Versions, newest first. */
export class RecordRevisionListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [RecordRevisionDto] }) items!: RecordRevisionDto[];
}

/** A version with its values. */
export class RecordRevisionDetailDto extends RecordRevisionDto {
  @ApiProperty({ type: 'object', additionalProperties: true }) fields!: JsonObject;
}

/** Publishing the latest draft. */
export class PublishRecordDto {
  @ApiPropertyOptional({
    type: 'integer',
    description: 'The version the caller looked at; refused when somebody saved since. Left out: whatever is latest.',
  })
  @IsOptional()
  @IsInt()
  baseVersion?: number;
}

/** Going back to an earlier version. */
export class RevertRecordDto extends PublishRecordDto {
  @ApiProperty({ type: 'integer' }) @IsInt() @Min(1) @Max(MAX_ID) revisionId!: number;

  @ApiPropertyOptional({
    type: [String],
    description: 'Only these fields, or parts of fields by pointers with ids for positions. Left out: all.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  fields?: string[];
}
