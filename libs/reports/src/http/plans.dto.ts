import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { PagingQueryDto } from '@pipit/access';
import { ScheduleProblemDto, SchedulerDto, type ScheduleKind } from '@pipit/revisions';

/** Which part of a report, and whose. */
export class MineQueryDto extends PagingQueryDto {
  @ApiPropertyOptional({ type: Boolean, description: 'Only what the caller did.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  mine?: boolean;
}

/** A page or snippet in a report. */
class SubjectDto {
  @ApiProperty({ description: '`page`, or the snippet’s type.' }) subjectType!: string;
  @ApiProperty({ type: 'integer' }) subjectId!: number;
  @ApiProperty() typeLabel!: string;
  @ApiProperty() title!: string;
}

/** Something that is to happen, or could not be done at its time. */
export class ScheduledItemDto extends SubjectDto {
  @ApiProperty({ enum: ['goLive', 'expire'] }) kind!: ScheduleKind;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty({ example: 'Europe/Berlin' }) zone!: string;
  @ApiProperty({ type: SchedulerDto }) by!: SchedulerDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) failedAt!: Date | null;
  @ApiProperty({ type: ScheduleProblemDto, nullable: true }) problem!: ScheduleProblemDto | null;
}

/** What happens when. */
export class ScheduledListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [ScheduledItemDto] }) items!: readonly ScheduledItemDto[];
}

/** Who locked something. */
export class LockOwnerDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** A page or snippet that somebody has locked. */
export class LockedItemDto extends SubjectDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) at!: Date | null;
  @ApiProperty({ type: LockOwnerDto, nullable: true, description: 'Null when the account is gone.' })
  by!: LockOwnerDto | null;
}

/** What is locked. */
export class LockedListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [LockedItemDto] }) items!: readonly LockedItemDto[];
}
