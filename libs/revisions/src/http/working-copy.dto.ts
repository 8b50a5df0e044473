import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AsGiven } from '@pipit/access';
import { MAX_ID, type JsonObject } from '@pipit/content-types';
import { Type } from 'class-transformer';
import { IsDate, IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';

const FIELDS = { type: 'object', additionalProperties: true } as const;
const MOMENT = { type: String, format: 'date-time' } as const;

/** Work of the person who asks that is kept and not saved. */
export class WorkingCopyDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'The version it began with: the base of its save.' })
  baseRevisionId!: number | null;
  @ApiProperty({ ...FIELDS, description: 'All values, those that were not touched included.' }) fields!: JsonObject;
  @ApiProperty({ type: [String], description: 'Fields that differ from the version it began with.' })
  changedFields!: string[];
  @ApiProperty(MOMENT) updatedAt!: Date;
}

/** The copy, if there is one. */
export class WorkingCopyAnswerDto {
  @ApiProperty({ type: WorkingCopyDto, nullable: true }) workingCopy!: WorkingCopyDto | null;
}

/** When the work was kept. */
export class KeptWorkDto {
  @ApiProperty({ ...MOMENT, description: 'The next call names it as `replaces`.' }) updatedAt!: Date;
}

/** Work to be kept. */
export class KeepWorkDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'The version the work began with.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  baseRevisionId!: number | null;

  @ApiProperty({ ...FIELDS, description: 'The changed fields only. They may be incomplete, as they are while typing.' })
  @IsObject()
  @AsGiven()
  fields!: JsonObject;

  @ApiPropertyOptional({
    ...MOMENT,
    nullable: true,
    description:
      'The copy it continues, by its `updatedAt`; null when there was none. Another one there now is refused with 409. ' +
      'Left out: whatever is there is replaced.',
  })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  replaces?: Date | null;
}
