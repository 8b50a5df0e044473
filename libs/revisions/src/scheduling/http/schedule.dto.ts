import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { MAX_ID } from '@pipit/content-types';
import type { ScheduleKind } from '../schedule.entity.js';

const KINDS = ['goLive', 'expire'] as const;

/** A time as the clocks of a place show it. */
export class ZonedTimeDto {
  @ApiProperty({
    example: '2027-03-01T09:00',
    description: 'What the clocks of the zone show. With an offset (`+01:00`, `Z`) it is that very moment.',
  })
  @IsString()
  @MaxLength(40)
  at!: string;

  @ApiProperty({ example: 'Europe/Berlin', description: 'IANA time zone.' })
  @IsString()
  @MaxLength(64)
  zone!: string;
}

/** When something goes live and offline. Null calls off, absent leaves as it is. */
export class ScheduleTimesDto {
  @ApiPropertyOptional({ type: ZonedTimeDto, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ZonedTimeDto)
  goLive?: ZonedTimeDto | null;

  @ApiPropertyOptional({ type: ZonedTimeDto, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ZonedTimeDto)
  expire?: ZonedTimeDto | null;
}

/** When a page goes live and offline. */
export class SchedulePageDto extends ScheduleTimesDto {
  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'The revision the caller looked at.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  baseRevisionId?: number | null;
}

/** What is called off. */
export class UnscheduleQueryDto {
  @ApiPropertyOptional({ enum: KINDS, description: 'Default: both.' })
  @IsOptional()
  @IsIn(KINDS)
  kind?: ScheduleKind;
}

/** Why something could not be done at its time. */
export class ScheduleProblemDto {
  @ApiProperty() code!: string;
  @ApiProperty() detail!: string;
}

/** Who decided it. */
export class SchedulerDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null when the account is gone.' }) id!: number | null;
  @ApiProperty() name!: string;
}

/** Something that is to happen at a time, or could not be done at it. */
export class PlannedDto {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ example: 'Europe/Berlin' }) zone!: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'What goes live; null for going offline.' })
  revisionId!: number | null;
  @ApiProperty({ type: SchedulerDto }) by!: SchedulerDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was given up.' })
  failedAt!: string | null;
  @ApiProperty({ type: ScheduleProblemDto, nullable: true }) problem!: ScheduleProblemDto | null;
}

/** What is planned for a page or a snippet. */
export class PlansDto {
  @ApiProperty({ type: PlannedDto, nullable: true }) goLive!: PlannedDto | null;
  @ApiProperty({ type: PlannedDto, nullable: true }) expire!: PlannedDto | null;
}
